/** Where a network works: the authorities that it chose, and areas that it drew itself. */
import type { MultiPolygon } from 'geojson'
import { type Kysely, sql, type Transaction } from 'kysely'
import { boxOf } from '../domain/outline.ts'
import { boxLiteral } from './areas.ts'
import type { DB } from './schema.ts'

export type AreaChoice = { code: string; name: string; drawn: boolean; approximate: boolean }

/** Imported authorities and the network's own, by name. */
export async function listChoices(db: Kysely<DB>, networkId: string): Promise<AreaChoice[]> {
  const { rows } = await sql<AreaChoice>`
    select code, name, kind = 'drawn' as drawn, approximate from area
    where network_id is null or network_id = ${networkId} order by kind = 'drawn' desc, name`.execute(db)
  return rows
}

export async function replaceNetworkAreas(
  trx: Transaction<DB>,
  networkId: string,
  codes: readonly string[],
): Promise<void> {
  await sql`delete from network_area where network_id = ${networkId} and area_code <> all(${codes}::text[])`.execute(
    trx,
  )
  await sql`
    insert into network_area (network_id, area_code) select ${networkId}, unnest(${codes}::text[])
    on conflict do nothing`.execute(trx)
}

export async function insertDrawnArea(
  trx: Transaction<DB>,
  networkId: string,
  { code, name, geometry }: { code: string; name: string; geometry: MultiPolygon },
): Promise<void> {
  await sql`
    insert into area (code, name, kind, geometry, bbox, network_id)
    values (${code}, ${name}, 'drawn', ${JSON.stringify(geometry)}::jsonb, ${boxLiteral(boxOf(geometry))}::box, ${networkId})`.execute(
    trx,
  )
}

export async function saveSettings(trx: Transaction<DB>, networkId: string, settings: object): Promise<void> {
  await sql`update network set settings = ${JSON.stringify(settings)}::jsonb where id = ${networkId}`.execute(trx)
}
