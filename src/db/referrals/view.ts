/** One referral as far as its viewer may see it: what is out of sight is never loaded. */
import { type Kysely, sql } from 'kysely'
import type { Extent, Sight } from '../../domain/policy.ts'
import type { Assignment, NeedStatus } from '../../domain/referral.ts'
import type { SafeContact } from '../../domain/safe-contact.ts'
import type { DB } from '../schema.ts'
import type { CaseFile } from './load.ts'

export type ViewedNeed = {
  id: string
  categoryId: string
  label: string
  status: NeedStatus
  outcome: string | null
  successful: boolean | null
  unmetReason: string | null
}
export type ViewedAssignment = Assignment & {
  serviceName: string
  organisationName: string
  phone: string | null
  email: string | null
  nextStep: { step: string; dueAt: Date } | null
}
export type Shortlisted = {
  serviceId: string
  organisationId: string
  serviceName: string
  organisationName: string
  categoryIds: string[]
}
export type Note = {
  id: string
  kind: string
  body: string
  at: Date
  author: string | null
  organisation: string | null
  assignmentId: string | null
  own: boolean
}
export type HistoryLine = {
  id: number
  at: Date
  action: string
  party: string
  person: string | null
  organisation: string | null
  assignmentId: string | null
  to: string | null
  codes: { needs?: string[]; reason?: string; service?: string; organisation?: string; outcomes?: string[] }
  note: string | null
}
export type PersonContent = {
  title: string | null
  firstName: string
  lastName: string
  phone: string | null
  email: string | null
  dateOfBirth: string | null
  preferredContact: string | null
  address1: string | null
  address2: string | null
  town: string | null
  county: string | null
  postcode: string | null
  noFixedAddress: boolean
  latitude: number | null
  longitude: number | null
  approximate: boolean
  safeContact: SafeContact | null
}
export type Content = {
  person: PersonContent
  circumstances: string
  householdSize: number | null
  health: string | null
  demographics: Record<string, string[]>
  source: { name: string | null; organisation: string | null; email: string | null; phone: string | null }
  consent: {
    wording: string
    version: number
    how: string
    scope: string
    givenAt: Date
    askedBy: string | null
    widenedAt: Date | null
  }
}

/** The lean facts that a row may show, beyond the case file. */
export type LeanFacts = {
  initials: string | null
  ageBand: string | null
  areaName: string | null
  referrerName: string | null
  referrerOrganisation: string | null
  networkName: string
}

export async function readLean(db: Kysely<DB>, id: string): Promise<LeanFacts> {
  const { rows } = await sql<LeanFacts>`
    select r.initials, r.age_band, a.name as area_name, u.name as referrer_name, o.name as referrer_organisation, n.name as network_name
    from referral r join network n on n.id = r.network_id left join area a on a.code = r.authority_code
    left join "user" u on u.id = r.referrer_user_id left join organisation o on o.id = r.referrer_organisation_id
    where r.id = ${id}`.execute(db)
  return (
    rows[0] ?? {
      initials: null,
      ageBand: null,
      areaName: null,
      referrerName: null,
      referrerOrganisation: null,
      networkName: '',
    }
  )
}

export async function readNeeds(db: Kysely<DB>, id: string): Promise<ViewedNeed[]> {
  const { rows } = await sql<ViewedNeed>`
    select d.id, d.category_id, d.label, d.status, d.successful, t.label as unmet_reason,
      (select e.label from outcome_entry e where e.need_id = d.id and e.outcome_id = d.outcome_id order by e.at desc limit 1) as outcome
    from need d left join term t on t.id = d.unmet_reason_id where d.referral_id = ${id} order by d.position, d.id`.execute(
    db,
  )
  return rows
}

export async function readAssignments(db: Kysely<DB>, file: CaseFile): Promise<ViewedAssignment[]> {
  const { rows } = await sql<Omit<ViewedAssignment, keyof Assignment> & { id: string }>`
    select a.id, s.name as service_name, o.name as organisation_name, coalesce(s.phone, o.phone) as phone, coalesce(s.email, o.email) as email,
      (select json_build_object('step', k.step, 'dueAt', k.due_at) from clock_step k
        where k.assignment_id = a.id and k.round = a.clock_round and k.done_at is null and a.status = 'pending' order by k.due_at limit 1) as next_step
    from assignment a join service s on s.id = a.service_id join organisation o on o.id = a.organisation_id
    where a.referral_id = ${file.id}`.execute(db)
  const names = new Map(rows.map(row => [row.id, row]))
  return file.referral.assignments.flatMap(assignment => {
    const row = names.get(assignment.id)
    if (!row) return []
    const nextStep = row.nextStep && { step: row.nextStep.step, dueAt: new Date(row.nextStep.dueAt) }
    return [{ ...assignment, ...row, nextStep }]
  })
}

/** Whom it goes to next, in order. */
export async function readShortlist(db: Kysely<DB>, id: string): Promise<Shortlisted[]> {
  const { rows } = await sql<Shortlisted>`
    select i.service_id, i.organisation_id, i.category_ids, s.name as service_name, o.name as organisation_name
    from shortlist_item i join service s on s.id = i.service_id join organisation o on o.id = i.organisation_id
    where i.referral_id = ${id} order by i.position`.execute(db)
  return rows
}

/** Call it only for a full sight: row-level security answers nothing to others. */
export async function readContent(db: Kysely<DB>, id: string): Promise<Content | null> {
  const { rows } = await sql<
    Omit<Content, 'person' | 'source' | 'consent'> & {
      person: PersonContent
      source: Content['source'] | null
      consent: Content['consent'] | null
    }
  >`
    select json_build_object('title', p.title, 'firstName', p.first_name, 'lastName', p.last_name, 'phone', p.phone, 'email', p.email,
        'dateOfBirth', p.date_of_birth, 'preferredContact', p.preferred_contact, 'address1', p.address_1, 'address2', p.address_2,
        'town', p.town, 'county', p.county, 'postcode', p.postcode, 'noFixedAddress', p.no_fixed_address, 'latitude', p.latitude,
        'longitude', p.longitude, 'approximate', p.approximate, 'safeContact', p.safe_contact) as person,
      coalesce(d.circumstances, '') as circumstances, d.household_size, d.health, coalesce(d.demographics, '{}') as demographics,
      (select json_build_object('name', s.name, 'organisation', s.organisation, 'email', s.email, 'phone', s.phone)
        from referral_source s where s.referral_id = p.referral_id) as source,
      (select json_build_object('wording', w.wording, 'version', w.version, 'how', c.how, 'scope', c.scope, 'givenAt', c.given_at,
          'widenedAt', c.widened_at, 'askedBy', coalesce(u.name, c.asked_by_name))
        from consent c join consent_wording w on w.id = c.wording_id left join "user" u on u.id = c.asked_by_user_id
        where c.referral_id = p.referral_id) as consent
    from referral_person p left join referral_detail d on d.referral_id = p.referral_id where p.referral_id = ${id}`.execute(
    db,
  )
  const [row] = rows
  if (!row?.consent) return null
  const { consent } = row
  return {
    ...row,
    source: row.source ?? { name: null, organisation: null, email: null, phone: null },
    consent: {
      ...consent,
      givenAt: new Date(consent.givenAt),
      widenedAt: consent.widenedAt && new Date(consent.widenedAt),
    },
  }
}

type Viewer = { userId: string; organisationId: string | null; sight: Sight; exitAt: Date | null }

export async function readNotes(db: Kysely<DB>, id: string, viewer: Viewer): Promise<Note[]> {
  if (viewer.sight.notes === 'none') return []
  const { rows } = await sql<Note>`
    select t.id, t.kind, t.body, t.at, u.name as author, o.name as organisation, t.assignment_id, t.author_user_id = ${viewer.userId} as own
    from note t left join "user" u on u.id = t.author_user_id left join organisation o on o.id = t.author_organisation_id
    where t.referral_id = ${id} and (t.kind <> 'private' or t.author_user_id = ${viewer.userId})
      and ${within(viewer.sight.notes, viewer, sql`t.at`, sql`t.author_user_id = ${viewer.userId} or t.author_organisation_id = ${viewer.organisationId}`)}
    order by t.at desc, t.id`.execute(db)
  return rows
}

export async function readHistory(db: Kysely<DB>, id: string, viewer: Viewer): Promise<HistoryLine[]> {
  if (viewer.sight.history === 'none') return []
  const { rows } = await sql<HistoryLine>`
    select e.id, e.at, e.action, e.party, u.name as person, o.name as organisation, e.assignment_id, s.name || ', ' || t.name as to, e.codes, n.body as note
    from event e left join "user" u on u.id = e.user_id left join organisation o on o.id = e.organisation_id
    left join assignment a on a.id = e.assignment_id left join service s on s.id = a.service_id left join organisation t on t.id = a.organisation_id
    left join note n on n.id = e.note_id and n.kind <> 'private'
    where e.referral_id = ${id} and ${within(viewer.sight.history, viewer, sql`e.at`, sql`e.organisation_id = ${viewer.organisationId} or a.organisation_id = ${viewer.organisationId}`)}
    order by e.id desc`.execute(db)
  return rows
}

/** All of it; what was there when the viewer's part ended; or what is its own. */
function within(extent: Extent, { exitAt }: Viewer, at: ReturnType<typeof sql>, own: ReturnType<typeof sql>) {
  if (extent === 'all') return sql`true`
  if (extent === 'to_exit') return sql`(${at} <= ${exitAt ?? new Date(0)} or ${own})`
  return sql`(${own})`
}
