/** PUB-3: the code of a person's own page, made by who knows them and shown once, to be handed over on paper or said. */
import { randomInt } from 'node:crypto'
import type { Transaction } from '../../db/database.ts'
import { recordEvents } from '../../db/events.ts'
import { codeMadeAt, endCode, replaceCode } from '../../db/person-codes.ts'
import { type CaseFile, lockCase } from '../../db/referrals/load.ts'
import type { DB } from '../../db/schema.ts'
import { partiesOf, sightOf, standingsOf } from '../../domain/policy.ts'
import { mayGiveCode } from '../../domain/policy-on-referral.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { hashOfCode } from './key.ts'

/** Eight figures in two groups; the code before it opens nothing any more. */
export function giveCode(ctx: ActingContext, referralId: string): Promise<string> {
  return inTransaction(ctx, async trx => {
    const file = await lockAllowed(trx, ctx, referralId)
    const { userId, organisationId } = ctx.actor
    const code = String(randomInt(10 ** 8)).padStart(8, '0')
    // Who only helps in one network must not learn, by a code of their own, what another network was asked.
    const whole = organisationId !== null && standingsOf(organisationId, file.sides).includes('sender')
    const codeHash = hashOfCode(ctx.secret, referralId, code)
    await replaceCode(trx, { referralId, codeHash, whole, madeAt: ctx.now(), madeBy: userId })
    await record(trx, ctx, file, 'personCode')
    return `${code.slice(0, 4)} ${code.slice(4)}`
  })
}

/** Ending it twice is ending it once. */
export function takeCodeBack(ctx: ActingContext, referralId: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    const file = await lockAllowed(trx, ctx, referralId)
    if (await endCode(trx, referralId)) await record(trx, ctx, file, 'personCodeEnded')
  })
}

/** Since when the person has had one. */
export function readCodeMade(ctx: ActingContext, referralId: string): Promise<Date | null> {
  return inTransaction(ctx, trx => codeMadeAt(trx, referralId))
}

async function lockAllowed(trx: Transaction<DB>, { actor }: ActingContext, referralId: string): Promise<CaseFile> {
  const file = await lockCase(trx, referralId)
  const { sides, settings, anonymised } = file
  if (sightOf(actor, sides, settings).level === 'none') throw new Problem('not_found', 'There is no such referral.')
  if (anonymised || !mayGiveCode(actor, sides, settings))
    throw new Problem('not_allowed', 'Only who sent it, who helps and the coordinator may give a code.')
  return file
}

function record(trx: Transaction<DB>, { actor, now }: ActingContext, file: CaseFile, action: string) {
  const own = file.referral.assignments.find(one => one.organisationId === actor.organisationId) ?? null
  const [party = 'member'] = partiesOf(actor, file.sides, own)
  const { userId, organisationId } = actor
  const who = { party, userId, organisationId, assignmentId: null, noteId: null, codes: {} }
  return recordEvents(trx, now(), [{ action, networkId: file.networkId, referralId: file.id, ...who }])
}
