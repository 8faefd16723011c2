/** Venues: an organisation's own addresses, shared by its services. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Place } from '../domain/area.ts'
import type { DB } from './schema.ts'

export type Venue = {
  id: string
  organisationId: string
  name: string
  address1: string
  address2: string
  city: string
  postcode: string | null
  latitude: number | null
  longitude: number | null
  approximate: boolean
  /** A refuge: never shown to the public or in a feed. */
  secret: boolean
  accessibility: string
  facilities: string[]
}
export type VenueValues = Pick<Venue, 'id' | 'organisationId' | 'name' | 'address1' | 'address2' | 'city'> &
  Partial<Pick<Venue, 'secret' | 'accessibility' | 'facilities'>> & { postcode: string }

/** `place`: of its postcode. An id that is not known makes one. Whoever is given there has to be refreshed afterwards. */
export async function saveLocation(
  trx: Transaction<DB>,
  { postcode, ...venue }: VenueValues,
  place: Place | null,
): Promise<string> {
  const values = {
    ...venue,
    postcode: postcode || null,
    latitude: place?.point?.lat ?? null,
    longitude: place?.point?.lng ?? null,
    authorityCode: place?.authority ?? null,
    approximate: place?.approximate ?? false,
    changedAt: sql<Date>`clock_timestamp()`,
  }
  await trx
    .insertInto('location')
    .values(values)
    .onConflict(known => known.column('id').doUpdateSet(values))
    .execute()
  return venue.id
}

/** What is remembered of services given there is no longer good. Returns them. */
export async function touchServicesAt(trx: Transaction<DB>, locationId: string): Promise<string[]> {
  const rows = await trx
    .updateTable('service')
    .set({ updatedAt: sql`clock_timestamp()` })
    .where('locationId', '=', locationId)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function listVenues(db: Kysely<DB>, organisationId: string): Promise<(Venue & { services: number })[]> {
  const { rows } = await sql<Venue & { services: number }>`
    select ${columns},
      (select count(*)::int from service s where s.location_id = l.id and s.status <> 'archived') as services
    from location l where l.organisation_id = ${organisationId} order by l.name, l.address_1, l.id`.execute(db)
  return rows
}

export async function readVenue(db: Kysely<DB>, id: string): Promise<Venue | null> {
  const { rows } = await sql<Venue>`select ${columns} from location l where l.id = ${id}`.execute(db)
  return rows[0] ?? null
}

const columns = sql`l.id, l.organisation_id, l.name, l.address_1, l.address_2, l.city, l.postcode, l.latitude, l.longitude,
  l.approximate, l.secret, l.accessibility, l.facilities`
