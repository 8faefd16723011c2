/** One referral with the names that a page needs; nothing that identifies a person: that is in trail.ts. */
import { type Kysely, sql } from 'kysely'
import type { FileState } from '../../domain/attachments.ts'
import type { LawfulBasis } from '../../domain/consent.ts'
import type { Answer, Question } from '../../domain/questions/types.ts'
import type { Assignment, NeedStatus } from '../../domain/referral.ts'
import type { SafeContact } from '../../domain/safe-contact.ts'
import type { DB } from '../schema.ts'
import { type CaseFile, fileOf, loadRow } from './load.ts'

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
/** A file of the referral; the policy says from who added it who may remove it. */
export type Attached = {
  id: string
  name: string
  bytes: number
  macros: boolean
  state: FileState
  remark: string
  at: Date
  author: string | null
  organisation: string | null
  addedByUserId: string | null
  addedByOrganisationId: string | null
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
  /** Of the file that it is about, where the viewer may read it. */
  file: string | null
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
/** An answer to a network's or an organisation's own question, with the question as it was asked. Null: left blank. */
export type GivenAnswer = {
  question: Question
  value: Answer
  /** Null: the network's question. */
  organisationId: string | null
  organisationName: string | null
}
export type Content = {
  answers: GivenAnswer[]
  /** The questions that the viewer's organisation asks now, where it has some. */
  ownQuestions: Question[]
  person: PersonContent
  circumstances: string
  householdSize: number | null
  health: string | null
  demographics: Record<string, string[]>
  source: { name: string | null; organisation: string | null; email: string | null; phone: string | null }
  consent: {
    wording: string
    version: number
    /** Null where a basis in law stands in for it. */
    how: string | null
    lawfulBasis: LawfulBasis | null
    basisReason: string | null
    scope: string
    givenAt: Date
    askedBy: string | null
    widenedAt: Date | null
  }
}

/** The lean facts that a row may show, beyond the case file. */
export type LeanFacts = {
  /** RES-13: where the network shares it with members who are not on the referral. */
  sharedName: string | null
  initials: string | null
  ageBand: string | null
  areaName: string | null
  referrerName: string | null
  referrerOrganisation: string | null
  /** How it came: 'link' and 'embed' by somebody without an account. */
  origin: string
  networkName: string
}

export type CaseView = {
  file: CaseFile
  lean: LeanFacts
  needs: ViewedNeed[]
  assignments: ViewedAssignment[]
  /** Whom it goes to next, in order. */
  shortlist: Shortlisted[]
}

/** One statement. */
export async function readCase(db: Kysely<DB>, id: string): Promise<CaseView> {
  const row = await loadRow<More>(db, id, more)
  const file = fileOf(row)
  const { assignments, shortlist } = file.referral
  return {
    file,
    lean: leanOf(row),
    needs: row.needs.map(need => ({ ...need, ...(row.needWords?.[need.id] ?? { outcome: null, unmetReason: null }) })),
    assignments: assignments.map(one => ({ ...one, ...askedOf(row.asked?.[one.id]) })),
    shortlist: shortlist.map(item => ({ ...item, ...(row.listed?.[item.serviceId] ?? nameless) })),
  }
}

type Names = { serviceName: string; organisationName: string }
type Asked = Names & { phone: string | null; email: string | null; nextStep: { step: string; dueAt: string } | null }
type More = Omit<LeanFacts, 'sharedName'> & {
  needWords: Record<string, Pick<ViewedNeed, 'outcome' | 'unmetReason'>> | null
  asked: Record<string, Asked> | null
  listed: Record<string, Names> | null
}

const more = sql`, r.initials, r.age_band, n.name as network_name,
  (select a.name from area a where a.code = r.authority_code) as area_name,
  r.origin,
  (select u.name from "user" u where u.id = r.referrer_user_id) as referrer_name,
  (select o.name from organisation o where o.id = r.referrer_organisation_id) as referrer_organisation,
  (select json_object_agg(d.id, json_build_object('unmetReason', t.label, 'outcome', (select e.label from outcome_entry e
      where e.need_id = d.id and e.outcome_id = d.outcome_id order by e.at desc limit 1)))
    from need d left join term t on t.id = d.unmet_reason_id
    where d.referral_id = r.id and (d.outcome_id is not null or d.unmet_reason_id is not null)) as need_words,
  (select json_object_agg(a.id, json_build_object('serviceName', s.name, 'organisationName', o.name,
      'phone', coalesce(s.phone, o.phone), 'email', coalesce(s.email, o.email),
      'nextStep', (select json_build_object('step', k.step, 'dueAt', k.due_at) from clock_step k where k.assignment_id = a.id
        and k.round = a.clock_round and k.done_at is null and a.status = 'pending' order by k.due_at limit 1)))
    from assignment a join service s on s.id = a.service_id join organisation o on o.id = a.organisation_id
    where a.referral_id = r.id) as asked,
  (select json_object_agg(i.service_id, json_build_object('serviceName', s.name, 'organisationName', o.name))
    from shortlist_item i join service s on s.id = i.service_id join organisation o on o.id = i.organisation_id
    where i.referral_id = r.id) as listed`

const nameless: Names = { serviceName: '', organisationName: '' }

function leanOf({ initials, ageBand, areaName, networkName, ...by }: More): LeanFacts {
  const { referrerName, referrerOrganisation, origin } = by
  return { sharedName: null, initials, ageBand, areaName, referrerName, referrerOrganisation, origin, networkName }
}

function askedOf(asked: Asked | undefined) {
  const { nextStep, ...names } = asked ?? { ...nameless, phone: null, email: null, nextStep: null }
  return { ...names, nextStep: nextStep && { step: nextStep.step, dueAt: new Date(nextStep.dueAt) } }
}
