/** What a list can be narrowed by: the needs, areas, organisations and networks in reach, and one's colleagues. */
import { type Kysely, sql } from 'kysely'
import { kept } from '../plans.ts'
import type { DB } from '../schema.ts'

type Choice = { id: string; name: string }
export type FilterChoices = {
  networks: Choice[]
  needs: (Choice & { under: string | null })[]
  organisations: Choice[]
  areas: Choice[]
  colleagues: Choice[]
  /** Reasons and outcomes, those alone that are asked for. */
  terms: Choice[]
}

/** Needs in the tree's order, each with the name of the branch that it is on. `given` null: the organisations of every network, and nothing that tells what a referral is about. */
export async function readFilterChoices(
  db: Kysely<DB>,
  given: readonly string[] | null,
  organisationId: string | null,
  termIds: readonly string[] = [],
): Promise<FilterChoices> {
  const networkIds = given ?? (await db.selectFrom('network').select('id').execute()).map(({ id }) => id)
  const { rows } = await sql<FilterChoices>`${kept} select
    (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name), '[]')
      from network n where n.id = any(${networkIds}::uuid[])) as networks,
    (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.label, 'under', u.label)
        order by c.network_id, coalesce(u.position, c.position), u.label nulls first, c.position, c.label), '[]')
      from category c left join category u on u.id = c.parent_id where c.network_id = any(${given ?? []}::uuid[])) as needs,
    (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name), '[]') from organisation o
      where exists (select from organisation_in_network i where i.organisation_id = o.id and i.network_id = any(${networkIds}::uuid[]))) as organisations,
    (select coalesce(json_agg(json_build_object('id', a.code, 'name', a.name) order by a.name), '[]') from area a
      where a.code in (select area_code from network_area where network_id = any(${given ?? []}::uuid[]))) as areas,
    (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name), '[]') from membership m
      join "user" u on u.id = m.user_id and u.disabled_at is null
      where m.organisation_id = ${organisationId} and m.ended_at is null) as colleagues,
    (select coalesce(json_agg(json_build_object('id', w.id, 'name', w.label)), '[]')
      from (select id, network_id, label from term union all select id, network_id, label from outcome) w
      where w.id = any(${termIds}::uuid[]) and w.network_id = any(${given ?? []}::uuid[])) as terms`.execute(db)
  return rows[0] ?? { networks: [], needs: [], organisations: [], areas: [], colleagues: [], terms: [] }
}
