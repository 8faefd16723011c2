/** What clients of the directory ask of a network besides its services: its organisations and its own words. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'
import type { TermList } from './terms.ts'

export type ListedOrganisation = {
  id: string
  name: string
  kind: string | null
  description: string
  phone: string | null
  email: string | null
  website: string | null
}
type Cursor = { name: string; id: string }

export async function listOrganisations(
  db: Kysely<DB>,
  networkIds: readonly string[],
  cursor: Cursor | null,
  most: number,
): Promise<{ rows: ListedOrganisation[]; next: Cursor | null }> {
  const { rows } = await sql<ListedOrganisation>`
    select o.id, o.name, o.kind, o.description, o.phone, o.email, o.website from organisation o
    where o.archived_at is null and exists (select from organisation_in_network i
        where i.organisation_id = o.id and i.network_id = any(${networkIds}::uuid[]) and i.status = 'active')
      and ${cursor ? sql`(o.name, o.id) > (${cursor.name}, ${cursor.id}::uuid)` : sql`true`}
    order by o.name, o.id limit ${most + 1}`.execute(db)
  const page = rows.slice(0, most)
  return { rows: page, next: rows.length > most ? (page.at(-1) ?? null) : null }
}

export type ListedTerm = { id: string; list: TermList; label: string }

export function listAllTerms(db: Kysely<DB>, networkId: string): Promise<ListedTerm[]> {
  return db
    .selectFrom('term')
    .select(['id', sql<TermList>`list`.as('list'), 'label'])
    .where('networkId', '=', networkId)
    .where('retiredAt', 'is', null)
    .orderBy('list')
    .orderBy('position')
    .orderBy('label')
    .execute()
}
