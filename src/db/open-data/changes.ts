/** What is new, changed or gone in the public directories: noted by the worker, told by the feeds. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../schema.ts'
import { openVenue, publicPlaces } from './public.ts'

export type DirectoryChange = {
  serviceId: string
  name: string
  organisation: string
  /** Null where it is gone. */
  description: string | null
  kind: 'new' | 'changed' | 'gone'
  at: Date
}

/** Compares what is public now with what was when this was last done. Returns how many services are new, changed or gone. */
export async function noteChanges(trx: Transaction<DB>, at: Date): Promise<number> {
  const { numAffectedRows: written } = await sql`
    insert into directory_change as d (network_id, service_id, name, organisation, print, added_at, changed_at)
    select p.network_id, s.id, s.name, o.name, ${print}, ${at}, ${at}
    from (${publicPlaces}) p join service s on s.id = p.service_id join organisation o on o.id = p.organisation_id ${openVenue}
    on conflict (network_id, service_id) do update set name = excluded.name, organisation = excluded.organisation,
      print = excluded.print, changed_at = ${at}, gone_at = null,
      added_at = case when d.gone_at is null then d.added_at else ${at} end
    where d.print <> excluded.print or d.gone_at is not null`.execute(trx)
  const { numAffectedRows: gone } = await sql`
    update directory_change d set gone_at = ${at} where d.gone_at is null and not exists (
      select from (${publicPlaces}) p where p.network_id = d.network_id and p.service_id = d.service_id)`.execute(trx)
  return Number(written ?? 0) + Number(gone ?? 0)
}

/** Newest first. What went since the last comparison is told by the next one, and until then not at all. */
export async function listChanges(db: Kysely<DB>, networkId: string, most: number): Promise<DirectoryChange[]> {
  const { rows } = await sql<DirectoryChange>`
    select d.service_id, coalesce(s.name, d.name) as name, d.organisation, s.description,
      case when d.gone_at is not null then 'gone' when d.changed_at > d.added_at then 'changed' else 'new' end as kind,
      greatest(d.changed_at, d.gone_at) as at
    from directory_change d
    left join (${publicPlaces} and n.id = ${networkId}) p on p.service_id = d.service_id
    left join service s on s.id = p.service_id
    where d.network_id = ${networkId} and (d.gone_at is not null or p.service_id is not null)
    order by greatest(d.changed_at, d.gone_at) desc, d.service_id limit ${most}`.execute(db)
  return rows
}

/** Of what the public reads of a service: neither how full it is nor who works there. */
const print = sql`md5(concat_ws(E'\\x1f', s.name, s.description, s.phone, s.email, s.website, s.other_ways, s.ways, s.catchment,
  s.closed_on_bank_holidays, p.restrictions, o.name, o.phone, l.name, l.address_1, l.address_2, l.city, l.postcode,
  (select string_agg(concat(h.weekday, h.opens, h.closes), ',' order by h.weekday, h.opens) from opening_hours h where h.service_id = s.id),
  (select string_agg(concat(k.first_day, k.last_day), ',' order by k.first_day) from closure k where k.service_id = s.id),
  (select string_agg(c.category_id::text, ',' order by c.category_id) from service_category c
    where c.service_id = s.id and c.network_id = p.network_id)))`
