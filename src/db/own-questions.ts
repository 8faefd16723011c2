/** FORM-6, ORG-1: the questions that organisations ask of their own. Read by anybody who refers; kept by the organisation. */
import { type Kysely, sql } from 'kysely'
import { type AskedBy, type OwnQuestions, ownQuestions } from '../domain/own-questions.ts'
import { kept } from './plans.ts'
import type { DB } from './schema.ts'

/** Those of these organisations that ask something in this network, in the order given. */
export async function readAskedBy(
  db: Kysely<DB>,
  networkId: string,
  organisationIds: readonly string[],
): Promise<AskedBy[]> {
  const ids = [...new Set(organisationIds)]
  if (ids.length === 0) return []
  const { rows } = await sql<Omit<AskedBy, 'questions'> & { definition: unknown }>`${kept}
    select distinct on (q.organisation_id) q.organisation_id, o.name as organisation_name, q.version, q.definition
    from organisation_questions q join organisation o on o.id = q.organisation_id
    where q.network_id = ${networkId} and q.organisation_id = any(${ids}::uuid[])
    order by q.organisation_id, q.version desc`.execute(db)
  const asked = rows.map(({ definition, ...row }) => ({ ...row, questions: ownQuestions.parse(definition).questions }))
  return ids.flatMap(id => asked.filter(one => one.organisationId === id && one.questions.length > 0))
}

export type KeptQuestions = { version: number; definition: OwnQuestions; keptAt: Date | null }

/** The newest version; version 0 where the organisation has asked nothing yet. */
export async function readOwnQuestions(
  db: Kysely<DB>,
  networkId: string,
  organisationId: string,
): Promise<KeptQuestions> {
  const row = await db
    .selectFrom('organisationQuestions')
    .select(['version', 'definition', 'keptAt'])
    .where('networkId', '=', networkId)
    .where('organisationId', '=', organisationId)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (!row) return { version: 0, definition: { questions: [] }, keptAt: null }
  return { version: row.version, definition: ownQuestions.parse(row.definition), keptAt: row.keptAt }
}

/** False where somebody has kept that version already. */
export async function insertOwnQuestions(
  trx: Kysely<DB>,
  kept: { networkId: string; organisationId: string; version: number; definition: OwnQuestions; at: Date; by: string },
): Promise<boolean> {
  const { at, by, definition, ...key } = kept
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('organisationQuestions')
    .values({ ...key, definition: JSON.stringify(definition), keptAt: at, keptBy: by })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
