/** Who is told of what just happened, by the table in domain/notices.ts; the messages go out when the transaction commits. */
import type { Transaction } from '../db/database.ts'
import type { Recorded } from '../db/events.ts'
import { type Codes, insertNotices, type NoticeRow, type Recipients } from '../db/messages.ts'
import type { CaseFile } from '../db/referrals/load.ts'
import type { DB } from '../db/schema.ts'
import { stepsDue } from '../domain/clock.ts'
import { type Happened, type Notice, notices } from '../domain/notices.ts'
import { heldIt } from '../domain/own-page.ts'
import { isLive, type Referral } from '../domain/referral.ts'
import type { Context } from './context.ts'
import { pausesOf } from './keep-clock.ts'

export type Told = {
  before: Referral
  after: Referral
  file: Pick<
    CaseFile,
    | 'id'
    | 'networkId'
    | 'reference'
    | 'restricted'
    | 'urgent'
    | 'settings'
    | 'outwardCode'
    | 'referrerUserId'
    | 'referrerOrganisationId'
  >
  events: readonly Recorded[]
  /** Whom its author ticked, or whom it concerns. */
  chosen?: readonly string[]
}

/** One statement for all events of a transaction, none where nobody is to be told. */
export function enqueueNotices(trx: Transaction<DB>, { baseUrl }: Pick<Context, 'baseUrl'>, told: Told): Promise<void> {
  const rows = told.events.flatMap(event =>
    noticesOf(event).flatMap(notice =>
      recipientsOf(notice, event, told).map(to => ({
        eventId: event.id,
        template: notice.template,
        referralId: told.file.id,
        actorId: event.userId,
        to,
        codes: codesFor(notice, event, told),
      })),
    ),
  )
  return insertNotices(trx, new URL(baseUrl).hostname, rows satisfies NoticeRow[])
}

/** An action that is not in the table tells nobody. */
function noticesOf({ action }: Recorded): readonly Notice[] {
  return Object.hasOwn(notices, action) ? notices[action as Happened] : []
}

function recipientsOf(
  { to }: Notice,
  { assignmentId }: Recorded,
  { before, after, file, chosen = [] }: Told,
): Recipients[] {
  switch (to) {
    case 'recipient':
      return after.assignments.filter(({ id }) => id === assignmentId).map(organisation)
    case 'recipients':
      return before.assignments.filter(isLive).map(organisation)
    case 'holders':
      return before.assignments.filter(({ status }) => heldIt(status)).map(organisation)
    case 'referrer':
      return file.referrerUserId && file.referrerOrganisationId
        ? [{ referrerId: file.referrerUserId, organisationId: file.referrerOrganisationId }]
        : [{ source: true, organisationId: file.referrerOrganisationId }]
    case 'source':
      return file.referrerUserId ? [] : [{ source: true, organisationId: null }]
    case 'coordinator':
      return [{ coordinatorsOf: file.networkId }]
    case 'person':
      return [{ person: true }]
    case 'chosen':
      return chosen.map(userId => ({ userId }))
  }
}

const organisation = ({ organisationId }: { organisationId: string }) => ({ organisationId })

/** The person is told the reference alone, and so is who referred without an account; of a restricted referral so is the coordinator. */
function codesFor({ to }: Notice, event: Recorded, { after, file }: Told): Codes {
  const { reference, outwardCode, restricted } = file
  if (
    to === 'person' ||
    to === 'source' ||
    to === 'recipients' ||
    to === 'holders' ||
    event.action === 'withdrawConsent' ||
    to === 'chosen' ||
    (to === 'coordinator' && restricted)
  )
    return { reference }
  if (to === 'referrer' && !file.referrerUserId) return { reference }
  const codes = { reference, needs: labelsIn(event), area: outwardCode }
  return to === 'recipient' ? { ...codes, answerBy: answerBy(event, after, file) } : codes
}

function labelsIn({ codes }: Recorded): string[] {
  return Array.isArray(codes.needs) ? codes.needs.filter(label => typeof label === 'string') : []
}

/** The next step of its clock, while it waits. */
function answerBy({ assignmentId, at }: Recorded, { assignments }: Referral, { settings, urgent }: Told['file']) {
  const assignment = assignments.find(({ id }) => id === assignmentId)
  if (assignment?.status !== 'pending') return null
  const steps = stepsDue(assignment.clockFrom, settings.clock, urgent, pausesOf(assignment))
  return steps.find(({ dueAt }) => dueAt > at)?.dueAt.toISOString() ?? null
}
