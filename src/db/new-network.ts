/** A new network with its lists, form and texts: everything that its pages take for granted. */
import { type Kysely, sql } from 'kysely'
import type { DemographicDraft } from '../domain/defaults/demographics.ts'
import { defaultOutcomes, defaultTerms } from '../domain/defaults/lists.ts'
import { defaultForm, type FormDefinition } from '../domain/form.ts'
import type { DB } from './schema.ts'

export type NetworkRow = {
  slug: string
  name: string
  coordinatingOrganisationId: string
  description: string
  colour: string
  helpName: string
  helpEmail: string
  helpPhone: string
  technicalHelp: string
  demonstration: boolean
  checklistHiddenAt?: Date | null
  settings: object
  createdAt: Date
}

/** Null where the short name is taken. */
export async function insertNetwork(
  trx: Kysely<DB>,
  { settings, ...network }: NetworkRow,
  areaCodes: readonly string[],
): Promise<string | null> {
  const row = await trx
    .insertInto('network')
    .values({ ...network, settings: JSON.stringify(settings) })
    .onConflict(clash => clash.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  const areas = areaCodes.map(areaCode => ({ networkId: row.id, areaCode }))
  if (areas.length > 0) await trx.insertInto('networkArea').values(areas).execute()
  await insertLists(trx, row.id)
  return row.id
}

/** The demographics, and the first version of the form, which asks for them (age comes from the date of birth). */
export async function insertForm(
  trx: Kysely<DB>,
  networkId: string,
  demographics: readonly DemographicDraft[],
  at: Date,
): Promise<void> {
  const rows = demographics.map((one, position) => ({
    ...one,
    options: JSON.stringify(one.options),
    networkId,
    position,
  }))
  await trx.insertInto('demographic').values(rows).execute()
  const asked = demographics.filter(({ kind }) => kind !== 'age').map(({ key }) => ({ key, show: 'optional' as const }))
  const definition: FormDefinition = { ...defaultForm, demographics: asked }
  await trx
    .insertInto('formVersion')
    .values({ networkId, version: 1, status: 'published', definition: JSON.stringify(definition), publishedAt: at })
    .execute()
}

export async function insertTexts(
  trx: Kysely<DB>,
  networkId: string,
  { wording, dataProtection, agreement }: { wording: string; dataProtection: string; agreement: string },
  inForceFrom: Date,
): Promise<void> {
  await trx
    .insertInto('consentWording')
    .values({ networkId, version: 1, wording, dataProtection, inForceFrom })
    .execute()
  await trx.insertInto('agreement').values({ networkId, version: 1, body: agreement, inForceFrom }).execute()
}

/** Of the codes or names given, the areas that are known. */
export async function findAreas(db: Kysely<DB>, named: readonly string[]): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from area where code = any(${named.map(one => one.toUpperCase())}::text[])
      or lower(name) = any(${named.map(one => one.toLowerCase())}::text[])`.execute(db)
  return rows
}

export type CategoryDraft = {
  id: string
  parentId: string | null
  label: string
  description: string
  icon: string | null
  sensitive?: boolean
}

/** Parents before children, in the order that people shall see them. */
export async function insertCategories(
  trx: Kysely<DB>,
  networkId: string,
  drafts: readonly CategoryDraft[],
): Promise<void> {
  const paths = new Map<string, string>()
  const rows = drafts.map((draft, position) => {
    const own = draft.id.replaceAll('-', '')
    const above = draft.parentId && paths.get(draft.parentId)
    paths.set(draft.id, above ? `${above}.${own}` : own)
    return { ...draft, networkId, position, path: paths.get(draft.id) ?? own }
  })
  await trx.insertInto('category').values(rows).execute()
}

async function insertLists(trx: Kysely<DB>, networkId: string): Promise<void> {
  const terms = Object.entries(defaultTerms).flatMap(([list, labels]) =>
    labels.map((label, position) => ({ networkId, list, label, position })),
  )
  await trx.insertInto('term').values(terms).execute()
  await trx
    .insertInto('outcome')
    .values(defaultOutcomes.map((outcome, position) => ({ ...outcome, networkId, position })))
    .execute()
}
