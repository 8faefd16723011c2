/** Adds, changes, orders, retires and deletes the entries of a network's registers (ADM-1). Nothing in use is deleted. */
import { insertCategory, moveBranch } from '../db/categories.ts'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import type { DB } from '../db/schema.ts'
import {
  deleteEntry,
  type Entry,
  insertEntry,
  isUsed,
  lockSettings,
  type NewEntry,
  orderEntries,
  readRegister,
  updateEntry,
} from '../db/settings.ts'
import type { Permission } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { keyFor, type Register, shifted } from '../domain/registers.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

export type In = { networkId: string; register: Register }
/** `seen`: the entry as the form was opened with. */
export type On = In & { id: string; seen: string }
export type Change =
  | ({ did: 'change' } & NewEntry)
  | { did: 'up' }
  | { did: 'down' }
  | { did: 'retire' }
  | { did: 'restore' }
  | { did: 'delete' }

/** Returns its id. */
export function addEntry(ctx: ActingContext, on: In, entry: NewEntry): Promise<string> {
  requireCoordinator(ctx, on.networkId)
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, on.networkId)
    const entries = await readRegister(trx, on.networkId, on.register)
    requireFree(on.register, entries, entry, null)
    requireCategories(on.register, entries, entry, null)
    const id = await insertInto(trx, on, entries, entry)
    await recordChange(trx, ctx, on, { entry: id, did: 'add' })
    return id
  })
}

export function keepEntry(
  ctx: ActingContext,
  on: On,
  change: Change,
  permission: Permission = 'coordinate',
): Promise<void> {
  requireCoordinator(ctx, on.networkId, permission)
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, on.networkId)
    const entries = await readRegister(trx, on.networkId, on.register)
    const entry = requireEntry(entries, on.id)
    if (change.did !== 'up' && change.did !== 'down') requireUnchanged(entry, on.seen)
    await apply(trx, { ctx, on, entries, entry }, change)
    await recordChange(trx, ctx, on, { entry: on.id, did: change.did })
  })
}

export function requireEntry(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find(one => one.id === id)
  if (!entry) throw new Problem('not_found', 'It is no longer in this list.')
  return entry
}

export function requireUnchanged(entry: Entry, seen: string): void {
  if (entry.seen !== seen) throw new Problem('conflict', `Somebody changed “${entry.label}” while this page was open.`)
}

export function recordChange(
  trx: Transaction<DB>,
  ctx: ActingContext,
  { networkId, register }: In,
  codes: Record<string, unknown>,
) {
  const event = eventBy(ctx, { action: 'keepRegister', networkId, codes: { part: register.name, ...codes } })
  return recordEvents(trx, ctx.now(), [event])
}

type Task = { ctx: ActingContext; on: On; entries: readonly Entry[]; entry: Entry }

async function apply(trx: Transaction<DB>, task: Task, change: Change): Promise<void> {
  const { ctx, on, entries, entry } = task
  if (change.did === 'change') return write(trx, task, change)
  if (change.did === 'retire') return updateEntry(trx, on.register, entry.id, { retiredAt: ctx.now() })
  if (change.did === 'restore') return restore(trx, task)
  if (change.did === 'delete') return remove(trx, task)
  const siblings = entries.filter(one => isBeside(on.register, entry, one) && !one.retired).map(({ id }) => id)
  await orderEntries(trx, on.register, shifted(siblings, entry.id, change.did === 'up' ? -1 : 1))
}

async function write(trx: Transaction<DB>, { on, entries, entry }: Task, change: NewEntry): Promise<void> {
  const { label, parentId = null, successful, categoryId, description, icon, sensitive = false, options } = change
  requireFree(on.register, entries, change, entry)
  requireCategories(on.register, entries, change, entry)
  await updateEntry(trx, on.register, entry.id, {
    label,
    ...(on.register.table === 'outcome' && { successful: successful === true, categoryId: categoryId ?? null }),
    ...(on.register.table === 'category' && { description: description ?? '', icon: icon ?? null, sensitive }),
    ...(options && { options: JSON.stringify(options) }),
  })
  if (on.register.table === 'category' && parentId !== (entry.parentId ?? null))
    await moveBranch(trx, on.networkId, entry.id, parentId)
}

async function restore(trx: Transaction<DB>, { on, entries, entry }: Task): Promise<void> {
  requireFree(on.register, entries, entry, entry)
  const parent = entries.find(({ id }) => id === entry.parentId)
  if (parent?.retired) throw new Problem('not_now', `Bring back “${parent.label}” first, or move this elsewhere.`)
  const isCategory = on.register.table === 'category'
  await updateEntry(trx, on.register, entry.id, { retiredAt: null, ...(isCategory && { mergedIntoId: null }) })
}

async function remove(trx: Transaction<DB>, { on, entry }: Task): Promise<void> {
  if (await isUsed(trx, on.networkId, on.register, entry))
    throw new Problem('not_now', `“${entry.label}” is in use, so it can only be retired.`)
  await deleteEntry(trx, on.register, entry.id)
}

function insertInto(trx: Transaction<DB>, { networkId, register }: In, entries: readonly Entry[], entry: NewEntry) {
  if (register.table === 'category') return insertCategory(trx, networkId, entry)
  const taken = entries.flatMap(({ key }) => key ?? [])
  const key = register.table === 'demographic' ? { key: keyFor(entry.label, taken) } : {}
  return insertEntry(trx, networkId, register, { ...entry, ...key })
}

/** Two of the same name beside each other could not be told apart. */
function requireFree(register: Register, entries: readonly Entry[], entry: NewEntry, own: Entry | null): void {
  const isSame = (one: Entry) => one.label.toLowerCase() === entry.label.toLowerCase()
  const twin = entries.find(one => one.id !== own?.id && !one.retired && isSame(one) && isBeside(register, entry, one))
  if (twin) throw new Problem('invalid', 'There is one with this name already.', { field: 'label' })
}

/** Categories hang under a living one of the same network, never under themselves; outcomes belong to one that exists. */
function requireCategories(register: Register, entries: readonly Entry[], entry: NewEntry, own: Entry | null): void {
  if (register.table !== 'category' || !entry.parentId) return
  const parent = entries.find(({ id }) => id === entry.parentId)
  const stays = own !== null && own.parentId === entry.parentId
  if (!parent || (parent.retired && !stays))
    throw new Problem('invalid', 'Choose a category that is in use.', { field: 'parentId' })
  if (own && isWithin(entries, parent.id, own.id))
    throw new Problem('invalid', 'A category cannot be moved under itself.', { field: 'parentId' })
}

export function isWithin(entries: readonly Entry[], id: string, branch: string): boolean {
  for (let at: string | null | undefined = id; at; at = entries.find(one => one.id === at)?.parentId)
    if (at === branch) return true
  return false
}

function isBeside({ table }: Register, a: NewEntry, b: NewEntry): boolean {
  if (table === 'category') return (a.parentId ?? null) === (b.parentId ?? null)
  if (table === 'outcome') return a.successful === b.successful
  return true
}
