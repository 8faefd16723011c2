/** What public services hang on: networks as taxonomies, their categories as terms, the organisations, and names of areas. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'
import { type Page, slice } from './find.ts'
import { listAll } from './listed.ts'
import { isOpen, publicPlaces } from './public.ts'
import type { OpenOrganisation, OpenTerm } from './services.ts'

export type Listed<T> = { total: number; rows: T[] }
export type OpenTaxonomy = { id: string; name: string; description: string }

export function listTaxonomies(db: Kysely<DB>, page: Page, id?: string): Promise<Listed<OpenTaxonomy>> {
  const from = sql`select n.id, n.name, n.description from network n where n.archived_at is null and ${isOpen} ${id ? sql`and n.id = ${id}::uuid` : sql``}`
  return pageOf(db, from, sql`name, id`, page)
}

export type TermFilters = { taxonomyId?: string | undefined; id?: string | undefined }

/** In the order that the network gave them, parents before children. */
export function listTerms(db: Kysely<DB>, { taxonomyId, id }: TermFilters, page: Page): Promise<Listed<OpenTerm>> {
  const from = sql`
    select k.id, k.label as name, k.description, k.parent_id as "parentId", n.id as "taxonomyId", n.name as taxonomy, k.position
    from category k join network n on n.id = k.network_id where n.archived_at is null and ${isOpen} and k.retired_at is null
    ${taxonomyId ? sql`and n.id = ${taxonomyId}::uuid` : sql``} ${id ? sql`and k.id = ${id}::uuid` : sql``}`
  return pageOf(db, from, sql`taxonomy, ("parentId" is not null), position, name, id`, page)
}

/** Those with a public service. */
export async function listOpenOrganisations(
  db: Kysely<DB>,
  { search, id }: { search?: string | undefined; id?: string | undefined },
  page: Page,
): Promise<Listed<OpenOrganisation>> {
  const columns = sql`select o.id, o.name, o.description, o.email, o.website from organisation o`
  if (!search && !id) {
    const { total, ids } = slice(await listAll(db, 'organisations'), page)
    const { rows } =
      await sql<OpenOrganisation>`${columns} where o.id = any(${ids}::uuid[]) order by o.name, o.id`.execute(db)
    return { total, rows }
  }
  const from = sql`
    ${columns} where o.id in (select organisation_id from (${publicPlaces}) p) ${id ? sql`and o.id = ${id}::uuid` : sql``}
    ${search ? sql`and strpos(plain(o.name || ' ' || o.description), plain(${search})) > 0` : sql``}`
  return pageOf(db, from, sql`name, id`, page)
}

export async function readAreaNames(db: Kysely<DB>, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('area')
    .select(['code', 'name'])
    .where('code', 'in', [...codes])
    .execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

async function pageOf<T>(
  db: Kysely<DB>,
  from: ReturnType<typeof sql>,
  order: ReturnType<typeof sql>,
  { page, perPage }: Page,
): Promise<Listed<T>> {
  const { rows } = await sql<Listed<T>>`
    with found as materialized (${from}), page as (select * from found order by ${order} limit ${perPage} offset ${(page - 1) * perPage})
    select (select count(*)::int from found) as total, (select coalesce(json_agg(p), '[]') from page p) as rows`.execute(
    db,
  )
  return rows[0] ?? { total: 0, rows: [] }
}
