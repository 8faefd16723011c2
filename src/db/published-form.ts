/** A network's form as it is published. */
import type { Kysely } from 'kysely'
import type { DB } from './schema.ts'

export type PublishedForm = { id: string; version: number; publishedAt: Date | null }

/** Null where the network has published none: its form is the one that all begin with. */
export async function readPublished(db: Kysely<DB>, networkId: string): Promise<PublishedForm | null> {
  const row = await db
    .selectFrom('formVersion')
    .select(['id', 'version', 'publishedAt'])
    .where('networkId', '=', networkId)
    .where('status', '=', 'published')
    .executeTakeFirst()
  return row ?? null
}
