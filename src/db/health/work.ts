/** What is there to work with, and what waits longer than it should: places, outbox, clock. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

export type Places = { areas: number; drawn: number; outwards: number; withoutOutline: string[] }

/** `withoutOutline`: codes of networks' areas that nobody can draw. */
export async function readPlaces(db: Kysely<DB>): Promise<Places> {
  const { rows } = await sql<Places>`
    select (select count(*)::int from area) as areas, (select count(*)::int from area where approximate) as drawn,
      (select count(*)::int from outward_code) as outwards,
      array(select distinct n.area_code from network_area n join area a on a.code = n.area_code
        where a.geometry is null order by 1) as without_outline`.execute(db)
  return rows[0] ?? { areas: 0, drawn: 0, outwards: 0, withoutOutline: [] }
}

export type Outbox = { queued: number; held: number; oldest: Date | null }

export async function readOutbox(db: Kysely<DB>): Promise<Outbox> {
  const { rows } = await sql<Outbox>`
    select count(*) filter (where status = 'queued')::int as queued, count(*) filter (where status = 'held')::int as held,
      min(created_at) filter (where status = 'queued') as oldest from message where status in ('queued', 'held')`.execute(
    db,
  )
  return rows[0] ?? { queued: 0, held: 0, oldest: null }
}

/** Steps of assignments that still wait, due before `since` and not done. */
export async function countOverdueSteps(db: Kysely<DB>, since: Date): Promise<number> {
  const { rows } = await sql<{ steps: number }>`
    select count(*)::int as steps from clock_step s join assignment a on a.id = s.assignment_id and a.clock_round = s.round
    where s.done_at is null and s.due_at < ${since} and a.status = 'pending'`.execute(db)
  return rows[0]?.steps ?? 0
}
