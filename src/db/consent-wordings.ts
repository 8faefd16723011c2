/** The wordings of a network's consent, version by version: written once, never changed. */
import { type Kysely, sql } from 'kysely'
import type { WordingForm } from '../domain/consent.ts'
import type { DB } from './schema.ts'

export type WordingVersion = {
  version: number
  wording: string
  dataProtection: string
  welsh: { wording: string; dataProtection: string } | null
  inForceFrom: Date
  publishedBy: string | null
}

/** Newest first. */
export async function listWordings(db: Kysely<DB>, networkId: string): Promise<WordingVersion[]> {
  const { rows } = await sql<WordingVersion>`
    select w.version, w.wording, w.data_protection, w.in_force_from, u.name as published_by,
      (select json_build_object('wording', c.wording, 'dataProtection', c.data_protection) from consent_wording c
        where c.network_id = w.network_id and c.version = w.version and c.language = 'cy') as welsh
    from consent_wording w left join "user" u on u.id = w.published_by
    where w.network_id = ${networkId} and w.language = 'en' order by w.version desc`.execute(db)
  return rows
}

export async function insertWording(
  trx: Kysely<DB>,
  networkId: string,
  form: Omit<WordingForm, 'seen'> & { version: number; by: string; at: Date },
): Promise<void> {
  const { version, wording, dataProtection, wordingCy, dataProtectionCy, by, at } = form
  const shared = { networkId, version, publishedBy: by, inForceFrom: at }
  const welsh = { ...shared, language: 'cy', wording: wordingCy, dataProtection: dataProtectionCy }
  const rows = [{ ...shared, language: 'en', wording, dataProtection }, ...(wordingCy ? [welsh] : [])]
  await trx.insertInto('consentWording').values(rows).execute()
}
