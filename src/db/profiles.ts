/** How an organisation describes itself (ORG-1), and when it last said that this is right (ORG-4). */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Span } from '../domain/hours.ts'
import { type Actor, mayManageOrganisation } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import type { DB } from './schema.ts'

export type Profile = {
  id: string
  name: string
  kind: string | null
  description: string
  phone: string | null
  email: string | null
  website: string | null
  address1: string | null
  address2: string | null
  city: string | null
  postcode: string | null
  teamInbox: string | null
  referralGuidance: string
  languages: string[]
  interpreters: string | null
  facilities: string[]
  access: string
  logoFileId: string | null
  logoAlt: string | null
  confirmedAt: Date | null
  confirmedBy: string | null
  changedAt: Date | null
  changedBy: string | null
  createdAt: Date
  spans: Span[]
  categories: { networkId: string; categoryId: string }[]
  services: { id: string; name: string }[]
  networks: { id: string; name: string }[]
}

/** Throws as if it did not exist to whoever may not manage it. */
export async function readProfile(db: Kysely<DB>, actor: Actor, id: string): Promise<Profile> {
  const profile = await findProfile(db, id)
  if (!profile || !mayManageOrganisation(actor, { id, networkIds: profile.networks.map(one => one.id) }))
    throw new Problem('not_found', 'There is no such organisation.')
  return profile
}

/** Whoever asks has been let in already, by the link of a letter. */
export async function findProfile(db: Kysely<DB>, id: string): Promise<Profile | null> {
  const { rows } = await sql<Profile>`
    select o.id, o.name, o.kind, o.description, o.phone, o.email, o.website, o.address_1, o.address_2, o.city, o.postcode,
      o.team_inbox, o.referral_guidance, o.languages, o.interpreters, o.facilities, o.access, o.logo_file_id, p.alt as logo_alt,
      o.confirmed_at, c.name as confirmed_by, o.changed_at, w.name as changed_by, o.created_at,
      (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'), 'closes',
        to_char(h.closes, 'HH24:MI')) order by h.weekday, h.opens), '[]') from opening_hours h where h.organisation_id = o.id) as spans,
      (select coalesce(json_agg(json_build_object('networkId', k.network_id, 'categoryId', k.category_id)), '[]')
        from organisation_category k where k.organisation_id = o.id) as categories,
      (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
        from service s where s.organisation_id = o.id and s.status <> 'archived') as services,
      (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name), '[]')
        from organisation_in_network i join network n on n.id = i.network_id and n.archived_at is null
        where i.organisation_id = o.id and i.status in ('active', 'suspended')) as networks
    from organisation o left join picture p on p.id = o.logo_file_id
    left join "user" c on c.id = o.confirmed_by left join "user" w on w.id = o.changed_by
    where o.id = ${id} and o.archived_at is null`.execute(db)
  return rows[0] ?? null
}

/** One at a time describes an organisation. */
export async function lockProfile(trx: Transaction<DB>, id: string): Promise<void> {
  await sql`select from organisation where id = ${id} for update`.execute(trx)
}

type Columns = Pick<
  Profile,
  | 'name'
  | 'kind'
  | 'description'
  | 'phone'
  | 'email'
  | 'website'
  | 'address1'
  | 'address2'
  | 'city'
  | 'postcode'
  | 'teamInbox'
  | 'referralGuidance'
  | 'languages'
  | 'interpreters'
  | 'facilities'
  | 'access'
  | 'logoFileId'
>
export type ProfileParts = Partial<Columns> & {
  spans?: readonly Span[]
  categories?: { networkId: string; categoryIds: readonly string[] }
}

export async function changeProfile(
  trx: Transaction<DB>,
  id: string,
  { spans, categories, ...columns }: ProfileParts,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await trx
    .updateTable('organisation')
    .set({ ...columns, changedAt: at, changedBy: by })
    .where('id', '=', id)
    .execute()
  if (spans) await replaceHours(trx, id, spans)
  if (categories) await replaceCategories(trx, id, categories)
}

/** `by` null: nobody who is known, such as a letter to a team's inbox. */
export async function markConfirmed(
  trx: Kysely<DB>,
  id: string,
  { at, by }: { at: Date; by: string | null },
): Promise<void> {
  await trx.updateTable('organisation').set({ confirmedAt: at, confirmedBy: by }).where('id', '=', id).execute()
}

async function replaceHours(trx: Transaction<DB>, organisationId: string, spans: readonly Span[]): Promise<void> {
  await trx.deleteFrom('openingHours').where('organisationId', '=', organisationId).execute()
  const rows = spans.map(({ weekday, opens, closes }) => ({ organisationId, weekday, opens, closes }))
  if (rows.length > 0) await trx.insertInto('openingHours').values(rows).execute()
}

async function replaceCategories(
  trx: Transaction<DB>,
  organisationId: string,
  { networkId, categoryIds }: NonNullable<ProfileParts['categories']>,
): Promise<void> {
  const mine = trx.deleteFrom('organisationCategory').where('organisationId', '=', organisationId)
  await mine.where('networkId', '=', networkId).execute()
  const rows = [...new Set(categoryIds)].map(categoryId => ({ networkId, organisationId, categoryId }))
  if (rows.length > 0) await trx.insertInto('organisationCategory').values(rows).execute()
}
