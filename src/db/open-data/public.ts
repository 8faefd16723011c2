/** What the world may read: services that chose to be listed, in networks that opened their directory, of members in good standing. */
import { sql } from 'kysely'

/** Of a network `n`: it lets the public look at the services that chose to be listed. */
export const isOpen = sql`coalesce((n.settings ->> 'publicDirectory')::boolean, false)`

/** One row per service and network. */
export const publicRows = sql`
  service s
  join organisation o on o.id = s.organisation_id and o.archived_at is null and s.status in ('active', 'paused')
  join service_in_network i on i.service_id = s.id and i.active and i.listed
  join network n on n.id = i.network_id and n.archived_at is null and ${isOpen}
  join organisation_in_network m on m.network_id = n.id and m.organisation_id = o.id and m.status = 'active'`

/** The same by their ids; narrowed further with `and`. A venue that is kept secret is never among its columns. */
export const publicPlaces = sql`
  select s.id as service_id, s.organisation_id, i.network_id, i.restrictions from ${publicRows} where true`

/** Where a service is given, unless that is a secret. */
export const openVenue = sql`left join location l on l.id = s.location_id and not l.secret`
