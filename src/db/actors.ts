/** Who somebody is and for whom they act, in one query, whether they come by session or by token. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Actor, Scope } from '../domain/policy.ts'
import type { DB } from './schema.ts'

/** `used`: the session's last minute of use; `network`: the one worked in, or null for all. */
export type Session = { id: string; tokenHash: Buffer; usedAt: Date; networkId: string | null; language: 'en' | 'cy' }
export type SignedIn = { actor: Actor; session: Session }

export const sessionLimits = { idleMinutes: 60, absoluteHours: 12 } as const

/** Acting for the organisation given, or else for the first that the user belongs to. Null if absent or disabled. */
export async function loadActor(db: Kysely<DB>, userId: string, organisationId: string | null): Promise<Actor | null> {
  const who = sql`select ${userId}::uuid as user_id, ${organisationId}::uuid as organisation_id`
  const [row] = await readActors(db, who, sql`select null`)
  return row ? actorIn(row, null) : null
}

export async function loadSession(db: Kysely<DB>, tokenHash: Buffer, now: Date): Promise<SignedIn | null> {
  const who = sql`select * from session where token_hash = ${tokenHash} and expires_at > ${now}
    and used_at > ${minutesBefore(now, sessionLimits.idleMinutes)}`
  const [row] = await readActors(
    db,
    who,
    sql`select jsonb_build_object('id', who.id, 'used', who.used_at, 'network', who.network_id)`,
  )
  if (!row?.extra) return null
  const { id, used, network } = row.extra as { id: string; used: string; network: string | null }
  const session = { id, tokenHash, usedAt: new Date(used), networkId: network, language: row.language }
  return { actor: actorIn(row, null), session }
}

/** The user of an API token, cut by its scopes. */
export async function loadTokenActor(
  db: Kysely<DB>,
  tokenHash: Buffer,
  now: Date,
): Promise<Actor | null> {
  const who = sql`select * from token where hash = ${tokenHash} and revoked_at is null and expires_at > ${now}`
  const [row] = await readActors(db, who, sql`select jsonb_build_object('id', who.id, 'scopes', who.scopes)`)
  if (!row?.extra) return null
  const { id, scopes } = row.extra as { id: string; scopes: Scope[] }
  return { ...actorIn(row, scopes), tokenId: id }
}

type Row = {
  userId: string
  name: string
  language: 'en' | 'cy'
  administrator: boolean
  organisationId: string | null
  organisationName: string | null
  role: 'primary' | 'member' | null
  networks: { id: string; agreed: boolean }[]
  coordinates: string[]
  commissions: string[]
  extra: unknown
}

async function readActors(db: Kysely<DB>, who: RawBuilder<unknown>, extra: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with who as materialized (${who})
    select u.id as user_id, u.name, u.language, u.platform_administrator as administrator,
      m.organisation_id, m.organisation_name, m.role, (${extra}) as extra,
      case when m.organisation_id is null then '[]' else ${networksOf} end as networks,
      ${grants('coordinator')} as coordinates, ${grants('commissioner')} as commissions
    from who join "user" u on u.id = who.user_id and u.disabled_at is null
    left join lateral (
      select m.organisation_id, o.name as organisation_name, m.role
      from membership m join organisation o on o.id = m.organisation_id and o.archived_at is null
      where m.user_id = u.id and m.ended_at is null
      order by m.organisation_id is not distinct from who.organisation_id desc, m.created_at, m.id limit 1) m on true`.execute(
    db,
  )
  return rows
}

/** `agreed`: to the newest data-sharing agreement in force, or to an earlier one while its grace lasts; true where there is none. */
const networksOf = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'agreed', coalesce(
    a.id = i.agreement_id or (i.agreement_id is not null and a.grace_until > now()), true)) order by i.joined_at, n.id), '[]')
  from organisation_in_network i
  join network n on n.id = i.network_id and n.archived_at is null
  left join lateral (select id, grace_until from agreement a where a.network_id = n.id and a.in_force_from <= now()
    order by a.version desc limit 1) a on true
  where i.organisation_id = m.organisation_id and i.status = 'active')`

function grants(role: 'coordinator' | 'commissioner') {
  return sql`(select coalesce(jsonb_agg(g.network_id order by g.granted_at), '[]') from grant_in_network g
    join network n on n.id = g.network_id and n.archived_at is null where g.user_id = u.id and g.role = ${sql.lit(role)})`
}

function actorIn({ language: _, extra: __, ...actor }: Row, scopes: readonly Scope[] | null): Actor {
  return { ...actor, scopes }
}

export function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000)
}
