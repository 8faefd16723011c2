/** Counts guesses at a secret, and other things that are limited, exactly, however many come at once and to however many processes. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

export type Limit = { most: number; withinMinutes: number }
export const guessLimit = { most: 10, withinMinutes: 5 } as const satisfies Limit

/** False once there were too many within the last minutes; otherwise counts this one, before it is tried. */
export async function admitGuess(
  db: Kysely<DB>,
  bucket: Buffer,
  now: Date,
  limit: Limit = guessLimit,
): Promise<boolean> {
  const recent = timesSince(now, limit)
  const { rows } = await sql`
    insert into guess as g (bucket, times) values (${bucket}, array[${now}::timestamptz])
    on conflict (bucket) do update set times = ${recent} || ${now}::timestamptz
    where cardinality(${recent}) < ${limit.most}
    returning 1`.execute(db)
  return rows.length > 0
}

/** What was right was no guess. */
export async function forgiveGuess(db: Kysely<DB>, bucket: Buffer, now: Date): Promise<void> {
  await sql`update guess set times = array_remove(times, ${now}::timestamptz) where bucket = ${bucket}`.execute(db)
}

function timesSince(now: Date, { withinMinutes }: Limit) {
  const from = new Date(now.getTime() - withinMinutes * 60_000)
  return sql`array(select t from unnest(g.times) t where t > ${from}::timestamptz)`
}
