/** A referral with its needs, shortlist, assignments and parties: what the rules work on. Nothing that identifies a person. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type NetworkSettings, readSettings } from '../../domain/network.ts'
import type { Sides, Standing } from '../../domain/policy.ts'
import { Problem } from '../../domain/problem.ts'
import type { Assignment, Need, Progress, Referral, ReferralStatus, Shortlisted } from '../../domain/referral.ts'
import { kept } from '../plans.ts'
import type { DB } from '../schema.ts'

export type CaseFile = {
  id: string
  networkId: string
  reference: string
  status: ReferralStatus
  progress: Progress
  urgent: boolean
  restricted: boolean
  submissionId: string
  throughNetworkId: string | null
  referrerOrganisationId: string | null
  referrerUserId: string | null
  openedAt: Date
  anonymised: boolean
  outwardCode: string | null
  authorityCode: string | null
  /** Neither restricted nor taken back: in more figures than those of who was asked. */
  counted: boolean
  settings: NetworkSettings
  consentScope: 'named' | 'network' | null
  referral: Referral
  needLabels: ReadonlyMap<string, string>
  sides: Sides
}

/** Locks the whole referral until the transaction ends, then reads it: two people at once take turns here. */
export async function lockCase(trx: Kysely<DB>, id: string): Promise<CaseFile> {
  await sql`${kept} select from referral where id = ${id} for update`.execute(trx)
  return loadCase(trx, id)
}

export async function loadCase(db: Kysely<DB>, id: string): Promise<CaseFile> {
  return fileOf(await loadRow<object>(db, id, sql``))
}

/** With what else is to be read of it in the same statement: further columns, each with a comma before it. */
export async function loadRow<More>(db: Kysely<DB>, id: string, more: RawBuilder<unknown>): Promise<CaseRow & More> {
  const { rows } = await caseQuery<More>(id, more).execute(db)
  const [row] = rows
  if (!row) throw new Problem('not_found', 'There is no such referral.')
  return row
}

export type CaseRow = {
  id: string
  networkId: string
  reference: string
  status: ReferralStatus
  progress: Progress
  urgent: boolean
  restricted: boolean
  submissionId: string
  throughNetworkId: string | null
  referrerOrganisationId: string | null
  referrerUserId: string | null
  openedAt: Date
  consentWithdrawnAt: Date | null
  anonymisedAt: Date | null
  outwardCode: string | null
  authorityCode: string | null
  startsFromServiceId: string | null
  settings: unknown
  consentScope: 'named' | 'network' | null
  needs: (Omit<Need, 'outcome'> & { label: string; outcomeId: string | null; successful: boolean | null })[]
  shortlist: Shortlisted[]
  assignments: StoredAssignment[]
  parties: { organisationId: string; standing: Standing }[]
  openedBy: string[]
}
type Moment = 'askedAt' | 'clockFrom' | 'questionAskedAt' | 'questionAnsweredAt' | 'answeredAt' | 'endedAt'
type StoredAssignment = Omit<Assignment, Moment> & Record<Moment, string | null>

function caseQuery<More>(id: string, more: RawBuilder<unknown>) {
  return sql<CaseRow & More>`${kept}
    select r.id, r.network_id, r.reference, r.status, r.progress, r.urgent, r.restricted, r.referrer_organisation_id,
      r.referrer_user_id, r.opened_at, r.consent_withdrawn_at, r.anonymised_at, r.outward_code, r.authority_code,
      r.starts_from_service_id, r.submission_id, r.through_network_id, n.settings,
      (select scope from consent c where c.referral_id = r.id) as consent_scope,
      (select coalesce(json_agg(json_build_object('id', d.id, 'categoryId', d.category_id, 'label', d.label, 'status', d.status,
          'outcomeId', d.outcome_id, 'successful', d.successful) order by d.position, d.id), '[]') from need d where d.referral_id = r.id) as needs,
      (select coalesce(json_agg(json_build_object('serviceId', s.service_id, 'organisationId', s.organisation_id,
          'categoryIds', s.category_ids, 'addedBy', s.added_by, 'suspended', m.status = 'suspended') order by s.position), '[]')
        from shortlist_item s left join organisation_in_network m on m.organisation_id = s.organisation_id and m.network_id = r.network_id
        where s.referral_id = r.id) as shortlist,
      (select coalesce(json_agg(json_build_object('id', a.id, 'serviceId', a.service_id, 'organisationId', a.organisation_id,
          'status', a.status, 'via', a.via, 'fromId', a.from_assignment_id, 'plainAccept', a.plain_accept, 'askedAt', a.asked_at,
          'clockFrom', a.clock_from, 'round', a.clock_round, 'questionAskedAt', a.question_asked_at,
          'questionAnsweredAt', a.question_answered_at, 'answeredAt', a.answered_at, 'endedAt', a.ended_at,
          'needIds', (select coalesce(json_agg(l.need_id order by l.need_id), '[]') from assignment_need l where l.assignment_id = a.id),
          'givenUp', (select coalesce(json_agg(l.need_id order by l.need_id), '[]') from assignment_need l where l.assignment_id = a.id and l.given_up))
        order by a.nth), '[]') from assignment a where a.referral_id = r.id) as assignments,
      (select coalesce(json_agg(json_build_object('organisationId', p.organisation_id, 'standing', p.standing)), '[]')
        from referral_party p where p.referral_id = r.id) as parties,
      array(select b.user_id from break_glass b where b.referral_id = r.id and b.expires_at > now()) as opened_by${more}
    from referral r join network n on n.id = r.network_id where r.id = ${id}`
}

export function fileOf(row: CaseRow): CaseFile {
  const { needs, shortlist, assignments, parties, settings, consentWithdrawnAt, anonymisedAt } = row
  return {
    ...leanOf(row),
    anonymised: anonymisedAt !== null,
    settings: readSettings(settings),
    referral: {
      needs: needs.map(needOf),
      shortlist,
      assignments: assignments.map(assignmentOf),
      startsFrom: row.startsFromServiceId,
    },
    needLabels: new Map(needs.map(({ id, label }) => [id, label])),
    sides: {
      networkId: row.networkId,
      throughNetworkId: row.throughNetworkId,
      restricted: row.restricted,
      consentWithdrawn: consentWithdrawnAt !== null,
      parties,
      openedBy: row.openedBy,
    },
  }
}

function leanOf(row: CaseRow) {
  const { id, networkId, reference, status, progress, urgent, restricted, openedAt, outwardCode, consentScope } = row
  const { authorityCode, consentWithdrawnAt } = row
  const { referrerOrganisationId, referrerUserId, submissionId, throughNetworkId } = row
  return {
    ...{ id, networkId, reference, status, progress, urgent, restricted, openedAt, outwardCode, consentScope },
    ...{ referrerOrganisationId, referrerUserId, submissionId, throughNetworkId },
    ...{ authorityCode, counted: !restricted && consentWithdrawnAt === null },
  }
}

function needOf({ id, categoryId, status, outcomeId, successful }: CaseRow['needs'][number]): Need {
  return { id, categoryId, status, outcome: outcomeId ? { outcomeId, successful: successful ?? false } : null }
}

/** JSON has no dates. */
function assignmentOf(stored: StoredAssignment): Assignment {
  const moment = (name: Moment) => (stored[name] === null ? null : new Date(stored[name]))
  return {
    ...stored,
    askedAt: moment('askedAt') ?? new Date(0),
    clockFrom: moment('clockFrom') ?? new Date(0),
    questionAskedAt: moment('questionAskedAt'),
    questionAnsweredAt: moment('questionAnsweredAt'),
    answeredAt: moment('answeredAt'),
    endedAt: moment('endedAt'),
  }
}
