/** Every network of the installation, for its administrators: that it exists, who leads it, how many are in it. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

export type AnyNetwork = {
  id: string
  name: string
  organisationId: string | null
  organisation: string | null
  members: number
  coordinators: string[]
}

export async function listAllNetworks(db: Kysely<DB>): Promise<AnyNetwork[]> {
  const { rows } = await sql<AnyNetwork>`
    select n.id, n.name, o.id as organisation_id, o.name as organisation,
      (select count(*)::int from organisation_in_network m where m.network_id = n.id and m.status = 'active') as members,
      array(select u.name from grant_in_network g join "user" u on u.id = g.user_id and u.disabled_at is null
        where g.network_id = n.id and g.role = 'coordinator' order by lower(u.name)) as coordinators
    from network n left join organisation o on o.id = n.coordinating_organisation_id
    where n.archived_at is null order by lower(n.name), n.id`.execute(db)
  return rows
}
