/** One tag: what was done for its people over the months, and its people as rows to take away. Run inside actAs. */
import { type Kysely, sql } from 'kysely'
import type { Month } from '../../domain/people.ts'
import type { DB } from '../schema.ts'

/** With how many people carry it; null where there is none of this organisation's. */
export async function readTag(
  trx: Kysely<DB>,
  organisationId: string,
  id: string,
): Promise<{ id: string; name: string; count: number } | null> {
  const { rows } = await sql<{ id: string; name: string; count: number }>`
    select t.id, t.name, (select count(distinct q.root)::int from (${rootsOf(id)}) q(root)) as count
    from tag t where t.id = ${id} and t.organisation_id = ${organisationId}`.execute(trx)
  return rows[0] ?? null
}

export async function renameTag(
  trx: Kysely<DB>,
  organisationId: string,
  id: string,
  name: string,
): Promise<'done' | 'absent' | 'taken'> {
  const { rows } = await sql<{ id: string }>`select id from tag where organisation_id = ${organisationId}
    and (id = ${id} or lower(name) = lower(${name})) for update`.execute(trx)
  if (!rows.some(row => row.id === id)) return 'absent'
  if (rows.length > 1) return 'taken'
  await trx.updateTable('tag').set({ name }).where('id', '=', id).execute()
  return 'done'
}

/** Contacts with the tag's people, month by month from `since` on; months without any are left out. */
export async function activityOf(trx: Kysely<DB>, tagId: string, since: string): Promise<Month[]> {
  const { rows } = await sql<Month>`
    select to_char(c.on_day, 'YYYY-MM') as month, count(*)::int as contacts, coalesce(sum(c.minutes), 0)::int as minutes,
      count(distinct coalesce(p.merged_into_id, p.id))::int as people
    from person_contact c join person p on p.id = c.person_id
    where c.way <> 'note' and c.on_day >= ${since} and coalesce(p.merged_into_id, p.id) in (${rootsOf(tagId)})
    group by 1 order by 1`.execute(trx)
  return rows
}

export type ExportRow = {
  id: string
  firstName: string
  lastName: string
  dateOfBirth: string | null
  phone: string | null
  email: string | null
  postcode: string | null
  tags: string[]
  taggedOn: string
  contacts: number
  minutes: number
  lastOn: string | null
  nextOn: string | null
  nextStep: string | null
}

/** Everybody with the tag, by name. */
export async function exportTag(trx: Kysely<DB>, tagId: string): Promise<ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    select p.id, p.first_name, p.last_name, p.date_of_birth, p.phone, p.email, p.postcode, done.*, step.next_on, step.next_step,
      (select array_agg(distinct t.name order by t.name) from person_tag x join tag t on t.id = x.tag_id join person g on g.id = x.person_id
        where coalesce(g.merged_into_id, g.id) = p.id) as tags,
      (select to_char(min(x.added_at), 'YYYY-MM-DD') from person_tag x join person g on g.id = x.person_id
        where x.tag_id = ${tagId} and coalesce(g.merged_into_id, g.id) = p.id) as tagged_on
    from person p
    cross join lateral (select count(*)::int as contacts, coalesce(sum(c.minutes), 0)::int as minutes, max(c.on_day) as last_on
      from person_contact c join person g on g.id = c.person_id
      where c.way <> 'note' and coalesce(g.merged_into_id, g.id) = p.id) done
    left join lateral (select c.next_on, c.next_step from person_contact c join person g on g.id = c.person_id
      where c.next_on is not null and c.next_done_at is null and coalesce(g.merged_into_id, g.id) = p.id order by c.next_on limit 1) step on true
    where p.merged_into_id is null and p.id in (${rootsOf(tagId)})
    order by plain(p.last_name), plain(p.first_name), p.id`.execute(trx)
  return rows
}

function rootsOf(tagId: string) {
  return sql`select coalesce(q.merged_into_id, q.id) from person_tag x join person q on q.id = x.person_id where x.tag_id = ${tagId}`
}
