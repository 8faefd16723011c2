/** NET-4: which networks are connected, and who asked, accepted and ended it. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

export type ConnectionRow = {
  id: string
  networkId: string
  otherNetworkId: string
  requestedBy: string | null
  requestedAt: Date
  acceptedBy: string | null
  acceptedAt: Date | null
  endedBy: string | null
  endedAt: Date | null
  /** The one that it connects with, seen from the network asked about. */
  partner: { id: string; name: string; description: string; coordinator: string; helpEmail: string }
}

/** Open ones first, then the newest. */
export async function listConnections(db: Kysely<DB>, networkId: string): Promise<ConnectionRow[]> {
  const { rows } = await sql<ConnectionRow>`
    select c.id, c.network_id, c.other_network_id, c.requested_at, c.accepted_at, c.ended_at,
      asker.name as requested_by, accepter.name as accepted_by, ender.name as ended_by,
      json_build_object('id', n.id, 'name', n.name, 'description', n.description, 'coordinator', o.name, 'helpEmail', n.help_email) as partner
    from network_connection c
    join network n on n.id = case when c.network_id = ${networkId} then c.other_network_id else c.network_id end
    left join organisation o on o.id = n.coordinating_organisation_id
    left join "user" asker on asker.id = c.requested_by left join "user" accepter on accepter.id = c.accepted_by
    left join "user" ender on ender.id = c.ended_by
    where ${networkId} in (c.network_id, c.other_network_id) and n.archived_at is null
    order by c.ended_at desc nulls first, c.accepted_at is null desc, c.requested_at desc limit 50`.execute(db)
  return rows
}

/** Networks of this installation that it is not connected with, nor asking or asked by. */
export async function listUnconnected(db: Kysely<DB>, networkId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select n.id, n.name from network n where n.archived_at is null and n.id <> ${networkId} and not exists (
      select from network_connection c where c.ended_at is null
        and least(c.network_id, c.other_network_id) = least(n.id, ${networkId}::uuid)
        and greatest(c.network_id, c.other_network_id) = greatest(n.id, ${networkId}::uuid))
    order by n.name, n.id`.execute(db)
  return rows
}

/** The networks whose needs its form offers too, by name. */
export async function listConnected(db: Kysely<DB>, networkId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select n.id from network_connection c
    join network n on n.id = case when c.network_id = ${networkId} then c.other_network_id else c.network_id end
    where ${networkId} in (c.network_id, c.other_network_id) and c.accepted_at is not null and c.ended_at is null
      and n.archived_at is null
    order by n.name, n.id`.execute(db)
  return rows.map(({ id }) => id)
}

export type NewConnection = { networkId: string; otherNetworkId: string; by: string | null; at: Date }

/** Null where there is one already, open or asked for. */
export async function insertConnection(
  trx: Kysely<DB>,
  { networkId, otherNetworkId, by, at }: NewConnection,
): Promise<string | null> {
  const row = await trx
    .insertInto('networkConnection')
    .values({ networkId, otherNetworkId, requestedBy: by, requestedAt: at })
    .onConflict(clash => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

type Sides = { networkId: string; otherNetworkId: string }

/** By the side that was asked, once. Null where that is not what it waits for. */
export async function acceptConnection(
  trx: Kysely<DB>,
  id: string,
  { networkId, by, at }: Omit<NewConnection, 'otherNetworkId'>,
): Promise<Sides | null> {
  const { rows } = await sql<Sides>`
    update network_connection set accepted_by = ${by}, accepted_at = ${at}
    where id = ${id} and other_network_id = ${networkId} and accepted_at is null and ended_at is null
    returning network_id, other_network_id`.execute(trx)
  return rows[0] ?? null
}

/** By either side, once. */
export async function endConnection(
  trx: Kysely<DB>,
  id: string,
  { networkId, by, at }: Omit<NewConnection, 'otherNetworkId'>,
): Promise<Sides | null> {
  const { rows } = await sql<Sides>`
    update network_connection set ended_by = ${by}, ended_at = ${at}, ended_for = ${networkId}
    where id = ${id} and ${networkId}::uuid in (network_id, other_network_id) and ended_at is null
    returning network_id, other_network_id`.execute(trx)
  return rows[0] ?? null
}
