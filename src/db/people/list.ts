/** An organisation's people: by name, by tag, or those with a next step due. Run inside actAs: row-level security stands behind. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'
import { groupOf } from './columns.ts'

export type PersonRow = {
  id: string
  firstName: string
  lastName: string
  dateOfBirth: string | null
  postcode: string | null
  tags: string[]
  /** Days: of the last contact, and of the first step still to be done. */
  lastOn: string | null
  nextOn: string | null
  nextStep: string | null
  /** Referrals that the organisation is helping with. */
  cases: number
}
export type PeopleFilter = {
  tagId?: string | undefined
  /** Only with a next step due by this day. */
  dueBy?: string | undefined
  /** Only these: what was searched for, best first. */
  ids?: readonly string[] | undefined
  /** The one after which the page begins: never a name. */
  after?: string | undefined
}
export type PeoplePage = { rows: PersonRow[]; next: string | null }
export type PeopleCounts = { people: number; due: number; tags: TagCount[] }
export type TagCount = { id: string; name: string; count: number }

export async function listPeople(
  trx: Kysely<DB>,
  organisationId: string,
  filter: PeopleFilter,
  most = 50,
): Promise<PeoplePage> {
  const { rows } = await pageQuery(organisationId, filter, most + 1).execute(trx)
  const page = rows.slice(0, most)
  return { rows: page, next: rows.length > most ? (page.at(-1)?.id ?? null) : null }
}

function pageQuery(organisationId: string, { tagId, dueBy, ids, after }: PeopleFilter, most: number) {
  const place = sql`(plain(p.last_name), plain(p.first_name), p.id)`
  const where = [
    sql`p.organisation_id = ${organisationId} and p.merged_into_id is null`,
    tagId && sql`exists (select from person_tag x where x.tag_id = ${tagId} and x.person_id in (${groupOf('p')}))`,
    dueBy &&
      sql`exists (select from person_contact c where c.person_id in (${groupOf('p')}) and c.next_done_at is null and c.next_on <= ${dueBy})`,
    ids && sql`p.id = any(${[...ids]}::uuid[])`,
    after &&
      sql`${place} > (select plain(b.last_name), plain(b.first_name), b.id from person b where b.id = ${after} and b.organisation_id = ${organisationId})`,
  ].filter(part => part !== undefined && part !== '')
  const order = ids
    ? sql`array_position(${[...ids]}::uuid[], p.id)`
    : sql`plain(p.last_name), plain(p.first_name), p.id`
  return sql<PersonRow>`
    select p.id, p.first_name, p.last_name, p.date_of_birth, p.postcode,
      array(select distinct t.name from person_tag x join tag t on t.id = x.tag_id where x.person_id in (${groupOf('p')}) order by t.name) as tags,
      (select max(c.on_day) from person_contact c where c.way <> 'note' and c.person_id in (${groupOf('p')})) as last_on,
      step.next_on, step.next_step,
      (select count(*)::int from person_referral l join referral_party y on y.referral_id = l.referral_id
        and y.organisation_id = l.organisation_id and y.standing = 'helping' where l.person_id in (${groupOf('p')})) as cases
    from person p
    left join lateral (select c.next_on, c.next_step from person_contact c
      where c.next_on is not null and c.next_done_at is null and c.person_id in (${groupOf('p')}) order by c.next_on limit 1) step on true
    where ${sql.join(where as ReturnType<typeof sql>[], sql` and `)}
    order by ${order} limit ${most}`
}

export async function countPeople(trx: Kysely<DB>, organisationId: string, today: string): Promise<PeopleCounts> {
  const { rows } = await sql<{ people: number; due: number }>`
    select (select count(*)::int from person where organisation_id = ${organisationId} and merged_into_id is null) as people,
      (select count(distinct coalesce(p.merged_into_id, p.id))::int from person_contact c join person p on p.id = c.person_id
        where c.organisation_id = ${organisationId} and c.next_done_at is null and c.next_on <= ${today}) as due`.execute(
    trx,
  )
  return { people: rows[0]?.people ?? 0, due: rows[0]?.due ?? 0, tags: await countTags(trx, organisationId) }
}

/** Every tag of the organisation with how many people carry it, most first. */
export async function countTags(trx: Kysely<DB>, organisationId: string): Promise<TagCount[]> {
  const { rows } = await sql<TagCount>`
    select t.id, t.name, count(distinct coalesce(p.merged_into_id, p.id))::int as count
    from tag t left join person_tag x on x.tag_id = t.id left join person p on p.id = x.person_id
    where t.organisation_id = ${organisationId} group by t.id order by count desc, lower(t.name)`.execute(trx)
  return rows
}
