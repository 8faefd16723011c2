/** Who finds what in a network's directory: its members what it offers, everybody what is public. The search is the same. */
import { type RawBuilder, sql } from 'kysely'
import { publicPlaces } from '../open-data/public.ts'

export type Seen = 'members' | 'public'

type Rule = {
  /** Services, with their organisation and network. */
  services: RawBuilder<unknown>
  /** Of `organisations`, as a search tells them. */
  organisations: (networkId: string) => RawBuilder<unknown>
  /** Every name there is, for what was misspelt. */
  names: (networkId: string) => RawBuilder<unknown>
}

const members: Rule = {
  services: sql`
    select s.id as service_id, s.organisation_id, i.network_id
    from service s join service_in_network i on i.service_id = s.id and i.active
    join organisation o on o.id = s.organisation_id and o.archived_at is null
    join organisation_in_network m on m.organisation_id = o.id and m.network_id = i.network_id and m.status in ('active', 'suspended')
    where s.status <> 'archived'`,
  organisations: networkId => sql`
    select o.id, 'organisation', o.name, '', o.description, coalesce(o.city, ''),
      array(select g.category_id from organisation_category g where g.organisation_id = o.id and g.network_id = m.network_id)
    from organisations f join organisation o on o.id = f.id and o.archived_at is null
    join organisation_in_network m on m.organisation_id = o.id and m.network_id = ${networkId} and m.status in ('active', 'suspended')`,
  names: networkId => sql`
    select s.name from service s join service_in_network i on i.service_id = s.id and i.network_id = ${networkId}
    union all select o.name || ' ' || coalesce(o.city, '') from organisation o
      join organisation_in_network m on m.organisation_id = o.id and m.network_id = ${networkId}`,
}

/** Of an organisation only what its public services say, and not where it is. */
const everybody: Rule = {
  services: publicPlaces,
  organisations: networkId => sql`
    select o.id, 'organisation', o.name, '', o.description, '',
      array(select distinct c.category_id from (${publicPlaces}) p
        join service_category c on c.service_id = p.service_id and c.network_id = p.network_id
        where p.organisation_id = o.id and p.network_id = ${networkId})
    from organisations f join organisation o on o.id = f.id
    where exists (select from (${publicPlaces}) p where p.organisation_id = o.id and p.network_id = ${networkId})`,
  names: networkId => sql`
    select s.name from (${publicPlaces}) p join service s on s.id = p.service_id where p.network_id = ${networkId}
    union all select o.name from organisation o
      where o.id in (select p.organisation_id from (${publicPlaces}) p where p.network_id = ${networkId})`,
}

export const seenBy: Readonly<Record<Seen, Rule>> = { members, public: everybody }
