/** RES-9: whom the author of a note may have emailed: those who can read it, by display name. */
import { type Kysely, sql } from 'kysely'
import { kept } from '../plans.ts'
import type { DB } from '../schema.ts'

export type Tellable = { id: string; name: string; organisation: string }

/** Users of the organisations that sent it, are asked or help; and its coordinators, unless it is restricted. Not the author. */
export async function readTellable(trx: Kysely<DB>, referralId: string, authorId: string): Promise<Tellable[]> {
  const { rows } = await sql<Tellable>`${kept}
    select distinct on (x.organisation, x.name, x.id) x.id, x.name, x.organisation from (
      select u.id, u.name, o.name as organisation from referral_party p
        join membership m on m.organisation_id = p.organisation_id and m.ended_at is null
        join "user" u on u.id = m.user_id and u.disabled_at is null join organisation o on o.id = p.organisation_id
        where p.referral_id = ${referralId}::uuid and p.standing in ('sender', 'waiting', 'helping')
      union all
      select u.id, u.name, n.name from referral r join network n on n.id = r.network_id
        join grant_in_network g on g.network_id = r.network_id and g.role = 'coordinator'
        join "user" u on u.id = g.user_id and u.disabled_at is null
        where r.id = ${referralId}::uuid and not r.restricted) x
    where x.id <> ${authorId}::uuid order by x.organisation, x.name, x.id limit 200`.execute(trx)
  return rows.filter(({ id }, at) => rows.findIndex(one => one.id === id) === at)
}
