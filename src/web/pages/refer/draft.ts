/** One draft in hand: whose it is, in which network, what was typed; and where one stands in it. */
import { z } from 'zod'
import { inTransaction } from '../../../actions/context.ts'
import { saveDraft, startDraft } from '../../../actions/save-draft.ts'
import { listConnected } from '../../../db/connections.ts'
import { type DraftBody, readDraft } from '../../../db/drafts.ts'
import { type Network, readNetwork, readNetworks } from '../../../db/networks.ts'
import { findSent } from '../../../db/referrals/submission.ts'
import { readSource } from '../../../db/referrers.ts'
import { findStart, readStart, type StartInfo } from '../../../db/starting.ts'
import { offeredBy } from '../../../domain/connection.ts'
import type { AskedBy } from '../../../domain/own-questions.ts'
import type { Actor } from '../../../domain/policy.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { joinDates } from '../../forms/dates.ts'
import { paths } from '../../paths.ts'

export type Page = { var: PageEnv['Variables']; req: { param(name: 'draft'): string } }
export type Typed = DraftBody['typed']
/**
 * `network`: with the needs of those `connected` too (NET-4). `start`: what it begins from (FORM-10).
 * `isNew`: nothing is kept yet; the first thing typed makes it.
 */
export type Draft = {
  id: string
  network: Network
  connected: Network[]
  start: StartInfo | null
  /** Where this is the part of a connected network: whose form it is. */
  through?: string
  body: DraftBody
  isNew: boolean
}

/** The draft of the address, or null where there is none (any more). */
export async function findDraft(c: Page): Promise<Draft | null> {
  const { ctx, actor } = c.var
  const id = idIn(c)
  const kept = await inTransaction(ctx, trx => readDraft(trx, actor.userId, id))
  if (!kept) return null
  return { id, ...(await surroundingsOf(c, kept.networkId, kept.body)), body: kept.body, isNew: false }
}

/** A draft that begins with who is referring; `from`: and from this organisation or service, where the network has it. */
export async function newDraft(c: Page, networkId: string, from: string | null = null): Promise<Draft> {
  const source = await readSource(c.var.ctx.db, c.var.actor)
  const typed = Object.fromEntries(Object.entries(source).map(([key, value]) => [`source.${key}`, value]))
  const startsFrom = from && z.uuid().safeParse(from).success ? await findStart(c.var.ctx.db, networkId, from) : null
  const body = { typed, shortlist: null, startsFrom }
  return { id: idIn(c), ...(await surroundingsOf(c, networkId, body)), body, isNew: true }
}

async function surroundingsOf(c: Page, networkId: string, { startsFrom }: DraftBody) {
  const { db } = c.var.ctx
  const own = await networkFor(c, networkId)
  const connected = await readNetworks(db, await listConnected(db, networkId))
  const start = startsFrom && (await readStart(db, networkId, startsFrom))
  return { network: offeredBy(own, connected), connected, start }
}

/** What it became, where it was sent already. */
export function findReferral(c: Page): Promise<{ id: string } | null> {
  return findSent(c.var.ctx.db, idIn(c), c.var.actor.userId)
}

export async function keep(c: Page, { id, network, isNew }: Draft, body: DraftBody): Promise<void> {
  if (isNew) await startDraft(c.var.ctx, network.id, body, id)
  else await saveDraft(c.var.ctx, id, body)
}

/** The networks that one may refer in, the one worked in alone where there is one. */
export function networksFor({ networks }: Actor, workedIn: string | null | undefined): string[] {
  const agreed = networks.filter(network => network.agreed).map(({ id }) => id)
  return workedIn && agreed.includes(workedIn) ? [workedIn] : agreed
}

/** The fields of the form, as typed; the page's own buttons and strangers are left behind. */
export function typedIn(form: FormData, dates: readonly string[] = []): Typed {
  const joined = joinDates(form, ['person.dateOfBirth', ...dates])
  const names = [...new Set(joined.keys())].filter(name => ours.test(name)).slice(0, 600)
  return Object.fromEntries(names.map(name => [name, textIn(joined, name)]))
}

function textIn(form: FormData, name: string): string | string[] {
  const texts = form.getAll(name).filter(value => typeof value === 'string')
  return texts.length > 1 ? texts : (texts[0] ?? '')
}

/** Questions of the network whose answers are dates, in three boxes. */
export function datesIn({ form: { questions } }: Network): string[] {
  return questions.filter(({ kind }) => kind === 'date').map(({ id }) => `answers.${id}`)
}

/** What was typed to the questions of these organisations. */
export function typedByOrganisation(form: FormData, organisations: readonly AskedBy[]): Typed {
  const named = organisations.flatMap(({ organisationId, questions }) =>
    questions.map(({ id, kind }) => ({ name: `organisationAnswers.${organisationId}.${id}`, isDate: kind === 'date' })),
  )
  const dates = named.flatMap(({ name, isDate }) => (isDate ? [name] : []))
  const joined = joinDates(form, dates)
  return Object.fromEntries(named.map(({ name }) => [name, textIn(joined, name)]))
}

/** What was typed on another page than the form's: to the questions of organisations. */
export function apart(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => theirs.test(name)))
}

export function today(c: Pick<Page, 'var'>): string {
  return c.var.ctx.now().toISOString().slice(0, 10)
}

async function networkFor({ var: { ctx, actor } }: Pick<Page, 'var'>, networkId: string): Promise<Network> {
  if (!networksFor(actor, null).includes(networkId)) throw absent()
  return readNetwork(ctx.db, networkId)
}

function idIn(c: Page): string {
  const id = c.req.param('draft')
  if (!z.uuid().safeParse(id).success) throw absent()
  return id
}

const ours =
  /^(?:(?:person|address|safeContact|details|source|answers)\.[\w.]{1,80}|needs|urgent|restricted|circumstances)$/
const theirs = /^organisationAnswers\./

/** Where a button on its list of services leads: of a connected network's list, that one is named. */
export function servicesOf({ id, network, through }: Draft): string {
  return through ? `${paths.draftServices(id)}?in=${network.id}` : paths.draftServices(id)
}
