/** What a list can be narrowed by: the needs, organisations and networks in reach. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

type Choice = { id: string; name: string }
export type FilterChoices = {
  networks: Choice[]
  needs: (Choice & { under: string | null })[]
  organisations: Choice[]
}

/** Needs in the tree's order, each with the name of the branch that it is on. */
export async function readFilterChoices(db: Kysely<DB>, networkIds: readonly string[]): Promise<FilterChoices> {
  const { rows } = await sql<FilterChoices>`select
    (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name), '[]')
      from network n where n.id = any(${networkIds}::uuid[])) as networks,
    (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.label, 'under', u.label)
        order by c.network_id, coalesce(u.position, c.position), u.label nulls first, c.position, c.label), '[]')
      from category c left join category u on u.id = c.parent_id where c.network_id = any(${networkIds}::uuid[])) as needs,
    (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name), '[]') from organisation o
      where exists (select from organisation_in_network i where i.organisation_id = o.id and i.network_id = any(${networkIds}::uuid[]))) as organisations`.execute(
    db,
  )
  return rows[0] ?? { networks: [], needs: [], organisations: [] }
}
