/** The versions of a network's form: the one in use, those before it, and the draft that coordinators work on. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { defaultForm, type FormDefinition, readForm } from '../domain/form.ts'
import type { Known } from '../domain/form-problems.ts'
import type { Network } from './networks.ts'
import type { DB } from './schema.ts'

/** `by` is who published it; of a draft, who changed it last. */
export type FormVersion = {
  version: number
  status: 'draft' | 'published' | 'superseded'
  basedOn: number | null
  at: Date
  by: string | null
  definition: FormDefinition
}
export type FormVersionRow = Omit<FormVersion, 'definition'> & { questions: number }
/** What a designer works on: the draft, or what is in use until the first change begins one. */
export type WorkingForm = { form: FormDefinition; draft: FormVersion | null; published: FormVersion | null }

const columns = sql`f.version, f.status, f.based_on, coalesce(f.published_at, f.changed_at) as at, u.name as by`
const source = sql`form_version f left join "user" u on u.id = coalesce(f.published_by, f.changed_by)`

/** The newest first. */
export async function listFormVersions(db: Kysely<DB>, networkId: string): Promise<FormVersionRow[]> {
  const { rows } = await sql<FormVersionRow>`
    select ${columns}, jsonb_array_length(coalesce(f.definition -> 'questions', '[]')) as questions
    from ${source} where f.network_id = ${networkId} order by f.version desc`.execute(db)
  return rows
}

export async function readFormVersion(db: Kysely<DB>, networkId: string, version: number): Promise<FormVersion | null> {
  const [found] = await readVersions(db, sql`f.network_id = ${networkId} and f.version = ${version}`)
  return found ?? null
}

export async function readWorkingForm(db: Kysely<DB>, networkId: string): Promise<WorkingForm> {
  const current = await readVersions(db, sql`f.network_id = ${networkId} and f.status in ('draft', 'published')`)
  const draft = current.find(({ status }) => status === 'draft') ?? null
  const published = current.find(({ status }) => status === 'published') ?? null
  return { draft, published, form: (draft ?? published)?.definition ?? defaultForm }
}

async function readVersions(db: Kysely<DB>, which: ReturnType<typeof sql>): Promise<FormVersion[]> {
  const { rows } = await sql<Omit<FormVersion, 'definition'> & { definition: unknown }>`
    select ${columns}, f.definition from ${source} where ${which}`.execute(db)
  return rows.map(({ definition, ...row }) => ({ ...row, definition: readForm(definition) }))
}

export type Change = { networkId: string; definition: FormDefinition; userId: string; at: Date }

/** Begins a draft where there is none. Returns its version. */
export async function saveFormDraft(
  trx: Transaction<DB>,
  { networkId, definition, userId, at }: Change,
): Promise<number> {
  const text = JSON.stringify(definition)
  const { rows } = await sql<{ version: number }>`
    insert into form_version (network_id, version, status, definition, based_on, changed_at, changed_by)
    select ${networkId}, coalesce(max(version), 0) + 1, 'draft', ${text}::jsonb,
      max(version) filter (where status = 'published'), ${at}, ${userId}
    from form_version where network_id = ${networkId}
    on conflict (network_id) where status = 'draft'
    do update set definition = excluded.definition, changed_at = excluded.changed_at, changed_by = excluded.changed_by
    returning version`.execute(trx)
  return rows[0]?.version ?? 0
}

/** Puts the draft in the place of what was in use. */
export async function publishFormDraft(
  trx: Transaction<DB>,
  { networkId, userId, at }: Omit<Change, 'definition'>,
): Promise<void> {
  await sql`update form_version set status = 'superseded' where network_id = ${networkId} and status = 'published'`.execute(
    trx,
  )
  await sql`update form_version set status = 'published', published_at = ${at}, published_by = ${userId}
    where network_id = ${networkId} and status = 'draft'`.execute(trx)
}

/** The form that a network began with, in a coordinator's name from now on; nothing in it changes. */
export async function adoptForm(
  trx: Transaction<DB>,
  { networkId, userId, at }: Omit<Change, 'definition'>,
): Promise<void> {
  await sql`update form_version set published_at = ${at}, published_by = ${userId}
    where network_id = ${networkId} and status = 'published' and published_by is null`.execute(trx)
}

export async function deleteFormDraft(trx: Transaction<DB>, networkId: string): Promise<void> {
  await sql`delete from form_version where network_id = ${networkId} and status = 'draft'`.execute(trx)
}

export type NetworkService = { id: string; name: string; organisation: string }

/** Those that answers may rule in or out. */
export async function listNetworkServices(db: Kysely<DB>, networkId: string): Promise<NetworkService[]> {
  const { rows } = await sql<NetworkService>`
    select s.id, s.name, o.name as organisation
    from service_in_network n join service s on s.id = n.service_id join organisation o on o.id = s.organisation_id
    where n.network_id = ${networkId} and s.status <> 'archived' order by o.name, s.name`.execute(db)
  return rows
}

/** What questions may speak of: what is retired is offered no more. */
export function knownIn(
  { categories, demographics }: Pick<Network, 'categories' | 'demographics'>,
  services: readonly NetworkService[],
): Known {
  const inUse = [...categories.values()].filter(({ retired }) => !retired)
  return {
    categoryIds: inUse.map(({ id }) => id),
    demographics: demographics.map(one => ({ ...one, options: one.options.filter(({ retired }) => !retired) })),
    serviceIds: services.map(({ id }) => id),
  }
}
