/** How many services of a network chose to stand in its public directory. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

export async function countListed(db: Kysely<DB>, networkId: string): Promise<{ listed: number; unlisted: number }> {
  const { rows } = await sql<{ listed: number; unlisted: number }>`
    select count(*) filter (where i.listed)::int as listed, count(*) filter (where not i.listed)::int as unlisted
    from service_in_network i join service s on s.id = i.service_id and s.status <> 'archived'
    join organisation_in_network m on m.organisation_id = s.organisation_id and m.network_id = i.network_id and m.status = 'active'
    where i.network_id = ${networkId} and i.active`.execute(db)
  return rows[0] ?? { listed: 0, unlisted: 0 }
}

/** How many services of a network may be asked. */
export async function countReach(db: Kysely<DB>, networkId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from service_in_network i join service s on s.id = i.service_id and s.status = 'active'
    join organisation_in_network m on m.organisation_id = s.organisation_id and m.network_id = i.network_id and m.status = 'active'
    where i.network_id = ${networkId} and i.active`.execute(db)
  return rows[0]?.count ?? 0
}
