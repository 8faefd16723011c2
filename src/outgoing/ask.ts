/**
 * Asks an address that somebody typed (a webhook, a list to import) without becoming their way into the installation's own network.
 *
 *     const answer = await askOut(url, { method: 'POST', body, headers }, { allowed: allowedHosts(config.outgoingAllow) })
 *     if (!answer.ok) … answer.why
 *
 * Only http and https to public hosts; connected to the very address that was checked; at most three redirects, each checked
 * again; no cookies, passwords or environment proxies; one limit of time for all of it, and of size after unpacking. Never throws.
 */
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { type Allowed, addressesOf, type Found, nothingAllowed, type Resolve } from './hosts.ts'
import { readWithin } from './reading.ts'

/** Why nothing came: the address is none of ours to ask, its name is not known, or what came was too slow, large, far or broken. */
export type NoAnswer =
  | 'address'
  | 'forbidden'
  | 'unknown'
  | 'unreachable'
  | 'slow'
  | 'large'
  | 'redirects'
  | 'unreadable'
export type Answered = { ok: true; status: number; headers: http.IncomingHttpHeaders; body: Buffer; url: string }
export type Outcome = Answered | { ok: false; why: NoAnswer }
export type Question = {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array
}
/** `resolve` is the system's unless a test knows better. */
export type Limits = {
  allowed?: Allowed
  milliseconds?: number
  bytes?: number
  redirects?: number
  signal?: AbortSignal
  resolve?: Resolve
}

const usual = { milliseconds: 10_000, bytes: 10 * 1024 * 1024, redirects: 3 }
/** The web's own, and what programs listen at; not mail, not shells, not the rest below. */
const isGoodPort = (port: string) => port === '' || port === '80' || port === '443' || Number(port) >= 1024

export async function askOut(address: string, question: Question = {}, limits: Limits = {}): Promise<Outcome> {
  const time = AbortSignal.timeout(limits.milliseconds ?? usual.milliseconds)
  const signal = limits.signal ? AbortSignal.any([time, limits.signal]) : time
  try {
    return await within(signal, follow(address, question, { ...usual, ...limits, signal }))
  } catch {
    return { ok: false, why: time.aborted ? 'slow' : 'unreachable' }
  }
}

/** What is wrong with an address before anything is asked: for the page on which it is typed. */
export async function addressFault(address: string, { allowed = nothingAllowed, resolve }: Limits = {}) {
  const url = goodAddress(address)
  if (!url) return 'address' as const
  const found = await addressesOf(url, allowed, resolve)
  return typeof found === 'string' ? found : null
}

type Within = Limits & Required<Pick<Limits, 'bytes' | 'redirects' | 'signal'>>

async function follow(address: string, question: Question, limits: Within): Promise<Outcome> {
  const url = goodAddress(address)
  if (!url) return { ok: false, why: 'address' }
  const found = await addressesOf(url, limits.allowed ?? nothingAllowed, limits.resolve)
  if (typeof found === 'string') return { ok: false, why: found }
  const response = await connect(url, found, question, limits.signal)
  const next = nextOf(url, response, question)
  if (!next) return answerOf(url, response, limits.bytes)
  response.destroy()
  if (limits.redirects === 0 || (url.protocol === 'https:' && next.protocol !== 'https:'))
    return { ok: false, why: 'redirects' }
  const { method = 'GET', headers = {} } = question
  const kept = next.origin === url.origin ? headers : {}
  return follow(next.href, { method, headers: kept }, { ...limits, redirects: limits.redirects - 1 })
}

function goodAddress(text: string): URL | null {
  if (text.length > 2000 || !URL.canParse(text)) return null
  const url = new URL(text)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return isWeb && !url.username && !url.password && isGoodPort(url.port) ? url : null
}

/** What was sent with a body is never sent again elsewhere. */
function nextOf(url: URL, { statusCode = 0, headers }: http.IncomingMessage, { method = 'GET' }: Question): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || (method !== 'GET' && method !== 'HEAD')) return null
  return headers.location && URL.canParse(headers.location, url) ? new URL(headers.location, url) : null
}

function connect(url: URL, found: readonly Found[], { method = 'GET', headers, body }: Question, signal: AbortSignal) {
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise<http.IncomingMessage>((resolve, reject) => {
    const options = {
      ...{ method, signal, agent: false, lookup: only(found), maxHeaderSize: 16_384 },
      headers: { 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'Onward', ...headers },
    }
    request(url, options, resolve).on('error', reject).end(body)
  })
}

/** Pins the connection to what was checked: a name that answers otherwise a moment later changes nothing. */
function only(found: readonly Found[]): LookupFunction {
  return (_name, { all }, done) => {
    const [first] = found
    if (all) done(null, [...found])
    else if (first) done(null, first.address, first.family)
  }
}

async function answerOf(url: URL, response: http.IncomingMessage, bytes: number): Promise<Outcome> {
  const body = await readWithin(response, bytes)
  if (typeof body === 'string') return { ok: false, why: body }
  return { ok: true, status: response.statusCode ?? 0, headers: response.headers, body, url: url.href }
}

/** A name's look-up knows no signal. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}
