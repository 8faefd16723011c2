/** Writes what the rules decided: needs, shortlist, assignments, the parties' rows, and the status that lists read. */
import { type Kysely, sql } from 'kysely'
import { standings } from '../../domain/policy.ts'
import {
  type Assignment,
  isEnded,
  isLive,
  keptBy,
  progressOf,
  type Referral,
  statusOf,
  takenAtOf,
} from '../../domain/referral.ts'
import { kept } from '../plans.ts'
import type { DB } from '../schema.ts'

export type Saved = {
  id: string
  networkId: string
  throughNetworkId?: string | null
  referrerOrganisationId: string | null
  urgent: boolean
  openedAt: Date
  authorityCode: string | null
  counted: boolean
}

/** The only writers of a referral's derived columns are this, with the referral locked, and insertCase. */
export async function saveCase(trx: Kysely<DB>, file: Saved, referral: Referral, at: Date): Promise<void> {
  // What is no longer live goes first, or the index of one live assignment per need would refuse its successor.
  await releaseNeeds(trx, referral)
  await saveQuery(file, referral, at).execute(trx)
}

async function releaseNeeds(trx: Kysely<DB>, { assignments }: Referral): Promise<void> {
  const gone = assignments.flatMap(linkRows).filter(link => !link.live)
  if (gone.length === 0) return
  await sql`${kept} update assignment_need l set live = false, given_up = x."givenUp"
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as x("assignmentId" uuid, "needId" uuid, "givenUp" boolean)
    where l.assignment_id = x."assignmentId" and l.need_id = x."needId" and (l.live or l.given_up <> x."givenUp")`.execute(
    trx,
  )
}

function needRow({ id, categoryId, status, outcome }: Referral['needs'][number]) {
  return { id, categoryId, status, outcomeId: outcome?.outcomeId ?? null, successful: outcome?.successful ?? null }
}

function assignmentRow(assignment: Assignment, { needs }: Referral) {
  const own = needs.filter(({ id }) => assignment.needIds.includes(id))
  return { ...assignment, categoryIds: own.map(({ categoryId }) => categoryId).sort() }
}

function linkRows(assignment: Assignment) {
  const kept = keptBy(assignment)
  return assignment.needIds.map(needId => ({
    assignmentId: assignment.id,
    needId,
    live: isLive(assignment) && kept.includes(needId),
    givenUp: assignment.givenUp.includes(needId),
  }))
}

function partyRows({ referrerOrganisationId, networkId, throughNetworkId }: Saved, referral: Referral) {
  return standings(referral, referrerOrganisationId).map(({ organisationId, standing }) => ({
    organisationId,
    standing,
    side: standing === 'sender' ? 'sent' : 'received',
    networkId: standing === 'sender' ? (throughNetworkId ?? networkId) : networkId,
    waitingSince: standing === 'sender' ? null : waitingSince(referral, organisationId),
  }))
}

function waitingSince({ assignments }: Referral, organisationId: string): Date | null {
  const pending = assignments.filter(one => one.organisationId === organisationId && one.status === 'pending')
  return pending.map(({ clockFrom }) => clockFrom).sort((a, b) => a.getTime() - b.getTime())[0] ?? null
}

function saveQuery(file: Saved, referral: Referral, at: Date) {
  const status = statusOf(referral)
  const closedAt = isEnded(status) ? at : null
  return sql`${kept}
    with input as materialized (select ${documentOf(file, referral)}::jsonb as doc),
    needs as (
      update need n set status = x.status, outcome_id = x."outcomeId", successful = x.successful
      from input, jsonb_to_recordset(doc -> 'needs') as x(id uuid, status text, "outcomeId" uuid, successful boolean)
      where n.referral_id = ${file.id}::uuid and n.id = x.id
        and (n.status, n.outcome_id, n.successful) is distinct from (x.status, x."outcomeId", x.successful)),
    ${rowsOf(file, status)}
    update referral set status = ${status}, progress = ${progressOf(referral)}, changed_at = ${at}, closed_at = ${closedAt},
      taken_at = ${takenAtOf(referral)} where id = ${file.id}`
}

/** What `rowsOf` writes, as one document. */
export function documentOf(file: Saved, referral: Referral, labels?: ReadonlyMap<string, string>): string {
  return JSON.stringify({
    needs: referral.needs.map((need, position) => ({ ...needRow(need), label: labels?.get(need.id), position })),
    shortlist: referral.shortlist.map((item, position) => ({ ...item, position })),
    assignments: referral.assignments.map(one => assignmentRow(one, referral)),
    links: referral.assignments.flatMap(linkRows),
    parties: partyRows(file, referral),
  })
}

/** The rows around a referral, as parts of a statement that has their document as `input`. */
export function rowsOf(file: Saved, status: string) {
  return sql`
    shortlist as (
      insert into shortlist_item (referral_id, service_id, organisation_id, category_ids, position, added_by)
      select ${file.id}::uuid, x."serviceId", x."organisationId", x."categoryIds", x.position, x."addedBy"
      from input, jsonb_to_recordset(doc -> 'shortlist')
        as x("serviceId" uuid, "organisationId" uuid, "categoryIds" uuid[], position integer, "addedBy" text)
      on conflict (referral_id, service_id) do update set position = excluded.position, added_by = excluded.added_by
        where shortlist_item.position <> excluded.position),
    assignments as (
      insert into assignment (id, referral_id, network_id, service_id, organisation_id, status, via, from_assignment_id, plain_accept,
        authority_code, counted, category_ids, asked_at, clock_from, clock_round, question_asked_at, question_answered_at, answered_at, ended_at)
      select x.id, ${file.id}::uuid, ${file.networkId}::uuid, x."serviceId", x."organisationId", x.status, x.via, x."fromId", x."plainAccept",
        ${file.authorityCode}::text, ${file.counted}::boolean, x."categoryIds", x."askedAt", x."clockFrom", x.round, x."questionAskedAt", x."questionAnsweredAt", x."answeredAt", x."endedAt"
      from input, jsonb_to_recordset(doc -> 'assignments') as x(id uuid, "serviceId" uuid, "organisationId" uuid, status text, via text,
        "fromId" uuid, "plainAccept" boolean, "categoryIds" uuid[], "askedAt" timestamptz, "clockFrom" timestamptz, round integer,
        "questionAskedAt" timestamptz, "questionAnsweredAt" timestamptz, "answeredAt" timestamptz, "endedAt" timestamptz)
      on conflict (id) do update set status = excluded.status, plain_accept = excluded.plain_accept,
        category_ids = excluded.category_ids, clock_from = excluded.clock_from,
        clock_round = excluded.clock_round, question_asked_at = excluded.question_asked_at,
        question_answered_at = excluded.question_answered_at, answered_at = excluded.answered_at, ended_at = excluded.ended_at),
    links as (
      insert into assignment_need (assignment_id, need_id, live, given_up)
      select x."assignmentId", x."needId", x.live, x."givenUp"
      from input, jsonb_to_recordset(doc -> 'links') as x("assignmentId" uuid, "needId" uuid, live boolean, "givenUp" boolean)
      on conflict (assignment_id, need_id) do update set live = excluded.live, given_up = excluded.given_up
        where (assignment_need.live, assignment_need.given_up) is distinct from (excluded.live, excluded.given_up)),
    parties as (
      insert into referral_party (referral_id, organisation_id, side, standing, network_id, status, urgent, opened_at, waiting_since)
      select ${file.id}::uuid, x."organisationId", x.side, x.standing, x."networkId", ${status}::text, ${file.urgent}::boolean,
        ${file.openedAt}::timestamptz, x."waitingSince"
      from input, jsonb_to_recordset(doc -> 'parties') as x("organisationId" uuid, side text, standing text, "networkId" uuid, "waitingSince" timestamptz)
      on conflict (organisation_id, referral_id, side) do update set standing = excluded.standing, status = excluded.status,
        urgent = excluded.urgent, waiting_since = excluded.waiting_since)`
}
