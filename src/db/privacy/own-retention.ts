/** How long an organisation keeps its own records of people, and which go next. Run inside actAs. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'
import { helped, lastTouch } from './retention.ts'

export type NextRecord = { id: string; firstName: string; lastName: string; endedAt: Date; due: Date; held: boolean }
export type OwnOutlook = { due: number; soon: number; held: number; next: NextRecord[] }

export async function readPeopleMonths(trx: Kysely<DB>, organisationId: string): Promise<number> {
  const { peopleMonths } = await trx
    .selectFrom('organisation')
    .select('peopleMonths')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return peopleMonths
}

export async function savePeopleMonths(trx: Kysely<DB>, organisationId: string, months: number): Promise<void> {
  await trx.updateTable('organisation').set({ peopleMonths: months }).where('id', '=', organisationId).execute()
}

/** `by`: of the second count. */
export async function readOwnOutlook(
  trx: Kysely<DB>,
  organisationId: string,
  { months, now, by }: { months: number; now: Date; by: Date },
  limit = 50,
): Promise<OwnOutlook> {
  const { rows } = await sql<OwnOutlook>`
    with counting as (
      select p.id, p.first_name, p.last_name, ${lastTouch} as ended_at,
        exists (select from privacy_hold h join person g on g.id = h.person_id
          where (g.id = p.id or g.merged_into_id = p.id) and h.lifted_at is null) as held
      from person p where p.organisation_id = ${organisationId} and p.merged_into_id is null and not ${helped}),
    dated as (select *, (ended_at at time zone 'UTC' + make_interval(months => ${months}::integer)) at time zone 'UTC' as due from counting)
    select (select count(*)::int from dated where not held and due <= ${now}::timestamptz + interval '1 day') as due,
      (select count(*)::int from dated where not held and due <= ${by}::timestamptz) as soon,
      (select count(*)::int from dated where held) as held,
      (select coalesce(json_agg(json_build_object('id', id, 'firstName', first_name, 'lastName', last_name, 'endedAt', ended_at, 'due', due,
        'held', held) order by due, id), '[]') from (select * from dated order by due, id limit ${limit}) first) as next`.execute(
    trx,
  )
  const [row] = rows
  if (!row) return { due: 0, soon: 0, held: 0, next: [] }
  return { ...row, next: row.next.map(one => ({ ...one, endedAt: new Date(one.endedAt), due: new Date(one.due) })) }
}
