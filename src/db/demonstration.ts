/** The demonstration's sign-ins, shown to whoever tries the program, and whether it still is one. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

/** Everybody's in the demonstration. */
export const demonstrationPassword = 'try-onward-today'

export type DemonstrationSignIn = {
  name: string
  email: string
  role: 'administrator' | 'coordinator' | 'commissioner' | 'primary' | 'member'
  organisation: string | null
}

/** `auto`: until a real network exists. */
export async function isDemonstration(db: Kysely<DB>, demo: 'on' | 'off' | 'auto'): Promise<boolean> {
  if (demo !== 'auto') return demo === 'on'
  const real = await db
    .selectFrom('network')
    .select('id')
    .where('demonstration', '=', false)
    .limit(1)
    .executeTakeFirst()
  return !real
}

/** Links that open the form without an account, the newest network's last; `organisation`: whose link it is. */
export async function readDemonstrationLinks(
  db: Kysely<DB>,
): Promise<{ id: string; label: string; network: string; organisation: string | null; sites: string[] }[]> {
  const { rows } = await sql<{
    id: string
    label: string
    network: string
    organisation: string | null
    sites: string[]
  }>`
    select l.id, l.label, n.name as network, o.name as organisation, coalesce(n.settings -> 'embedOrigins', '[]') as sites
    from entry_link l join network n on n.id = l.network_id left join organisation o on o.id = l.organisation_id
    where n.demonstration and l.revoked_at is null order by n.created_at, l.created_at, l.organisation_id is not null limit 10`.execute(
    db,
  )
  return rows
}

/** Whether nothing was ever set up here: the moment to load the demonstration. */
export async function isNew(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ isNew: boolean }>`
    select not exists (select from network) and not exists (select from "user") as is_new`.execute(db)
  return rows[0]?.isNew ?? false
}

export async function readDemonstrationSignIns(db: Kysely<DB>): Promise<DemonstrationSignIn[]> {
  const { rows } = await sql<DemonstrationSignIn>`
    select u.name, u.email, o.name as organisation, case when u.platform_administrator then 'administrator'
      else coalesce((select min(g.role) from grant_in_network g where g.user_id = u.id and g.role = 'coordinator'), m.role,
        (select min(g.role) from grant_in_network g where g.user_id = u.id)) end as role
    from "user" u
    left join lateral (select role, organisation_id from membership where user_id = u.id and ended_at is null
      order by created_at, id limit 1) m on true
    left join organisation o on o.id = m.organisation_id
    where u.demonstration and u.disabled_at is null
      and exists (select from credential c where c.user_id = u.id)
    order by u.created_at, u.email limit 60`.execute(db)
  return rows
}
