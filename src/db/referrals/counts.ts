/** LST-5: how many open, accepted and closed, received and sent: the same conditions as the lists behind the numbers. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import type { Stage } from './list.ts'
import { ownParties } from './own.ts'

export type Counts = { received: Record<Stage, number>; sent: Record<Stage, number>; urgent: number; unplaced: number }

type Counted = `${'received' | 'sent'}${'Open' | 'Accepted' | 'Closed'}` | 'urgent' | 'unplaced'

export async function countReferrals(db: Kysely<DB>, actor: Actor): Promise<Counts> {
  const { rows } = await sql<Record<Counted, number>>`
    select
      count(*) filter (where p.side = 'received' and p.waiting_since is not null)::int as received_open,
      count(*) filter (where p.side = 'received' and p.standing = 'helping' and p.waiting_since is null)::int as received_accepted,
      count(*) filter (where p.side = 'received' and p.standing in ('closed', 'referred_on') and p.waiting_since is null)::int as received_closed,
      count(*) filter (where p.side = 'sent' and p.status in ('needs_placing', 'open'))::int as sent_open,
      count(*) filter (where p.side = 'sent' and p.status = 'accepted')::int as sent_accepted,
      count(*) filter (where p.side = 'sent' and p.status in ('closed', 'unmet', 'withdrawn'))::int as sent_closed,
      count(*) filter (where p.side = 'received' and p.urgent and p.standing in ('waiting', 'helping'))::int as urgent,
      (select count(*)::int from referral r where r.network_id = any(${actor.coordinates}::uuid[]) and r.status = 'needs_placing') as unplaced
    from referral_party p where ${ownParties(actor)}`.execute(db)
  const n = rows[0]
  return {
    received: { open: n?.receivedOpen ?? 0, accepted: n?.receivedAccepted ?? 0, closed: n?.receivedClosed ?? 0 },
    sent: { open: n?.sentOpen ?? 0, accepted: n?.sentAccepted ?? 0, closed: n?.sentClosed ?? 0 },
    urgent: n?.urgent ?? 0,
    unplaced: n?.unplaced ?? 0,
  }
}
