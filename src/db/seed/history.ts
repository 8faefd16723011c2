/** Small things that only a history made after the fact needs. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

/** When the clock has something to do next. */
export async function nextDueStep(db: Kysely<DB>): Promise<Date | null> {
  const { rows } = await sql<{ dueAt: Date | null }>`
    select min(s.due_at) as due_at from clock_step s
    join assignment a on a.id = s.assignment_id and a.clock_round = s.round and a.status = 'pending'
    where s.done_at is null`.execute(db)
  return rows[0]?.dueAt ?? null
}

/** The messages of what happened before `until` count as sent then: nobody is written to about the past. */
export async function settleMessages(db: Kysely<DB>, until: Date): Promise<void> {
  await sql`
    update message m set status = 'sent', attempts = 1, created_at = e.at, sent_at = e.at + interval '20 seconds'
    from event e where e.id = m.event_id and m.status = 'queued' and e.at < ${until}`.execute(db)
  // Letters about joining belong to no event.
  await sql`
    update message m set status = 'sent', attempts = 1, sent_at = m.created_at where m.event_id is null and m.status = 'queued'`.execute(
    db,
  )
}

/** The first record that an organisation keeps of somebody of this surname. */
export async function findPerson(
  db: Kysely<DB>,
  organisationId: string,
  lastName: string,
): Promise<{ id: string; createdAt: Date }> {
  return db
    .selectFrom('person')
    .select(['id', 'createdAt'])
    .where('organisationId', '=', organisationId)
    .where('lastName', '=', lastName)
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirstOrThrow()
}
