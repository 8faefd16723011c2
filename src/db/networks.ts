/** A network with what its form, its pages and the matching need. */
import { type Kysely, sql } from 'kysely'
import { ancestry } from '../domain/category.ts'
import { defaultForm, type FormDefinition, readForm } from '../domain/form.ts'
import { type NetworkSettings, readSettings } from '../domain/network.ts'
import { Problem } from '../domain/problem.ts'
import { kept } from './plans.ts'
import type { DB } from './schema.ts'

export type NetworkCategory = {
  id: string
  parentId: string | null
  label: string
  description: string
  icon: string | null
  /** Whoever looks for it may have to leave the page at once. */
  sensitive: boolean
  retired: boolean
}
export type Demographic = {
  key: string
  label: string
  kind: 'age' | 'single' | 'several' | 'number'
  /** Retired ones are offered no more, but name old answers. */
  options: { key: string; label: string; retired?: boolean }[]
}
export type Wording = {
  id: string
  version: number
  wording: string
  dataProtection: string
  /** The same version in Welsh, where there is one. */
  /** A row of its own: who agrees in Welsh agrees to this one. */
  welsh: { id: string; wording: string; dataProtection: string } | null
}
export type Network = {
  id: string
  slug: string
  name: string
  description: string
  colour: string
  helpName: string
  helpEmail: string
  helpPhone: string
  technicalHelp: string
  logo: { id: string; alt: string } | null
  coordinatingOrganisationId: string | null
  demonstration: boolean
  settings: NetworkSettings
  authorities: string[]
  /** In the tree's order, retired ones included, since old referrals name them. */
  categories: ReadonlyMap<string, NetworkCategory>
  demographics: Demographic[]
  form: FormDefinition
  formVersionId: string | null
  wording: Wording | null
}

export async function readNetwork(db: Kysely<DB>, id: string): Promise<Network> {
  const { rows } = await networkQuery(sql`n.id = ${id}`).execute(db)
  const [row] = rows
  if (!row) throw new Problem('not_found', 'There is no such network.')
  return networkOf(row)
}

export async function readNetworks(db: Kysely<DB>, ids: readonly string[]): Promise<Network[]> {
  const { rows } = await networkQuery(sql`n.id = any(${ids}::uuid[])`).execute(db)
  return rows.map(networkOf)
}

/** A category and all above it: what a service may offer to meet the need. */
export function lineOf(network: Network, categoryId: string): string[] {
  return ancestry(categoryId, network.categories)
}

/** What needs are made of: categories with none below. */
export function leavesOf({ categories }: Pick<Network, 'categories'>): NetworkCategory[] {
  const inUse = [...categories.values()].filter(({ retired }) => !retired)
  const parents = new Set(inUse.map(({ parentId }) => parentId))
  return inUse.filter(({ id }) => !parents.has(id))
}

type NetworkRow = Omit<Network, 'settings' | 'categories' | 'form'> & {
  settings: unknown
  categories: NetworkCategory[]
  form: unknown
}

function networkQuery(which: ReturnType<typeof sql>) {
  return sql<NetworkRow>`${kept}
    select n.id, n.slug, n.name, n.description, n.colour, n.help_name, n.help_email, n.help_phone, n.technical_help,
      n.coordinating_organisation_id, n.demonstration, n.settings,
      (select json_build_object('id', p.id, 'alt', p.alt) from picture p where p.id = n.logo_file_id) as logo, f.definition as form, f.id as form_version_id,
      (select coalesce(json_agg(a.area_code order by a.area_code), '[]') from network_area a where a.network_id = n.id) as authorities,
      (select coalesce(json_agg(json_build_object('id', c.id, 'parentId', c.parent_id, 'label', c.label, 'description', c.description,
          'icon', c.icon, 'sensitive', c.sensitive, 'retired', c.retired_at is not null) order by c.position, c.label), '[]')
        from category c where c.network_id = n.id) as categories,
      (select coalesce(json_agg(json_build_object('key', d.key, 'label', d.label, 'kind', d.kind, 'options', d.options) order by d.position), '[]')
        from demographic d where d.network_id = n.id and d.retired_at is null) as demographics,
      (select json_build_object('id', w.id, 'version', w.version, 'wording', w.wording, 'dataProtection', w.data_protection,
          'welsh', (select json_build_object('id', c.id, 'wording', c.wording, 'dataProtection', c.data_protection) from consent_wording c
            where c.network_id = w.network_id and c.version = w.version and c.language = 'cy'))
        from consent_wording w where w.network_id = n.id and w.language = 'en' and w.in_force_from <= now()
        order by w.version desc limit 1) as wording
    from network n left join form_version f on f.network_id = n.id and f.status = 'published'
    where n.archived_at is null and ${which} order by n.name`
}

function networkOf({ settings, categories, form, ...row }: NetworkRow): Network {
  return {
    ...row,
    settings: readSettings(settings),
    form: form ? readForm(form) : defaultForm,
    categories: new Map(categories.map(category => [category.id, category])),
  }
}

type Worded = { id: string; wording: string; dataProtection: string; language: 'en' | 'cy' }

/** In the reader's language, as far as it is written in it. */
export function wordsIn({ language }: { language: string }, wording: Wording | null): Worded {
  if (!wording) return { id: '', wording: '', dataProtection: '', language: 'en' }
  return language === 'cy' && wording.welsh ? { ...wording.welsh, language } : { ...wording, language: 'en' }
}

/** Whether this is the wording in force, in whichever language it was read. */
export function isInForce({ wording }: Pick<Network, 'wording'>, id: string | undefined): boolean {
  return id === wording?.id || (id !== undefined && id === wording?.welsh?.id)
}
