/** LST-5: how many open, accepted and closed, received and sent: the same conditions as the lists behind the numbers. */
import { type Kysely, sql } from 'kysely'
import type { Stage } from '../../domain/listing.ts'
import type { Actor } from '../../domain/policy.ts'
import { kept } from '../plans.ts'
import type { DB } from '../schema.ts'
import { isUrgent } from './filters.ts'
import { ownParties } from './own.ts'

export type Counts = { received: Record<Stage, number>; sent: Record<Stage, number> }

type Counted = `${'received' | 'sent'}${'Open' | 'Accepted' | 'Closed'}`

export async function countReferrals(db: Kysely<DB>, actor: Actor): Promise<Counts> {
  const { rows } = await sql<Record<Counted, number>>`${kept}
    select
      count(*) filter (where p.side = 'received' and p.waiting_since is not null)::int as received_open,
      count(*) filter (where p.side = 'received' and p.standing = 'helping' and p.waiting_since is null)::int as received_accepted,
      count(*) filter (where p.side = 'received' and p.standing in ('closed', 'referred_on') and p.waiting_since is null)::int as received_closed,
      count(*) filter (where p.side = 'sent' and p.status in ('needs_placing', 'open'))::int as sent_open,
      count(*) filter (where p.side = 'sent' and p.status = 'accepted')::int as sent_accepted,
      count(*) filter (where p.side = 'sent' and p.status in ('closed', 'unmet', 'withdrawn'))::int as sent_closed
    from referral_party p where ${ownParties(actor)}`.execute(db)
  const n = rows[0]
  return {
    received: { open: n?.receivedOpen ?? 0, accepted: n?.receivedAccepted ?? 0, closed: n?.receivedClosed ?? 0 },
    sent: { open: n?.sentOpen ?? 0, accepted: n?.sentAccepted ?? 0, closed: n?.sentClosed ?? 0 },
  }
}

/** What the list's own buttons count, each up to `most`: urgent ones received, and those that nobody was found for. */
export async function countPressing(
  db: Kysely<DB>,
  actor: Actor,
  most: number,
): Promise<{ urgent: number; unplaced: number }> {
  const { rows } = await sql<{ urgent: number; unplaced: number }>`${kept} select
    (select count(*)::int from (select from referral_party p
      where ${ownParties(actor)} and p.side = 'received' and ${isUrgent('received')} limit ${sql.lit(most + 1)}) u) as urgent,
    (select count(*)::int from (select from referral r
      where r.network_id = any(${actor.coordinates}::uuid[]) and r.status = 'needs_placing' limit ${sql.lit(most + 1)}) n) as unplaced`.execute(
    db,
  )
  return rows[0] ?? { urgent: 0, unplaced: 0 }
}
