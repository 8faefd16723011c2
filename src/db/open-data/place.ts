/** “Postcode or place”, as somebody typed it: a postcode or its beginning, a council's area, a town where a public service is given. */
import type { Kysely } from 'kysely'
import type { Place, Point } from '../../domain/area.ts'
import { parsePostcode } from '../../domain/postcode.ts'
import { plainWords } from '../../domain/search-words.ts'
import { nearestWords } from '../../domain/spelling.ts'
import { listNetworkAreas, type NetworkArea } from '../directory/grid.ts'
import { findPlace } from '../postcodes.ts'
import type { DB } from '../schema.ts'
import type { Directory } from './directory.ts'

/** `area`: one of the network's own, by its code. */
export type FoundPlace = { name: string; place: Place | null; area: string | null }
/** `meant`: what it may have been, to ask about. */
export type PlaceRead =
  | { ok: true; found: FoundPlace | null }
  | { ok: false; why: 'unknown' | 'postcode_unknown'; meant: string | null }

export async function readPlace(db: Kysely<DB>, directory: Directory, typed: string): Promise<PlaceRead> {
  if (typed.trim() === '') return { ok: true, found: null }
  const parsed = parsePostcode(typed)
  if (parsed.kind !== 'invalid') {
    const place = await findPlace(db, parsed)
    if (!place.point) return { ok: false, why: 'postcode_unknown', meant: null }
    return { ok: true, found: { name: parsed.postcode, place, area: null } }
  }
  const [own, wanted] = [await listNetworkAreas(db, directory.network), plain(typed)]
  const found = (await findByName(db, directory, own, wanted)) ?? null
  return found
    ? { ok: true, found }
    : { ok: false, why: 'unknown', meant: parsed.suggestion ?? nearest(directory, own, wanted) }
}

const plain = (name: string) => plainWords(name).join(' ')

async function findByName(
  db: Kysely<DB>,
  directory: Directory,
  own: readonly NetworkArea[],
  wanted: string,
): Promise<FoundPlace | null> {
  const area = own.find(({ name }) => plain(name) === wanted)
  if (area) return { name: area.name, place: null, area: area.code }
  const town = townsOf(directory).get(wanted)
  if (town) return { name: town.name, place: about(town.point), area: null }
  const other = await findAuthority(db, wanted)
  return other ? { name: other.name, place: inAuthority(other.code), area: null } : null
}

function nearest(directory: Directory, own: readonly NetworkArea[], wanted: string): string | null {
  const names = [...own, ...townsOf(directory).values()].map(({ name }) => name)
  const known = names.map(name => ({ word: plain(name), count: 1 }))
  const [near] = nearestWords(wanted, known)
  return names.find(name => plain(name) === near) ?? null
}

/** Nobody knows where in the town somebody is. */
const about = (point: Point): Place => ({ outward: null, point, authority: null, approximate: true })
const inAuthority = (authority: string): Place => ({ outward: null, point: null, authority, approximate: false })

/** Elsewhere: what is there for the whole country is still found. */
async function findAuthority(db: Kysely<DB>, wanted: string): Promise<NetworkArea | undefined> {
  const rows = await db.selectFrom('area').select(['code', 'name']).where('networkId', 'is', null).execute()
  return rows.find(({ name }) => plain(name) === wanted)
}

type Town = { name: string; point: Point }

/** In the middle of what is given there; where secret venues are is not among what services tell. */
function townsOf(directory: Directory): ReadonlyMap<string, Town> {
  const known = towns.get(directory)
  if (known) return known
  const placed = directory.services.flatMap(({ city, venue }) => (city && venue ? [{ name: city, venue }] : []))
  const byName = Map.groupBy(placed, ({ name }) => plain(name))
  const made = new Map([...byName].map(([key, all]) => [key, { name: all[0]?.name ?? key, point: middle(all) }]))
  towns.set(directory, made)
  return made
}

const towns = new WeakMap<Directory, ReadonlyMap<string, Town>>()

function middle(all: readonly { venue: Point }[]): Point {
  const mean = (of: (point: Point) => number) => all.reduce((sum, { venue }) => sum + of(venue), 0) / all.length
  return { lat: mean(({ lat }) => lat), lng: mean(({ lng }) => lng) }
}
