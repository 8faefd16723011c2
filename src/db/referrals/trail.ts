/** What was told of the person, the notes, the history and what else there is of the same, as far as a viewer may see them; and the record that they were read. */
import { type Kysely, sql } from 'kysely'
import type { Sight } from '../../domain/policy.ts'
import { kept } from '../plans.ts'
import type { DB } from '../schema.ts'
import type { Attached, Content, HistoryLine, Note } from './view.ts'

/** `exitAt`: when the viewer's part ended. `tokenId`: they came by a token, which never reads private notes. */
export type Viewer = {
  userId: string
  organisationId: string | null
  tokenId: string | null
  sight: Sight
  exitAt: Date | null
}
export type Trail = {
  content: Content | null
  files: Attached[]
  notes: Note[]
  history: HistoryLine[]
  /** Of the same submission, and open for perhaps the same person: which of them the viewer may see is another question. */
  others: Others
}
export type Others = { submitted: string[]; alike: string[] }

/** One statement. Content is not even looked for without a full sight; reading it is recorded by it. `what`: page, api, csv. */
export async function readTrail(
  trx: Kysely<DB>,
  referralId: string,
  viewer: Viewer,
  what: string,
  at: Date,
): Promise<Trail> {
  const { rows } = await trailQuery(referralId, viewer, what, at).execute(trx)
  const { content = null, files = [], notes = [], history = [], submitted = [], alike = [] } = rows[0] ?? {}
  return {
    content: content?.consent ? contentOf(content) : null,
    files: files.map(dated),
    notes: notes.map(dated),
    history: history.map(dated),
    others: { submitted, alike },
  }
}

type Stored<T> = Omit<T, 'at'> & { at: string }
type StoredConsent = Omit<Content['consent'], 'givenAt' | 'widenedAt'> & { givenAt: string; widenedAt: string | null }
type StoredContent = Omit<Content, 'source' | 'consent'> & {
  source: Content['source'] | null
  consent: StoredConsent | null
}
type Row = {
  content: StoredContent | null
  files: Stored<Attached>[]
  notes: Stored<Note>[]
  history: Stored<HistoryLine>[]
} & Others

function trailQuery(id: string, { userId, organisationId, tokenId, sight, exitAt }: Viewer, what: string, at: Date) {
  const full = sight.level === 'full'
  const until = exitAt ?? new Date(0)
  return sql<Row>`${kept}
    with viewer as materialized (select ${userId}::uuid as id, ${organisationId}::uuid as organisation, ${tokenId}::uuid as token,
      ${full}::boolean as whole, ${sight.notes}::text as notes, ${sight.history}::text as history, ${until}::timestamptz as until),
    recorded as (
      insert into view_record (at, user_id, organisation_id, referral_id, what, token_id)
      select ${at}::timestamptz, id, organisation, ${id}::uuid, ${what}, token from viewer where whole)
    select case when v.whole then (${contentOfReferral(id)}) end as content,
      case when v.whole then (${filesOfReferral(id)}) else '[]' end as files,
      case when v.whole then (${submittedWith(id)}) else '{}' end as submitted,
      case when v.whole then (${alikeTo(id)}) else '{}' end as alike,
      (select coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'body', t.body, 'at', t.at, 'author', u.name,
          'organisation', o.name, 'assignmentId', t.assignment_id, 'own', t.author_user_id is not distinct from v.id)
          order by t.at desc, t.id), '[]')
        from note t left join "user" u on u.id = t.author_user_id left join organisation o on o.id = t.author_organisation_id
        where v.notes <> 'none' and t.referral_id = ${id}
          and (t.kind <> 'private' or (t.author_user_id = v.id and v.token is null))
          and (v.notes = 'all' or t.author_user_id = v.id or t.author_organisation_id = v.organisation
            or (t.kind = 'answer' and exists (select from assignment q where q.id = t.assignment_id and q.organisation_id = v.organisation))
            or (v.notes = 'to_exit' and t.at <= v.until))) as notes,
      (select coalesce(json_agg(json_build_object('id', e.id, 'at', e.at, 'action', e.action, 'party', e.party, 'person', u.name,
          'organisation', o.name, 'assignmentId', e.assignment_id, 'to', s.name || ', ' || g.name, 'codes', e.codes, 'note', n.body,
          'file', f.name)
          order by e.id desc), '[]')
        from event e left join "user" u on u.id = e.user_id left join organisation o on o.id = e.organisation_id
        left join assignment a on a.id = e.assignment_id left join service s on s.id = a.service_id
        left join organisation g on g.id = a.organisation_id left join note n on n.id = e.note_id and n.kind <> 'private'
        left join file f on v.whole and e.codes ? 'file' and f.id = (e.codes ->> 'file')::uuid
        where v.history <> 'none' and e.referral_id = ${id}
          and (v.history = 'all' or e.organisation_id = v.organisation or a.organisation_id = v.organisation
            or (v.history = 'to_exit' and e.at <= v.until))) as history
    from viewer v`
}

function filesOfReferral(id: string) {
  return sql`
    select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes, 'macros', f.macros, 'state', f.state,
        'remark', f.remark, 'at', f.added_at, 'author', u.name, 'organisation', o.name, 'addedByUserId', f.added_by_user_id,
        'addedByOrganisationId', f.added_by_organisation_id) order by f.added_at, f.id), '[]')
    from file f left join "user" u on u.id = f.added_by_user_id left join organisation o on o.id = f.added_by_organisation_id
    where f.referral_id = ${id} and f.removed_at is null`
}

/** NET-4: what else the same submission became. */
function submittedWith(id: string) {
  return sql`select coalesce(array_agg(o.id), '{}') from referral r join referral o on o.submission_id = r.submission_id and o.id <> r.id
    where r.id = ${id}`
}

const mostAlike = 5

/** FORM-15. */
function alikeTo(id: string) {
  return sql`select coalesce(array_agg(d.referral_id), '{}') from possible_duplicates(${id}, ${sql.lit(mostAlike)}) d`
}

function contentOfReferral(id: string) {
  return sql`
    select json_build_object('person', json_build_object('title', p.title, 'firstName', p.first_name, 'lastName', p.last_name,
        'phone', p.phone, 'email', p.email, 'dateOfBirth', p.date_of_birth, 'preferredContact', p.preferred_contact,
        'address1', p.address_1, 'address2', p.address_2, 'town', p.town, 'county', p.county, 'postcode', p.postcode,
        'noFixedAddress', p.no_fixed_address, 'latitude', p.latitude, 'longitude', p.longitude, 'approximate', p.approximate,
        'safeContact', p.safe_contact),
      'answers', (${answersOf(id)}), 'ownQuestions', (${ownQuestionsOf(id)}),
      'circumstances', coalesce(d.circumstances, ''), 'householdSize', d.household_size, 'health', d.health,
      'demographics', coalesce(d.demographics, '{}'),
      'source', (select json_build_object('name', s.name, 'organisation', s.organisation, 'email', s.email, 'phone', s.phone)
        from referral_source s where s.referral_id = p.referral_id),
      'consent', (select json_build_object('wording', w.wording, 'version', w.version, 'how', c.how, 'lawfulBasis', c.lawful_basis,
          'basisReason', c.basis_reason, 'scope', c.scope,
          'givenAt', c.given_at, 'widenedAt', c.widened_at, 'askedBy', coalesce(u.name, c.asked_by_name))
        from consent c join consent_wording w on w.id = c.wording_id left join "user" u on u.id = c.asked_by_user_id
        where c.referral_id = p.referral_id))
    from referral_person p left join referral_detail d on d.referral_id = p.referral_id where p.referral_id = ${id}`
}

/** Each with its question as it stood in the version that it was asked by, in the order of asking. */
function answersOf(id: string) {
  return sql`
    select coalesce(json_agg(json_build_object('question', x.question, 'value', a.value, 'organisationId', a.organisation_id,
      'organisationName', o.name) order by o.name nulls first, x.nth), '[]')
    from referral_answer a join referral r on r.id = a.referral_id
    left join organisation o on o.id = a.organisation_id
    left join form_version f on a.organisation_id is null and f.id = r.form_version_id
    left join organisation_questions q on q.organisation_id = a.organisation_id and q.network_id = r.network_id
      and q.version = a.questions_version
    cross join lateral jsonb_array_elements(coalesce(f.definition, q.definition) -> 'questions') with ordinality x(question, nth)
    where a.referral_id = ${id} and x.question ->> 'id' = a.question`
}

function ownQuestionsOf(id: string) {
  return sql`coalesce((select q.definition -> 'questions' from organisation_questions q join referral r on r.network_id = q.network_id
    where r.id = ${id} and q.organisation_id = v.organisation order by q.version desc limit 1), '[]')`
}

/** JSON has no dates. */
function dated<T>(stored: Stored<T>): T {
  return { ...stored, at: new Date(stored.at) } as T
}

function contentOf({ source, consent, ...rest }: StoredContent): Content | null {
  if (!consent) return null
  const { givenAt, widenedAt } = consent
  return {
    ...rest,
    source: source ?? { name: null, organisation: null, email: null, phone: null },
    consent: { ...consent, givenAt: new Date(givenAt), widenedAt: widenedAt === null ? null : new Date(widenedAt) },
  }
}
