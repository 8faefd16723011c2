/** Lets every statement run but none change a row, so that what somebody may do can be asked a thousand times of the same world. */
import { sql } from 'kysely'
import type { App } from '#test/app.ts'

/** PostgreSQL's code for "would have changed a row". */
export const wouldWrite = 'ON001'
/** Kept by the program for itself, about whoever asks; a page told again with what is wrong in it is read once more. */
const own = ['guess', 'spent_once', 'token', 'view_record', 'migration']

export async function lock(app: App): Promise<void> {
  const { owner } = app.database
  await refuse(app, true)
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`.execute(
    owner,
  )
  for (const { name } of rows.filter(row => !own.includes(row.name)))
    await sql`create or replace trigger aa_locked before insert or update or delete on ${sql.table(name)}
      for each row execute function refuse_change()`.execute(owner)
}

export function unlock(app: App): Promise<void> {
  return refuse(app, false)
}

async function refuse({ database: { owner } }: App, isLocked: boolean): Promise<void> {
  const body = isLocked ? sql`raise exception 'locked' using errcode = 'ON001';` : sql`return coalesce(new, old);`
  await sql`create or replace function refuse_change() returns trigger language plpgsql as
    $$ begin ${body} end $$`.execute(owner)
}
