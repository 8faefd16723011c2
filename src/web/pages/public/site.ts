/** A network's pages for everybody, as one request finds them: the network, its public directory, what the reader keeps. */
import type { Context } from 'hono'
import { type Directory, type PublicService, readDirectory } from '../../../db/open-data/directory.ts'
import { readEdition } from '../../../db/open-data/edition.ts'
import { type WallClock, wallClock } from '../../../domain/wall-clock.ts'
import { isLanguage, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PublicEnv } from '../../env.ts'
import { sameLanguage } from '../../language.ts'

export type Site = Directory & {
  t: T
  slug: string
  now: Date
  clock: WallClock
  /** What the reader keeps, in the order of keeping: it travels in the addresses and nowhere else. */
  list: readonly PublicService[]
  /** What every form that is sent by GET has to take along. */
  carried: Readonly<Record<string, string>>
  /** The address as this reader has to have it: in their language, with their list. */
  to: (path: string, query?: Readonly<Record<string, string | undefined>>) => string
}

export const mostKept = 30

/** Absent where the network is, or where its directory is not open and the page shows something of it. */
export async function openSite(c: Context<PublicEnv>, needs: 'directory' | 'network' = 'directory'): Promise<Site> {
  const { database, now } = c.var.deps
  const slug = c.req.param('slug') ?? ''
  const edition = await readEdition(database.db, slug)
  if (!edition || (needs === 'directory' && !edition.open)) throw absent()
  const at = now()
  const clock = wallClock(at)
  const directory = await readDirectory(database.db, edition, clock.date)
  const list = readList(directory, c.req.query('list'))
  const [kept, lang] = [writeList(list), c.req.query('lang')]
  const to = (path: string, query: Readonly<Record<string, string | undefined>> = {}) =>
    sameLanguage(c, withQuery(path, { list: kept, ...query }))
  const carried = { ...(kept && { list: kept }), ...(isLanguage(lang) && { lang }) }
  return { ...directory, t: c.var.t, slug, now: at, clock, list, carried, to }
}

/** Enough of an id to find it again among a network's own. */
export function shortOf({ id }: { id: string }): string {
  return id.slice(0, 8)
}

/** With it, or without it where it is kept already; the same where no more can be kept. */
export function listWith(list: readonly { id: string }[], service: { id: string }): string | undefined {
  const rest = list.filter(({ id }) => id !== service.id)
  const added = rest.length < mostKept ? [...rest, service] : rest
  return writeList(rest.length < list.length ? rest : added)
}

export function writeList(list: readonly { id: string }[]): string | undefined {
  return list.length > 0 ? list.map(shortOf).join('.') : undefined
}

/** What is not public (any more) is no longer in it. */
function readList({ services }: Directory, typed = ''): PublicService[] {
  const wanted = new Set(typed.toLowerCase().split('.').slice(0, mostKept))
  if (typed === '') return []
  const found = new Map(services.filter(one => wanted.has(shortOf(one))).map(one => [shortOf(one), one]))
  return [...wanted].flatMap(short => found.get(short) ?? [])
}

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const text = new URLSearchParams(given).toString()
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path
}
