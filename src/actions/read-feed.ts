/** The services of an Open Referral feed: from a file, from a folder of its pages, or page by page from its address. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Problem } from '../domain/problem.ts'
import { askOut } from '../outgoing/ask.ts'
import type { Allowed } from '../outgoing/hosts.ts'
import { listFiles } from './import-lines.ts'

/** `source`: the host, or the file's name. */
export type Feed = { source: string; items: unknown[] }

const perPage = 100
export const mostServices = 20_000

export async function readFeedFiles(path: string): Promise<Feed> {
  const items: unknown[] = []
  for (const { path: file, name } of await listFiles([path], ['.json']))
    items.push(...itemsIn(await readFile(file, 'utf8'), name))
  return { source: basename(path).replace(/\.json$/i, ''), items }
}

/** A page of a list, a bare list, or one service. */
export function itemsIn(text: string, name: string): unknown[] {
  const read = parse(text)
  if (Array.isArray(read)) return read
  if (read && typeof read === 'object' && 'contents' in read && Array.isArray(read.contents)) return read.contents
  if (read && typeof read === 'object' && 'id' in read && 'name' in read) return [read]
  throw new Problem('invalid', `${name} is not a list of services.`, { field: 'file' })
}

type Asking = { allowed: Allowed; milliseconds: number }

/** All of it or nothing: what is half read must not retire the other half. */
export async function readFeedAddress(address: string, { allowed, milliseconds }: Asking): Promise<Feed> {
  const until = Date.now() + milliseconds
  const base = servicesAt(address)
  const ask = (url: URL) => askJson(url, allowed, until - Date.now())
  const items: unknown[] = []
  for (let page = 1; ; page += 1) {
    base.search = new URLSearchParams({ page: String(page), per_page: String(perPage) }).toString()
    const answer = await ask(base)
    const contents = itemsIn(JSON.stringify(answer), 'The answer')
    for (const item of contents) items.push(isWhole(item) ? item : await ask(oneAt(base, item)))
    if (items.length > mostServices)
      throw new Problem('too_large', 'The feed has more services than can be taken in.', { field: 'address' })
    if (contents.length === 0 || isLast(answer, page)) return { source: base.host, items }
  }
}

function servicesAt(address: string): URL {
  if (!URL.canParse(address.trim()))
    throw new Problem('invalid', 'Give the whole address, beginning with https://', { field: 'address' })
  const url = new URL(address.trim())
  const path = url.pathname.replace(/\/+$/, '')
  url.pathname = path.endsWith('/services') ? path : `${path}/services`
  url.hash = ''
  return url
}

const parts = ['attributes', 'schedules', 'service_at_locations', 'service_areas'] as const

/** Most lists tell of a service in brief: the whole of it has an address of its own. */
function isWhole(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'organization' in item && parts.some(part => part in item)
}

function oneAt(base: URL, item: unknown): URL {
  const id = typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : ''
  const url = new URL(base)
  url.pathname += `/${encodeURIComponent(id)}`
  url.search = ''
  return url
}

function isLast(answer: unknown, page: number): boolean {
  const { last_page, total_pages } = (answer ?? {}) as { last_page?: unknown; total_pages?: unknown }
  return last_page === true || typeof total_pages !== 'number' || page >= total_pages
}

async function askJson(url: URL, allowed: Allowed, milliseconds: number): Promise<unknown> {
  if (milliseconds <= 0)
    throw new Problem('invalid', 'The address took too long to answer.', { field: 'address', reason: 'slow' })
  const limits = { allowed, milliseconds: Math.min(milliseconds, 30_000), bytes: 50 * 1024 * 1024 }
  const answer = await askOut(url.href, { headers: { accept: 'application/json' } }, limits)
  const reason = answer.ok ? (answer.status === 200 ? null : 'status') : answer.why
  const read = answer.ok && !reason ? parse(answer.body.toString('utf8')) : undefined
  if (read === undefined)
    throw new Problem('invalid', 'The address gave no feed.', { field: 'address', reason: reason ?? 'unreadable' })
  return read
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
