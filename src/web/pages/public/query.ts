/** What narrows a search of the public directory, in its address; its words and its place are sealed in `s`. */
import { z } from 'zod'
import { seal, unseal } from '../../../auth/sealing.ts'
import { type PublicCriteria, type TypedSearch, typedSearch } from '../../../domain/public-search.ts'
import { type Way, ways } from '../../../domain/service-sections.ts'
import type { AnyContext } from '../../env.ts'
import type { Site } from './site.ts'

/** What does not belong there is as if it was not there: an address may be old, or typed. */
const given = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)

const schema = z.object({
  need: given(z.uuid()),
  open: given(z.literal('now')),
  day: given(z.coerce.number().int().min(1).max(7)),
  how: z.array(z.enum(ways)).catch([]),
  /** A demographic and one of its options: `carer.yes`. */
  who: given(z.string().regex(/^[a-z][a-z0-9_]{0,39}\.[\w-]{1,40}$/)),
  age: given(z.coerce.number().int().min(0).max(120)),
  page: given(z.coerce.number().int().min(2).max(1000)),
  s: given(z.string().regex(/^[\w-]{20,1000}$/)),
})
export type FindQuery = z.infer<typeof schema>

export function readFindQuery(url: string, { network }: Pick<Site, 'network'>): FindQuery {
  const { searchParams } = new URL(url)
  const typed = Object.fromEntries([...searchParams].filter(([, value]) => value !== ''))
  const how = searchParams.getAll('how').flatMap(value => value.split(','))
  const query = schema.parse({ ...typed, how: ways.filter(way => how.includes(way)) })
  const category = query.need ? network.categories.get(query.need) : undefined
  return { ...query, need: category && !category.retired ? category.id : undefined }
}

export function criteriaOf({ need, open, day, how, who, age }: FindQuery): PublicCriteria {
  const [demographic = '', option = ''] = who?.split('.') ?? []
  return { need, open: open === 'now', day, how, who: who ? { demographic, option } : undefined, age }
}

/** The change begins at the first page, unless it is one. */
export function writeFindQuery(query: FindQuery, change: Partial<FindQuery>): Record<string, string | undefined> {
  const { how, ...rest } = { ...query, page: undefined, ...change }
  const texts = Object.entries(rest).map(([name, value]) => [name, value === undefined ? undefined : String(value)])
  return { ...Object.fromEntries(texts), how: how.length > 0 ? how.join(',') : undefined }
}

/** How many filters are set. */
export function countFilters({ need, open, day, how, who, age }: FindQuery): number {
  return [need, open, day, who, age].filter(value => value !== undefined).length + how.length
}

export function withoutWay(how: readonly Way[], way: Way): Way[] {
  return how.filter(one => one !== way)
}

const monthOfMinutes = 31 * 24 * 60

/** Only we can read it, and only for this network; nobody keeps it but who has the address. */
export function sealSearch(c: AnyContext, { slug }: Site, typed: TypedSearch): string | undefined {
  if (typed.words === '' && typed.place === '') return undefined
  return seal(sealFor(c, slug), typed, c.var.deps.now(), 3 * monthOfMinutes)
}

const nothing: TypedSearch = { words: '', place: '' }

/** `lost`: it is too old, or was never ours. */
export function openSearch(c: AnyContext, { slug }: Site, s: string | undefined): TypedSearch & { lost: boolean } {
  if (!s) return { ...nothing, lost: false }
  const opened = unseal(sealFor(c, slug), s, c.var.deps.now())
  const typed = opened.ok ? typedSearch.safeParse(opened.value) : null
  return typed?.success ? { ...typed.data, lost: false } : { ...nothing, lost: true }
}

function sealFor(c: AnyContext, slug: string) {
  return { secret: c.var.deps.config.secret, purpose: `public search of ${slug}` }
}
