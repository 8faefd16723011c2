/** Makes an API token: as much as its user may do, cut to its scopes, for some days. It is shown once; its hash is kept. */
import { hashToken, newToken } from '../auth/secrets.ts'
import { minutesBefore } from '../db/actors.ts'
import { recordEvents } from '../db/events.ts'
import { insertToken } from '../db/tokens.ts'
import { type Scope, scopes } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { type Context, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

export type TokenDraft = {
  userId: string
  organisationId: string | null
  name: string
  scopes: readonly string[]
  days: number
}
export type NewToken = { id: string; token: string; expiresAt: Date }

export const longestDays = 366

/** For oneself, or by the program for anybody. */
export function createToken(ctx: Context, draft: TokenDraft): Promise<NewToken> {
  if (ctx.actor && (ctx.actor.userId !== draft.userId || ctx.actor.scopes !== null))
    throw new Problem('not_found', 'There is no such page.')
  if (!Number.isInteger(draft.days) || draft.days < 1 || draft.days > longestDays)
    throw new Problem('invalid', `A token is good for 1 to ${longestDays} days.`, { field: 'days' })
  const { days, ...rest } = draft
  const row = { ...rest, scopes: readScopes(draft.scopes), expiresAt: minutesBefore(ctx.now(), -days * 24 * 60) }
  const token = newToken()
  return inTransaction(ctx, async trx => {
    const id = await insertToken(trx, { ...row, hash: hashToken(token) })
    await recordEvents(trx, ctx.now(), [
      eventBy(ctx, { action: 'createToken', codes: { token: id, user: draft.userId } }),
    ])
    return { id, token, expiresAt: row.expiresAt }
  })
}

function readScopes(given: readonly string[]): Scope[] {
  const unknown = given.filter(one => !scopes.some(scope => scope === one))
  if (unknown.length > 0 || given.length === 0) {
    const known = scopes.join(', ')
    const words =
      unknown.length > 0
        ? `There is no scope ${unknown.join(', ')}. There are: ${known}.`
        : `Name at least one scope. There are: ${known}.`
    throw new Problem('invalid', words, { field: 'scopes' })
  }
  return scopes.filter(scope => given.includes(scope))
}
