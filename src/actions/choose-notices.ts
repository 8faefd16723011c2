/** RES-2: choosing what to be told of, for oneself or for the organisation's team inbox. What duty requires cannot be switched off. */
import { recordEvents } from '../db/events.ts'
import {
  holdChoosers,
  readChoices,
  readStanding,
  readTeamInbox,
  type Standing,
  writeChoices,
  writeTeamInbox,
} from '../db/notice-choices.ts'
import { defaultHow, type How, kindNames, mayTurnOff, type NoticeChoices, type NoticeKind } from '../domain/notices.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

export type Choosing = {
  kinds: { kind: NoticeKind; how: How; mayTurnOff: boolean }[]
  teamInbox: string | null
}

/** As it stands for whoever acts. */
export async function noticesFor({ db, actor }: ActingContext): Promise<Choosing> {
  const chosen = await readChoices(db, { userId: actor.userId })
  const standing = await readStanding(db, actor.userId)
  return {
    kinds: kindNames
      .filter(kind => kind !== 'coordinating' || standing.coordinates)
      .map(kind => ({
        kind,
        how: chosen[kind] ?? defaultHow(standing, kind),
        mayTurnOff: mayTurnOff(kind, othersFor(kind, standing)),
      })),
    teamInbox: actor.organisationId ? await readTeamInbox(db, actor.organisationId) : null,
  }
}

export function chooseNotices(ctx: ActingContext, choices: NoticeChoices): Promise<void> {
  const { userId } = ctx.actor
  return inTransaction(ctx, async trx => {
    await holdChoosers(trx, userId)
    const standing = await readStanding(trx, userId)
    const needed = kindNames.filter(kind => choices[kind] === 'off' && !mayTurnOff(kind, othersFor(kind, standing)))
    if (needed.length > 0)
      throw new Problem(
        'invalid',
        'You are the only one who is told of this.',
        { field: needed[0] ?? '' },
        needed.map(field => ({ field, code: 'only_one' })),
      )
    await writeChoices(trx, { userId }, choices)
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'chooseNotices', party: 'self' })])
  })
}

/** A primary user's: the address that several read, or none, and what goes to it. */
export function setTeamInbox(ctx: ActingContext, email: string | null, choices: NoticeChoices): Promise<void> {
  const { organisationId, role } = ctx.actor
  if (!organisationId || role !== 'primary') throw new Problem('not_found', 'There is no such organisation.')
  return inTransaction(ctx, async trx => {
    await writeTeamInbox(trx, organisationId, email)
    await writeChoices(trx, { teamOf: organisationId }, choices)
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'setTeamInbox', party: 'primary' })])
  })
}

/** A question to a referrer goes to them alone; of the rest, whoever nothing hangs on may switch it off. */
function othersFor(kind: NoticeKind, { others }: Standing): number {
  if (kind === 'question') return 0
  return (kind === 'asked' || kind === 'coordinating' ? others[kind] : null) ?? Number.POSITIVE_INFINITY
}
