/** One draft in hand: whose it is, in which network, what was typed; and where one stands in it. */
import { z } from 'zod'
import { inTransaction } from '../../../actions/context.ts'
import { saveDraft, startDraft } from '../../../actions/save-draft.ts'
import { type DraftBody, readDraft } from '../../../db/drafts.ts'
import { type Network, readNetwork } from '../../../db/networks.ts'
import { findSent } from '../../../db/referrals/submission.ts'
import { readSource } from '../../../db/referrers.ts'
import type { Actor } from '../../../domain/policy.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { joinDates } from '../../forms/dates.ts'

export type Page = { var: PageEnv['Variables']; req: { param(name: 'draft'): string } }
export type Typed = DraftBody['typed']
/** `isNew`: nothing is kept yet; the first thing typed makes it. */
export type Draft = { id: string; network: Network; body: DraftBody; isNew: boolean }

/** The draft of the address, or null where there is none (any more). */
export async function findDraft(c: Page): Promise<Draft | null> {
  const { ctx, actor } = c.var
  const id = idIn(c)
  const kept = await inTransaction(ctx, trx => readDraft(trx, actor.userId, id))
  if (!kept) return null
  return { id, network: await networkFor(c, kept.networkId), body: kept.body, isNew: false }
}

/** A draft that begins with who is referring, and nothing else. */
export async function newDraft(c: Page, networkId: string): Promise<Draft> {
  const source = await readSource(c.var.ctx.db, c.var.actor)
  const typed = Object.fromEntries(Object.entries(source).map(([key, value]) => [`source.${key}`, value]))
  return {
    id: idIn(c),
    network: await networkFor(c, networkId),
    body: { typed, shortlist: null, startsFrom: null },
    isNew: true,
  }
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
export function typedIn(form: FormData): Typed {
  const joined = joinDates(form, ['person.dateOfBirth'])
  const names = [...new Set(joined.keys())].filter(name => ours.test(name)).slice(0, 200)
  return Object.fromEntries(
    names.map(name => {
      const texts = joined.getAll(name).filter(value => typeof value === 'string')
      return [name, texts.length > 1 ? texts : (texts[0] ?? '')]
    }),
  )
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

const ours = /^(?:(?:person|address|safeContact|details|source)\.[\w.]{1,80}|needs|urgent|circumstances)$/
