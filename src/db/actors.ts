/** Who somebody is and for whom they act, in one query, whether they come by session or by token. */
import { type Kysely, sql } from 'kysely'
import type { Actor, Scope } from '../domain/policy.ts'
import { kept } from './plans.ts'
import type { DB } from './schema.ts'

/** `usedAt`: its last minute of use; `provedAt`: when they last showed that it is them; `networkId`: the one worked in, or null for all. */
export type Session = {
  id: string
  tokenHash: Buffer
  usedAt: Date
  provedAt: Date
  expiresAt: Date
  networkId: string | null
  language: 'en' | 'cy'
}
export type SignedIn = { actor: Actor; session: Session }

export const sessionLimits = { idleMinutes: 60, absoluteHours: 12 } as const

/** Acting for the organisation given, or else for the first that the user belongs to. Null if absent or disabled. */
export async function loadActor(db: Kysely<DB>, userId: string, organisationId: string | null): Promise<Actor | null> {
  const { rows } = await sql<Row>`${kept}
    select a.*, ${userId}::uuid as user_id from actor_of(${userId}, ${organisationId}) a`.execute(db)
  return rows[0] ? actorIn(rows[0], null) : null
}

type SessionRow = Row & Pick<Session, 'id' | 'usedAt' | 'provedAt' | 'expiresAt' | 'networkId'>

export async function loadSession(db: Kysely<DB>, tokenHash: Buffer, now: Date): Promise<SignedIn | null> {
  const { rows } = await sql<SessionRow>`${kept}
    select a.*, s.user_id, s.id, s.used_at, s.proved_at, s.expires_at, s.network_id,
      lacks_second_step(s.user_id, a.administrator, a.coordinates)
        and s.by_provider is distinct from 'two_factors' as lacks_second_step
    from session s, actor_of(s.user_id, s.organisation_id) a
    where s.token_hash = ${tokenHash} and s.expires_at > ${now}
      and s.used_at > ${minutesBefore(now, sessionLimits.idleMinutes)}`.execute(db)
  const [row] = rows
  if (!row) return null
  const { id, usedAt, provedAt, expiresAt, networkId, language } = row
  return { actor: actorIn(row, null), session: { id, tokenHash, usedAt, provedAt, expiresAt, networkId, language } }
}

type TokenRow = Row & { id: string; scopes: Scope[] }

/** The user of an API token, cut by its scopes. */
export async function loadTokenActor(db: Kysely<DB>, tokenHash: Buffer, now: Date): Promise<TokenActor | null> {
  const { rows } = await sql<TokenRow>`${kept}
    select a.*, t.user_id, t.id, t.scopes, lacks_second_step(t.user_id, a.administrator, a.coordinates) as lacks_second_step
    from token t, actor_of(t.user_id, t.organisation_id) a
    where t.hash = ${tokenHash} and t.revoked_at is null and t.expires_at > ${now}`.execute(db)
  const [row] = rows
  return row ? { ...actorIn(row, row.scopes), tokenId: row.id } : null
}
export type TokenActor = Actor & { tokenId: string }

type Row = Omit<Actor, 'scopes'> & { language: 'en' | 'cy' }

function actorIn(row: Row, scopes: readonly Scope[] | null): Actor {
  const {
    userId,
    name,
    organisationId,
    organisationName,
    role,
    networks,
    coordinates,
    commissions,
    administrator,
    seesReports,
  } = row
  return {
    userId,
    name,
    organisationId,
    organisationName,
    role,
    networks,
    coordinates,
    commissions,
    administrator,
    seesReports: seesReports === true,
    scopes,
    ...(row.lacksSecondStep && { lacksSecondStep: true }),
  }
}

export function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000)
}
