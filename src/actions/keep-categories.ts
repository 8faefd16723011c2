/** Makes two categories one, and takes a whole tree from a file (ADM-1). */
import { insertCategory, mergeInto, moveBranch } from '../db/categories.ts'
import type { Transaction } from '../db/database.ts'
import type { DB } from '../db/schema.ts'
import { refreshCandidates } from '../db/services/candidates.ts'
import { type Entry, lockSettings, orderEntries, readRegister, updateEntry } from '../db/settings.ts'
import { type CategoryRow, type PlannedCategory, placesOf, planCategories } from '../domain/category-file.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { type In, isWithin, type On, recordChange, requireEntry, requireUnchanged } from './keep-entry.ts'
import { requireCoordinator } from './require-coordinator.ts'

/** Services that offered it offer the other; whoever needs it is found there; what was beneath it moves across. */
export function mergeCategory(ctx: ActingContext, on: On, into: string): Promise<void> {
  requireCoordinator(ctx, on.networkId)
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, on.networkId)
    const entries = await readRegister(trx, on.networkId, on.register)
    const from = requireEntry(entries, on.id)
    requireUnchanged(from, on.seen)
    requireOther(entries, from, into)
    for (const child of entries.filter(({ parentId, retired }) => parentId === from.id && !retired))
      await moveApart(trx, on, entries, child, into)
    const serviceIds = await mergeInto(trx, on.networkId, from.id, into, ctx.now())
    await refreshCandidates(trx, serviceIds)
    await recordChange(trx, ctx, on, { entry: from.id, did: 'merge', into })
  })
}

function requireOther(entries: readonly Entry[], from: Entry, into: string): void {
  const other = entries.find(({ id }) => id === into)
  if (!other || other.retired || isWithin(entries, into, from.id))
    throw new Problem('invalid', 'Choose another category, one that is not under this one.', { field: 'into' })
}

async function moveApart(
  trx: Transaction<DB>,
  { networkId }: In,
  entries: readonly Entry[],
  child: Entry,
  into: string,
): Promise<void> {
  const isTwin = (one: Entry) =>
    one.parentId === into && !one.retired && one.label.toLowerCase() === child.label.toLowerCase()
  if (entries.some(isTwin))
    throw new Problem('invalid', `Both have “${child.label}” beneath them: merge those two first.`, { field: 'into' })
  await moveBranch(trx, networkId, child.id, into)
}

/** As it was shown before: refused where the tree has changed since, or where a row is not fit. Returns how many changed. */
export function importCategories(ctx: ActingContext, on: In, rows: readonly CategoryRow[], seen: string) {
  requireCoordinator(ctx, on.networkId)
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, on.networkId)
    const entries = await readRegister(trx, on.networkId, on.register)
    if (seenOf(entries) !== seen)
      throw new Problem('conflict', 'Somebody changed the categories while this page was open.')
    const { planned } = planCategories(rows, entries)
    const ids = placesOf(entries)
    for (const row of planned) await importRow(trx, { ctx, on, entries, ids }, row)
    await orderEntries(
      trx,
      on.register,
      planned.flatMap(({ place }) => ids.get(place) ?? []),
    )
    const changed = planned.filter(({ does }) => does !== 'same').length
    await recordChange(trx, ctx, on, { did: 'import', changed })
    return changed
  }).catch(asTwin)
}

/** Renamed to what another is called. */
function asTwin(error: unknown): never {
  const isTwin = error instanceof Error && 'code' in error && error.code === '23505'
  throw isTwin ? new Problem('conflict', 'Two categories beside each other would have the same name.') : error
}

/** Stands for the whole tree, as a form was opened with it. */
export function seenOf(entries: readonly Entry[]): string {
  return entries.map(({ id, seen }) => id.slice(0, 4) + seen.slice(0, 6)).join('')
}

type Import = { ctx: ActingContext; on: In; entries: readonly Entry[]; ids: Map<string, string> }

/** `ids`: of the rows before it, by where they stand. */
async function importRow(
  trx: Transaction<DB>,
  { ctx, on, entries, ids }: Import,
  { does, place, under, existingId, label, description, icon, retired }: PlannedCategory,
): Promise<void> {
  const parentId = under === '' ? null : (ids.get(under) ?? null)
  const id = existingId ?? (await insertCategory(trx, on.networkId, { label, description, icon, parentId }))
  ids.set(place, id)
  if (does === 'same') return
  const old = entries.find(one => one.id === id)
  const retiredAt = retired === (old?.retired ?? false) ? undefined : retired ? ctx.now() : null
  await updateEntry(trx, on.register, id, { label, description, icon, ...(retiredAt !== undefined && { retiredAt }) })
  if (!old || (old.parentId ?? null) === parentId) return
  if (parentId && isWithin(await readRegister(trx, on.networkId, on.register), parentId, id))
    throw new Problem('conflict', `“${label}” would come to stand under itself.`)
  await moveBranch(trx, on.networkId, id, parentId)
}
