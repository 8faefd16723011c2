/** What a network is called, how it looks and who helps with it: columns of its row. */
import { sql, type Transaction } from 'kysely'
import type { DB } from './schema.ts'

type Columns = Partial<
  Record<'name' | 'slug' | 'description' | 'colour' | 'helpName' | 'helpEmail' | 'helpPhone' | 'technicalHelp', string>
>

/** False where another network has the short name. */
export async function saveNetworkColumns(trx: Transaction<DB>, id: string, columns: Columns): Promise<boolean> {
  if (columns.slug !== undefined) {
    const { rows } = await sql`select from network where slug = ${columns.slug} and id <> ${id}`.execute(trx)
    if (rows.length > 0) return false
  }
  await trx.updateTable('network').set(columns).where('id', '=', id).execute()
  return true
}

export async function saveNetworkLogo(trx: Transaction<DB>, id: string, logoFileId: string | null): Promise<void> {
  await trx.updateTable('network').set({ logoFileId }).where('id', '=', id).execute()
}
