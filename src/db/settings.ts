/** The entries of a network's registers: read, written, ordered; whether anything uses one; who changed what last. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DemographicOption, Register, RegisterTable } from '../domain/registers.ts'
import type { DB } from './schema.ts'

/** What only some registers have. */
export type Details = {
  successful?: boolean
  categoryId?: string | null
  parentId?: string | null
  description?: string
  icon?: string | null
  sensitive?: boolean
  mergedIntoId?: string | null
  key?: string
  kind?: 'age' | 'single' | 'several' | 'number'
  options?: DemographicOption[]
}
/** `seen` changes with the words and whether it is retired, so that a form knows if somebody was faster. */
export type Entry = Details & { id: string; label: string; retired: boolean; position: number; seen: string }

const details = {
  term: sql`'{}'::jsonb`,
  outcome: sql`jsonb_build_object('successful', e.successful, 'categoryId', e.category_id)`,
  demographic: sql`jsonb_build_object('key', e.key, 'kind', e.kind, 'options', e.options)`,
  category: sql`jsonb_build_object('parentId', e.parent_id, 'description', e.description, 'icon', e.icon,
    'sensitive', e.sensitive, 'mergedIntoId', e.merged_into_id)`,
} as const satisfies Record<RegisterTable, unknown>

/** In the network's order, retired ones included. */
export async function readRegister(
  db: Kysely<DB>,
  networkId: string,
  { table, list }: Pick<Register, 'table' | 'list'>,
): Promise<Entry[]> {
  const ofList = list === null ? sql`` : sql`and e.list = ${list}`
  const first = table === 'outcome' ? sql`e.successful desc,` : sql``
  const { rows } = await sql<Omit<Entry, keyof Details> & { details: Details }>`
    select e.id, e.label, e.retired_at is not null as retired, e.position, d.details,
      left(md5(concat_ws('|', e.label, e.retired_at is not null, d.details)), 12) as seen
    from ${sql.table(table)} e cross join lateral (select ${details[table]} as details) d
    where e.network_id = ${networkId} ${ofList} order by ${first} e.position, e.label`.execute(db)
  return rows.map(({ details: more, ...entry }) => ({ ...more, ...entry }))
}

/** One writer of a network's settings at a time. */
export async function lockSettings(trx: Transaction<DB>, networkId: string): Promise<void> {
  await sql`select from network where id = ${networkId} for update`.execute(trx)
}

/** By column; `undefined` is left as it is. */
export type Columns = {
  label?: string
  position?: number
  retiredAt?: Date | null
  successful?: boolean
  categoryId?: string | null
  description?: string
  icon?: string | null
  sensitive?: boolean
  mergedIntoId?: null
  options?: string
}

export async function updateEntry(
  trx: Transaction<DB>,
  { table }: Pick<Register, 'table'>,
  id: string,
  { label, position, retiredAt, ...own }: Columns,
): Promise<void> {
  const columns = Object.entries({
    ...{ label, position, retired_at: retiredAt, successful: own.successful, category_id: own.categoryId },
    ...{
      description: own.description,
      icon: own.icon,
      sensitive: own.sensitive,
      options: own.options,
      merged_into_id: own.mergedIntoId,
    },
  }).filter(([, value]) => value !== undefined)
  const sets = columns.map(([name, value]) =>
    name === 'options' ? sql`options = ${value}::jsonb` : sql`${sql.ref(name)} = ${value}`,
  )
  await sql`update ${sql.table(table)} set ${sql.join(sets)} where id = ${id}`.execute(trx)
}

/** The order of these, from the first. */
export async function orderEntries(
  trx: Transaction<DB>,
  { table }: Pick<Register, 'table'>,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update ${sql.table(table)} e set position = given.nth - 1
    from unnest(${ids}::uuid[]) with ordinality as given (id, nth) where e.id = given.id`.execute(trx)
}

export async function deleteEntry(trx: Transaction<DB>, { table }: Pick<Register, 'table'>, id: string): Promise<void> {
  await sql`delete from ${sql.table(table)} where id = ${id}`.execute(trx)
}

/** Whether anything holds on to it: then it can only be retired. */
export async function isUsed(db: Kysely<DB>, networkId: string, { table }: Register, entry: Entry): Promise<boolean> {
  const uses = { term: termUses, outcome: outcomeUses, category: categoryUses, demographic: demographicUses }[table]
  const { rows } = await sql<{ used: boolean }>`select ${uses(networkId, entry)} as used`.execute(db)
  return rows[0]?.used ?? true
}

function termUses(networkId: string, { id, label }: Entry) {
  return sql`exists (select from assignment where reason_id = ${id})
    or exists (select from need where unmet_reason_id = ${id})
    or exists (select from location where ${id}::uuid = any(facilities))
    or exists (select from organisation where ${id}::uuid = any(facilities) or kind in (${id}, ${label}))
    or exists (select from event where network_id = ${networkId} and codes @> jsonb_build_object('reasonId', ${id}::text))`
}

function outcomeUses(_: string, { id }: Entry) {
  return sql`exists (select from need where outcome_id = ${id}) or exists (select from outcome_entry where outcome_id = ${id})`
}

function categoryUses(networkId: string, { id }: Entry) {
  return sql`exists (select from need where category_id = ${id})
    or exists (select from category where ${id} in (parent_id, merged_into_id))
    or exists (select from service_category where category_id = ${id})
    or exists (select from organisation_category where category_id = ${id})
    or exists (select from outcome where category_id = ${id})
    or exists (select from consent_refusal where category_id = ${id})
    or exists (select from form_version where network_id = ${networkId} and strpos(definition::text, ${id}::text) > 0)
    or exists (select from event where network_id = ${networkId} and action <> 'keepRegister' and strpos(codes::text, ${id}::text) > 0)`
}

/** People answered it only where a form asked it; services restrict by it. */
function demographicUses(networkId: string, { key = '', kind }: Entry) {
  const names = sql`jsonb_build_object('key', ${key}::text, 'fact', ${`demographic.${key}`}::text)`
  return sql`${kind === 'age'} or exists (select from form_version where network_id = ${networkId}
      and (status <> 'draft' and jsonb_path_exists(definition, '$.demographics[*] ? (@.key == $key)', ${names})
        or jsonb_path_exists(definition, '$.questions[*].effects[*].does ? (@.key == $key)', ${names})
        or jsonb_path_exists(definition, '$.questions[*].enableWhen.conditions[*] ? (@.question == $fact)', ${names})))
    or exists (select from service_in_network where network_id = ${networkId}
      and (restrictions -> 'groups' ? ${key} or restrictions -> 'numbers' ? ${key}))`
}

/** `part`: a register's name, 'areas', 'response-times'. */
export type LastChange = { part: string; at: Date; by: string | null }

/** The newest change of each part of the settings. */
export async function readLastChanges(db: Kysely<DB>, networkId: string): Promise<LastChange[]> {
  const { rows } = await sql<LastChange>`
    select distinct on (e.codes ->> 'part') e.codes ->> 'part' as part, e.at, u.name as by
    from event e left join "user" u on u.id = e.user_id
    where e.network_id = ${networkId} and e.action in ('keepRegister', 'keepAreas', 'keepResponseTimes', 'keepForm',
      'makeEntryLink', 'nameEntryLink', 'revokeEntryLink', 'keepEntrySettings', 'keepReferring', 'keepVisibility', 'keepRetention',
      'keepDetails', 'keepHelp', 'keepLook', 'keepDirectory', 'publishWording')
    order by e.codes ->> 'part', e.id desc`.execute(db)
  return rows
}

/** Who changed one entry last. */
export async function readLastChange(db: Kysely<DB>, networkId: string, id: string): Promise<LastChange | null> {
  const { rows } = await sql<LastChange>`
    select e.codes ->> 'part' as part, e.at, u.name as by from event e left join "user" u on u.id = e.user_id
    where e.network_id = ${networkId} and e.action = 'keepRegister' and e.codes ->> 'entry' = ${id}
    order by e.id desc limit 1`.execute(db)
  return rows[0] ?? null
}

export type NewEntry = Details & { label: string }

/** At the end of its register. Returns its id. */
export async function insertEntry(
  trx: Transaction<DB>,
  networkId: string,
  { table, list }: Register,
  { label, ...own }: NewEntry,
): Promise<string> {
  const columns = {
    ...{ network_id: networkId, label, list: list ?? undefined, successful: own.successful },
    ...{ category_id: own.categoryId, key: own.key, kind: own.kind },
  }
  const given = Object.entries(columns).filter(([, value]) => value !== undefined)
  const ofList = list === null ? sql`` : sql`and list = ${list}`
  const { rows } = await sql<{ id: string }>`
    insert into ${sql.table(table)} (${sql.join(given.map(([name]) => sql.ref(name)))}, position)
    values (${sql.join(given.map(([, value]) => value))},
      (select coalesce(max(position) + 1, 0) from ${sql.table(table)} where network_id = ${networkId} ${ofList}))
    returning id`.execute(trx)
  return rows[0]?.id ?? ''
}
