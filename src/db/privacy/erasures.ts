/** The list of what was erased, by id alone; and what of it is here again, as after restoring a copy from before. As the system. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'
import type { Why } from './wipe.ts'

export type Undone = { kind: 'referral' | 'person'; id: string; why: Why }

/** What should be gone and is not. */
export async function listUndone(trx: Kysely<DB>): Promise<Undone[]> {
  const { rows } = await sql<Undone>`
    select e.kind, e.subject_id as id, e.why from erasure e
    where case e.kind when 'person' then exists (select from person p where p.id = e.subject_id)
      else exists (select from referral r where r.id = e.subject_id and (r.anonymised_at is null or r.initials is not null))
        or exists (select from referral_person p where p.referral_id = e.subject_id)
        or exists (select from note n where n.referral_id = e.subject_id) end
    order by e.at, e.subject_id`.execute(trx)
  return rows
}

/** For keeping beside a copy of the database. */
export async function listErasures(trx: Kysely<DB>): Promise<Undone[]> {
  const { rows } = await sql<Undone>`select kind, subject_id as id, why from erasure order by at, subject_id`.execute(
    trx,
  )
  return rows
}

export async function recordErasures(trx: Kysely<DB>, known: readonly Undone[], at: Date): Promise<void> {
  if (known.length === 0) return
  await sql`insert into erasure (kind, subject_id, why, at)
    select x.kind, x.id, x.why, ${at}::timestamptz from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as x(kind text, id uuid, why text)
    on conflict do nothing`.execute(trx)
}
