/** Services of a network by words in their name or their organisation's, for choosing one by hand. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

export async function searchServices(db: Kysely<DB>, networkId: string, words: string, most = 12): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with wanted as materialized (select plain(${words}) as words)
    select s.id from wanted, service s join service_in_network i on i.service_id = s.id and i.network_id = ${networkId}
    join organisation o on o.id = s.organisation_id
    where s.status <> 'archived' and (
      not exists (select from regexp_split_to_table(wanted.words, '\\s+') word
        where strpos(plain(s.name || ' ' || o.name || ' ' || s.description), word) = 0)
      or word_similarity(wanted.words, plain(s.name || ' ' || o.name)) > 0.55)
    order by word_similarity(wanted.words, plain(s.name || ' ' || o.name)) desc, s.name, s.id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}
