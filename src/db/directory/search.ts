/** Finding organisations and services by words: SQL narrows by index to what may match, the rules rank it. */
import { type Kysely, sql } from 'kysely'
import { type Entry, type Found, rank, unmatched } from '../../domain/search-rank.ts'
import { plainWords, respell, singular, type Term } from '../../domain/search-words.ts'
import { type KnownWord, nearestWords } from '../../domain/spelling.ts'
import { synonymKeys } from '../../domain/synonyms.ts'
import type { Network } from '../networks.ts'
import type { DB } from '../schema.ts'
import { type Seen, seenBy } from './seen.ts'

export type Typed = { typed: string; terms: readonly Term[]; seen: Seen }

export type Matches = {
  found: Found[]
  /** What was taken for misspelt, and as what. */
  respelt: { typed: string; as: string }[]
}

/** Terms for which nothing is found are taken for misspelt. Found with some of the terms only where nothing has all. */
export async function findByWords(db: Kysely<DB>, network: Network, { typed, terms, seen }: Typed): Promise<Matches> {
  const categories = describeCategories(network)
  const within = { networkId: network.id, categories, seen }
  const entries = await narrow(db, terms, within)
  const missing = unmatched(terms, entries)
  if (missing.length === 0) return { found: rank(typed, terms, entries), respelt: [] }
  const known = await readVocabulary(db, within)
  const meant = new Map(missing.map(term => [term, nearestWords(term.typed, known)]))
  const corrected = terms.map(term => respell(term, meant.get(term) ?? []))
  const respelt = missing.flatMap(term => (meant.get(term) ?? []).slice(0, 1).map(as => ({ typed: term.typed, as })))
  if (respelt.length === 0) return { found: rank(typed, terms, entries), respelt: [] }
  return { found: rank(typed, corrected, await narrow(db, corrected, within)), respelt }
}

/** Whether there is a word among them that says something. */
export const hasStrong = (terms: readonly Term[]) => terms.some(({ weak }) => !weak)

type Described = { id: string; label: string; above: string; about: string; words: string[] }

function describeCategories({ categories }: Network): Map<string, Described> {
  const described = [...categories.values()].map(({ id, label, parentId, description }) => {
    const parent = parentId === null ? undefined : categories.get(parentId)
    const [above, about] = [parent?.label ?? '', `${description} ${parent?.description ?? ''}`]
    return { id, label, above, about, words: plainWords(`${label} ${above} ${about}`) }
  })
  return new Map(described.map(one => [one.id, one]))
}

/** More would be a list to read, not an answer. */
const mostNarrowed = 3000

type Within = { networkId: string; categories: ReadonlyMap<string, Described>; seen: Seen }

async function narrow(
  db: Kysely<DB>,
  terms: readonly Term[],
  { networkId, categories, seen }: Within,
): Promise<Entry[]> {
  const stems = [...new Set(terms.filter(({ weak }) => !weak).flatMap(({ forms }) => forms.map(longestStem)))]
  if (stems.length === 0) return []
  const within = [...categories.values()].filter(({ words }) => stems.some(stem => words.some(it => it.includes(stem))))
  const patterns = stems.map(stem => `%${stem}%`)
  const categoryIds = within.map(({ id }) => id)
  const { rows } = await narrowing(networkId, patterns, categoryIds, seen).execute(db)
  return rows.map(({ categoryIds, ...row }) => {
    const offered = categoryIds.flatMap(id => categories.get(id) ?? [])
    const join = (of: 'label' | 'above' | 'about') => offered.map(one => one[of]).join(' ')
    return { ...row, categories: join('label'), above: join('above'), about: join('about') }
  })
}

/** Every word of a form has to be there, so the longest narrows best. */
function longestStem({ words }: Term['forms'][number]): string {
  return singular(words.toSorted((a, b) => b.length - a.length)[0] ?? '')
}

type Row = Omit<Entry, 'categories' | 'above' | 'about'> & { categoryIds: string[] }

/** The materialized patterns keep the plan from being made for any value (measured: 17 times slower). */
function narrowing(networkId: string, patterns: readonly string[], categoryIds: readonly string[], seen: Seen) {
  return sql<Row>`
    with wanted as materialized (select unnest(${patterns}::text[]) as pattern),
    organisations as materialized (
      select o.id from wanted, organisation o where plain(o.name) like wanted.pattern
      union select o.id from wanted, organisation o where plain(o.description) like wanted.pattern
      union select o.id from wanted, organisation o where plain(o.city) like wanted.pattern
      union select g.organisation_id from organisation_category g where g.network_id = ${networkId} and g.category_id = any(${categoryIds}::uuid[])),
    services as materialized (
      select s.id from wanted, service s where plain(s.name) like wanted.pattern
      union select s.id from wanted, service s where plain(s.description) like wanted.pattern
      union select s.id from wanted, organisation o join service s on s.organisation_id = o.id where plain(o.name) like wanted.pattern
      union select s.id from wanted, location l join service s on s.location_id = l.id where plain(l.city) like wanted.pattern and not l.secret
      union select c.service_id from service_category c where c.network_id = ${networkId} and c.category_id = any(${categoryIds}::uuid[]))
    select * from (
      select s.id, 'service' as kind, s.name, o.name as organisation, s.description,
        case when l.secret then '' else coalesce(l.city, '') end as place,
        array(select c.category_id from service_category c where c.service_id = s.id and c.network_id = v.network_id) as category_ids
      from services f join (${seenBy[seen].services}) v on v.service_id = f.id and v.network_id = ${networkId}
      join service s on s.id = f.id join organisation o on o.id = s.organisation_id
      left join location l on l.id = s.location_id
      union all
      ${seenBy[seen].organisations(networkId)}
    ) found limit ${mostNarrowed}`
}

/** Only asked for when something was misspelt: names, the words of categories, and other ways to say them. */
async function readVocabulary(db: Kysely<DB>, { networkId, categories, seen }: Within): Promise<KnownWord[]> {
  const { rows } = await sql<KnownWord>`
    select word, count(*)::int as count from (${seenBy[seen].names(networkId)}) names (name),
      regexp_split_to_table(plain(name), '[^[:alnum:]]+') as word
    where length(word) > 2 group by word`.execute(db)
  const own = [...categories.values()].flatMap(({ words }) => words).concat(synonymKeys)
  return [...rows, ...own.filter(word => word.length > 2).map(word => ({ word, count: 3 }))]
}
