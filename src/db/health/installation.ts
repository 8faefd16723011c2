/** Whether the database underneath is as the program needs it: version, extensions, migrations, and the second line. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

export type Installation = {
  version: number
  missingExtensions: string[]
  migrations: number
  newestMigration: string | null
}

const extensions = ['pg_trgm', 'unaccent', 'ltree', 'citext', 'btree_gist']

/** `version`: 180000 is 18. */
export async function readInstallation(db: Kysely<DB>): Promise<Installation> {
  const { rows } = await sql<Installation>`
    select current_setting('server_version_num')::int as version,
      array(select wanted from unnest(${extensions}::text[]) wanted where not exists (
        select from pg_extension where extname = wanted)) as missing_extensions,
      (select count(*)::int from migration) as migrations, (select max(name) from migration) as newest_migration`.execute(
    db,
  )
  const [row] = rows
  if (!row) throw new Error('the database does not answer')
  return row
}

export type SecondLine = { role: string; mayBypass: boolean; owns: number; unguarded: string[] }

/** Everything that identifies or describes a person. */
const guarded = [
  ...['referral_person', 'referral_detail', 'referral_source', 'referral_answer', 'consent', 'note', 'file', 'draft'],
  ...[
    'person',
    'person_tag',
    'person_referral',
    'person_contact',
    'person_merge',
    'person_distinct',
    'tag',
    'saved_search',
  ],
]

/** As the connections of people's requests see it: `role` owns nothing and obeys row-level security. */
export async function readSecondLine(db: Kysely<DB>): Promise<SecondLine> {
  const { rows } = await sql<SecondLine>`
    select current_user as role,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as may_bypass,
      (select count(*)::int from pg_class where relowner = current_user::regrole) as owns,
      array(select wanted from unnest(${guarded}::text[]) wanted where not exists (
        select from pg_class c where c.oid = to_regclass(wanted) and c.relrowsecurity)) as unguarded`.execute(db)
  const [row] = rows
  if (!row) throw new Error('the database does not answer')
  return row
}
