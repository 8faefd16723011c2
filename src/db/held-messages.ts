/** Messages that did not go, as the coordinator of their network sees them. Never a person's address. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

export type HeldMessage = {
  id: string
  template: string
  reference: string | null
  referralId: string | null
  /** Name and address of who was to be told; null: the person. */
  to: string | null
  organisation: string | null
  email: string | null
  kind: 'user' | 'team' | 'invitation' | 'person'
  lastError: string | null
  createdAt: Date
}

/** Newest first, at most 200. */
export async function listHeld(db: Kysely<DB>, networkId: string): Promise<HeldMessage[]> {
  const { rows } =
    await sql<HeldMessage>`${columns} and ${ofNetwork(networkId)} order by m.created_at desc limit 200`.execute(db)
  return rows
}

export async function readHeld(
  db: Kysely<DB>,
  id: string,
  networkIds: readonly string[],
): Promise<(HeldMessage & { teamId: string | null }) | null> {
  const { rows } = await sql<HeldMessage & { teamId: string | null }>`${columns} and m.id = ${id}
    and (${networkOf()}) = any(${[...networkIds]}::uuid[]) for update of m`.execute(db)
  return rows[0] ?? null
}

/** What goes with it goes again: every message held for the same address. */
export async function requeueHeld(trx: Kysely<DB>, id: string): Promise<void> {
  await sql`update message m set status = 'queued', attempts = 0, next_attempt_at = now(),
    lane = coalesce((select lane_of(coalesce(u.email, o.team_inbox)) from message k left join "user" u on u.id = k.user_id
      left join organisation o on o.id = k.organisation_id where k.id = m.id), m.lane)
    where m.id = ${id} and m.status = 'held'`.execute(trx)
}

export async function leaveHeld(trx: Kysely<DB>, id: string): Promise<void> {
  await sql`update message set status = 'dropped' where id = ${id} and status = 'held'`.execute(trx)
}

function ofNetwork(networkId: string) {
  return sql`(${networkOf()}) = ${networkId}::uuid`
}

function networkOf() {
  return sql`coalesce(r.network_id, i.network_id, (m.codes ->> 'networkId')::uuid)`
}

const columns = sql`
  select m.id, m.template, m.codes ->> 'reference' as reference, m.referral_id, m.organisation_id as team_id,
    case when m.user_id is not null then 'user' when m.organisation_id is not null then 'team'
      when m.invitation_id is not null then 'invitation' else 'person' end as kind,
    coalesce(u.name, o.name) as to, coalesce(o.name, io.name, (select min(h.name) from membership s join organisation h on h.id = s.organisation_id
      where s.user_id = m.user_id and s.ended_at is null)) as organisation,
    coalesce(u.email, o.team_inbox, i.email) as email, m.last_error, m.created_at
  from message m left join "user" u on u.id = m.user_id left join organisation o on o.id = m.organisation_id
  left join invitation i on i.id = m.invitation_id left join organisation io on io.id = i.organisation_id
  left join referral r on r.id = m.referral_id
  where m.status = 'held'`
