/** A network's public directory as its pages show it, kept in the process until its edition changes. */
import { type Kysely, sql } from 'kysely'
import { type Restrictions, restrictions } from '../../domain/service.ts'
import { type Edges, edgesOf } from '../../domain/week-edges.ts'
import { type Description, keptDescriptions } from '../directory/kept-descriptions.ts'
import { type Network, readNetwork } from '../networks.ts'
import { type EntryPicture, entryPicture } from '../pictures.ts'
import type { DB } from '../schema.ts'
import type { Edition } from './edition.ts'
import { publicPlaces } from './public.ts'

/** Nothing of a secret venue but that it is one. */
export type PublicService = Description & {
  id: string
  restrictions: Restrictions
  ways: string[]
  /** Whom else to ask, or how, in its own words. */
  otherWays: string
  /** New people can come now; how many is nobody's business. */
  takes: boolean
  languages: string[]
  /** When its organisation said last that all this is right. */
  checkedAt: Date | null
  picture: EntryPicture | null
  gallery: string | null
}

/** One with a public service; `categoryIds` are those of its public services. */
export type PublicOrganisation = {
  id: string
  name: string
  description: string
  phone: string | null
  email: string | null
  website: string | null
  languages: string[]
  checkedAt: Date | null
  logo: { id: string; alt: string } | null
  categoryIds: string[]
  services: readonly PublicService[]
}

export type Directory = {
  edition: string
  open: boolean
  network: Network
  /** A to Z. */
  services: readonly PublicService[]
  byId: ReadonlyMap<string, PublicService>
  /** A to Z. */
  organisations: readonly PublicOrganisation[]
  /** When something opens or closes. */
  edges: Edges
}

/** `today`: YYYY-MM-DD. Of a network that does not let the public look: no service and no organisation. */
export async function readDirectory(
  db: Kysely<DB>,
  { networkId, open, edition }: Edition,
  today: string,
): Promise<Directory> {
  const known = kept.get(networkId)
  if (known?.today === today && known.directory.edition === edition) return known.directory
  const network = await readNetwork(db, networkId)
  const services = open ? await readServices(db, networkId, today) : []
  const organisations = await readOrganisations(db, services)
  const byId = new Map(services.map(service => [service.id, service]))
  const edges = edgesOf(services.map(({ hours }) => hours))
  const directory = { edition, open, network, services, byId, organisations, edges }
  if (kept.size >= mostKept) kept.clear()
  kept.set(networkId, { today, directory })
  return directory
}

const kept = new Map<string, { today: string; directory: Directory }>()
const mostKept = 50

type Row = Omit<PublicService, keyof Description | 'restrictions'> & { version: string; restrictions: unknown }

async function readServices(db: Kysely<DB>, networkId: string, today: string): Promise<PublicService[]> {
  const { rows } = await sql<Row>`
    with place as materialized (${publicPlaces} and n.id = ${networkId}),
    offered as materialized (
      select c.service_id, sum(c.xmin::text::bigint) as version from service_category c
      where c.network_id = ${networkId} group by 1)
    select s.id, concat_ws(' ', s.xmin, o.xmin, l.xmin, f.version) as version, p.restrictions, s.ways, s.other_ways,
      s.status = 'active' and coalesce(s.paused_until < ${today}::date, true) and s.capacity is distinct from 0 as takes,
      o.languages, o.confirmed_at as checked_at, s.gallery,
      (select ${entryPicture} from picture p where p.id = s.picture_id) as picture
    from place p join service s on s.id = p.service_id join organisation o on o.id = p.organisation_id
    left join location l on l.id = s.location_id left join offered f on f.service_id = s.id
    order by lower(s.name), s.id`.execute(db)
  const described = await keptDescriptions(db, networkId, rows)
  return rows.flatMap(({ version: _, ...row }) => {
    const description = described.get(row.id)
    return description ? [{ ...description, ...row, restrictions: restrictions.parse(row.restrictions) }] : []
  })
}

type OrganisationRow = Omit<PublicOrganisation, 'categoryIds' | 'services'>

async function readOrganisations(db: Kysely<DB>, services: readonly PublicService[]): Promise<PublicOrganisation[]> {
  const offered = Map.groupBy(services, ({ organisationId }) => organisationId)
  if (offered.size === 0) return []
  const { rows } = await sql<OrganisationRow>`
    select o.id, o.name, o.description, o.phone, o.email, o.website, o.languages, o.confirmed_at as checked_at,
      (select json_build_object('id', p.id, 'alt', p.alt) from picture p where p.id = o.logo_file_id) as logo
    from organisation o where o.id = any(${[...offered.keys()]}::uuid[]) order by lower(o.name), o.id`.execute(db)
  return rows.map(row => {
    const own = offered.get(row.id) ?? []
    return { ...row, services: own, categoryIds: [...new Set(own.flatMap(({ categoryIds }) => categoryIds))] }
  })
}
