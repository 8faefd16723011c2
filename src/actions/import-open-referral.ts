/** API-2, API-4: takes the services of another directory's feed into a network. Again: changes what changed, retires what is gone, doubles nothing. */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { type Batch, claimImport, markBatch, openBatch, releaseImport } from '../db/import-batches.ts'
import { addFeedCategory, findGone, keepFeedOrganisation, readKnownAreas } from '../db/open-data/keep.ts'
import { countAnew } from '../db/plans.ts'
import type { DB } from '../db/schema.ts'
import { refreshCandidates } from '../db/services/candidates.ts'
import { findCategories } from '../db/services/import.ts'
import { changeService } from '../db/services/save.ts'
import {
  type FeedService,
  type FeedTerm,
  feedService,
  goodAddress,
  goodEmail,
  notKept,
  termsOf,
} from '../domain/open-referral.ts'
import { Problem } from '../domain/problem.ts'
import { type Context, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { fold } from './import-service-row.ts'
import { keepFeedService, type Missed } from './keep-feed-service.ts'

/** `source` names the publisher, so that its next feed changes the same services. `mapping`: of a term's name to a category's. */
export type FeedImport = {
  networkId: string
  source: string
  items: readonly unknown[]
  makeCategories: boolean
  mapping?: Readonly<Record<string, string>>
}
/** `missed`: by its code what could not be kept, with the services that had it; `left`: services left out, with the reason. */
export type FeedResult = {
  made: number
  changed: number
  retired: number
  /** Gone from the feed, but somebody is still being helped there: no longer offered. */
  busy: number
  left: { id: string; name: string; why: string }[]
  missed: Partial<Record<Missed, string[]>>
}

/** So many in one transaction: what was broken off goes on there. */
const bundle = 200

export async function importOpenReferral(ctx: Context, given: FeedImport): Promise<FeedResult> {
  return ctx.db.connection().execute(async connection => {
    const kind = `open-referral ${given.networkId}`
    if (!(await claimImport(connection, kind)))
      throw new Problem('not_now', 'Another import into this network is running. Wait until it has ended.')
    return run(ctx, given).finally(() => releaseImport(connection, kind))
  })
}

export type Job = {
  networkId: string
  source: string
  areas: Awaited<ReturnType<typeof readKnownAreas>>
  categories: Map<string, string>
  organisations: Map<string, string>
  given: FeedImport
  result: FeedResult
}

async function run(ctx: Context, given: FeedImport): Promise<FeedResult> {
  const job = await openJob(ctx.db, given)
  const batch = await openBatch(ctx.db, 'open-referral', `${given.networkId} ${given.source}`, printOf(given))
  const services = readItems(job)
  // A feed that came to its end may come again: only one broken off goes on where it was.
  const from = batch.finishedAt ? 0 : Number(batch.lines)
  for (let at = from; at < services.length; at += bundle)
    await inTransaction(ctx, trx => keepBundle(trx, job, services.slice(at, at + bundle), { ...batch, lines: at }))
  await inTransaction(ctx, async trx => {
    await retire(trx, job, services)
    await markBatch(trx, { ...batch, ...countsOf(job), lines: services.length }, true)
    const codes = { made: job.result.made, changed: job.result.changed, retired: job.result.retired }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'importFeed', networkId: given.networkId, codes })])
  })
  await countAnew(ctx.db)
  return job.result
}

async function openJob(db: Kysely<DB>, given: FeedImport): Promise<Job> {
  const { networkId, source } = given
  const known = await findCategories(db, networkId)
  const categories = new Map(known.flatMap(({ id, label }) => [[fold(label), id] as const, [id, id] as const]))
  const result = { made: 0, changed: 0, retired: 0, busy: 0, left: [], missed: {} }
  return { networkId, source, areas: await readKnownAreas(db), categories, organisations: new Map(), given, result }
}

function printOf({ items }: FeedImport): string {
  const hash = createHash('sha256')
  for (const item of items) hash.update(JSON.stringify(item))
  return hash.digest('hex')
}

/** Of one that is given twice the first counts. */
function readItems({ given, result }: Job): FeedService[] {
  const read = new Map<string, FeedService>()
  for (const item of given.items) {
    const parsed = feedService.safeParse(item)
    const { id = '', name = '' } = (typeof item === 'object' && item ? item : {}) as { id?: unknown; name?: unknown }
    const why = !parsed.success
      ? String(parsed.error.issues[0]?.path[0] ?? 'form')
      : read.has(parsed.data.id)
        ? 'twice'
        : null
    if (why || !parsed.success) result.left.push({ id: String(id), name: String(name), why: why ?? 'form' })
    else read.set(parsed.data.id, parsed.data)
    if (why || !parsed.data?.name) continue
    for (const field of notKept) if (has(item, field)) miss(result, field, parsed.data)
  }
  return [...read.values()]
}

function has(item: unknown, field: string): boolean {
  const value = (item as Record<string, unknown>)[field]
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

export function miss({ missed }: FeedResult, code: Missed, { name }: FeedService): void {
  const named = missed[code] ?? []
  missed[code] = named
  named.push(name)
}

async function keepBundle(trx: Transaction<DB>, job: Job, services: readonly FeedService[], batch: Batch) {
  const saved: string[] = []
  for (const service of services) {
    const categoryIds = await categoriesOf(trx, job, service)
    const why = !service.name ? 'name' : categoryIds.length === 0 ? 'category' : null
    if (why) job.result.left.push({ id: service.id, name: service.name, why })
    else
      saved.push(
        await keepFeedService(trx, job, service, {
          organisationId: await organisationOf(trx, job, service),
          categoryIds,
        }),
      )
  }
  await refreshCandidates(trx, saved)
  await markBatch(trx, { ...batch, ...countsOf(job), lines: batch.lines + services.length }, false)
}

const countsOf = ({ result }: Job) => ({ imported: result.made + result.changed, skipped: result.left.length })

async function categoriesOf(trx: Transaction<DB>, job: Job, service: FeedService): Promise<string[]> {
  const ids = new Set<string>()
  for (const term of termsOf(service)) {
    const id = await categoryOf(trx, job, term)
    if (id) ids.add(id)
    else miss(job.result, 'taxonomy_term', service)
  }
  return [...ids].slice(0, 50)
}

/** By its own id, by what the mapping or its name says; else a new one where that is wanted. */
async function categoryOf(trx: Transaction<DB>, { given, categories, networkId }: Job, term: FeedTerm) {
  const name = (given.mapping?.[term.name] ?? term.name).slice(0, 120)
  const known = categories.get(term.id) ?? categories.get(fold(name))
  if (known || !given.makeCategories) return known
  const id = await addFeedCategory(trx, networkId, { ...term, name, description: term.description.slice(0, 1000) })
  categories.set(fold(name), id).set(term.id, id)
  return id
}

async function organisationOf(
  trx: Transaction<DB>,
  job: Job,
  { organization, id, name }: FeedService,
): Promise<string> {
  const given = organization?.name ? organization : { id: '', name, description: '', email: '', website: '' }
  const key = given.id || fold(given.name) || id
  const known = job.organisations.get(key)
  if (known) return known
  const { email, website, description } = given
  const about = {
    description: description === given.name ? '' : description,
    email: goodEmail(email),
    website: goodAddress(website),
  }
  const organisation = { id: given.id, name: given.name.slice(0, 200), ...about }
  const kept = await keepFeedOrganisation(trx, job, organisation, key)
  job.organisations.set(key, kept)
  return kept
}

/** Who waits there is not dropped: the service stays, and is offered no more. */
async function retire(trx: Transaction<DB>, { networkId, source, result }: Job, services: readonly FeedService[]) {
  const seen = services.map(({ id }) => `${source}:${id}`)
  for (const { id, busy } of await findGone(trx, networkId, source, seen)) {
    const off = { networks: [{ networkId, active: false, listed: false }] }
    await changeService(trx, id, busy ? off : { ...off, status: 'archived' })
    result[busy ? 'busy' : 'retired'] += 1
  }
}
