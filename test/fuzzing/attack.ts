/** One hostile request, made from something good by spoiling it. */
import { asSent, type FoundForm } from '#test/forms-found.ts'
import { type Dice, json, names, texts } from './hostile.ts'
import type { Target } from './targets.ts'

export type Attack = { path: string; init: RequestInit }

export function attackOn(
  target: Target,
  { token, bearer }: { token: string; bearer: string },
  url: string,
  by: Dice,
): Attack {
  if (target.kind === 'api') return onApi(target, bearer, by)
  if (target.kind === 'page') return { path: spoiltAddress(target.path, by), init: {} }
  return onForm(target.form, token, url, by)
}

function onForm(form: FoundForm, token: string, origin: string, by: Dice): Attack {
  const pairs = spoiltPairs(form, by)
  const init = { method: 'POST', headers: { origin } }
  const path = by.chance(0.05) ? spoiltAddress(form.action, by) : form.action
  if (form.multipart || by.chance(0.05)) {
    const body = new FormData()
    body.set('token', token)
    for (const [name, value] of pairs)
      if (name) body.append(name, by.chance(0.1) ? new File([value], `${by.oneOf(texts).slice(0, 100)}.pdf`) : value)
    for (const { name } of form.fields.filter(({ type }) => type === 'file'))
      body.append(name, new File([by.oneOf(texts)], by.oneOf(['a.pdf', 'a.png', '../a.csv', 'a.html', 'a.zip'])))
    return { path, init: { ...init, body } }
  }
  const body = new URLSearchParams([['token', token], ...pairs])
  if (!by.chance(0.1)) return { path, init: { ...init, body } }
  const headers = { ...init.headers, 'content-type': 'application/x-www-form-urlencoded' }
  return { path, init: { ...init, headers, body: `${body}&${by.oneOf(broken)}` } }
}

/** What no encoder makes: halves of characters, ends that never come. */
const broken = ['a=%FF%FE', '%c0%af=%80', 'a=%', 'a=%zz', '&&&==', '=', 'a=%ED%A0%80', 'a=%00', `${'a&'.repeat(3000)}`]

/** One field in three or so spoilt, each of them now and then; some twice, some under names that nobody asked for. */
function spoiltPairs(form: FoundForm, by: Dice): [string, string][] {
  const pairs = asSent(form)
  const field = by.oneOf(form.fields.filter(({ name, type }) => name !== 'token' && type !== 'file'))
  const spoilt = pairs.map(([name, value]): [string, string] =>
    name === field?.name || by.chance(0.15) ? [name, by.oneOf(texts)] : [name, value],
  )
  if (field && pairs.every(([name]) => name !== field.name))
    spoilt.push([field.name, by.chance(0.4) ? field.value : by.oneOf(texts)])
  if (field && by.chance(0.15)) spoilt.push([field.name, by.oneOf(texts)], [field.name, by.oneOf(texts)])
  if (by.chance(0.1)) spoilt.push([by.oneOf(names), by.oneOf(texts)])
  return by.chance(0.1) ? spoilt.filter(() => by.chance(0.5)) : spoilt
}

const keys = [
  'q',
  's',
  'page',
  'tab',
  'sort',
  'from',
  'to',
  'network',
  'organisation',
  'category',
  'status',
  'lang',
  'back',
]
keys.push(
  'next',
  'cursor',
  'limit',
  'view',
  'done',
  'month',
  'day',
  'near',
  'postcode',
  'token',
  'person',
  'handler',
  'action',
)

function spoiltAddress(path: string, by: Dice): string {
  const [, before = '', id] = /^(.*)(?:\/([0-9a-f-]{36}))/.exec(path) ?? []
  const other = encodeURIComponent(safe(by.oneOf(texts)).slice(0, 300)) || 'x'
  const changed =
    id && by.chance(0.3)
      ? path.replace(`${before}/${id}`, `${before}/${by.oneOf([other, '%00', '%FF', '%2e%2e%2f'])}`)
      : path
  const pairs = Array.from({ length: 1 + Math.floor(by.random() * 3) }, () => [
    by.oneOf(keys),
    safe(by.oneOf(texts)).slice(0, 3000),
  ])
  const query = by.chance(0.1) ? by.oneOf(broken).slice(0, 4000) : String(new URLSearchParams(pairs))
  return `${changed}${changed.includes('?') ? '&' : '?'}${query}`
}

/** Halves of characters cannot even be written into an address. */
const safe = (text: string) => text.toWellFormed()

function onApi({ method, path, wish }: Target & { kind: 'api' }, bearer: string, by: Dice): Attack {
  const headers: Record<string, string> = { authorization: `Bearer ${bearer}` }
  const address = by.chance(0.3) ? spoiltAddress(path + wish.query, by) : path + wish.query
  if (method === 'GET' || method === 'DELETE') return { path: address, init: { method, headers } }
  headers['content-type'] = by.chance(0.95)
    ? 'application/json'
    : by.oneOf(['text/plain', 'application/octet-stream', 'x/y'])
  if (by.chance(0.1))
    headers['idempotency-key'] = safe(by.oneOf(texts))
      .replaceAll(/[^\x20-\x7e]/g, '?')
      .slice(0, 300)
  const body = by.chance(0.05)
    ? by.oneOf(['{', '[', '"', '\u0000', '{"a":', 'NaN', '['.repeat(20_000)])
    : JSON.stringify(spoiltJson(wish.body ?? {}, by))
  return { path: address, init: { method, headers, body } }
}

/** Somewhere in it something else. */
function spoiltJson(value: unknown, by: Dice): unknown {
  if (by.chance(0.1)) return by.oneOf(json)
  if (Array.isArray(value))
    return value.length > 0 ? value.map(one => spoiltJson(one, by)) : by.chance(0.5) ? [by.oneOf(json)] : []
  if (typeof value !== 'object' || value === null) return by.chance(0.3) ? by.oneOf(json) : value
  const entries = Object.entries(value).map(([key, one]) => [key, spoiltJson(one, by)])
  if (by.chance(0.1)) entries.push([by.oneOf(names), by.oneOf(json)])
  return Object.fromEntries(by.chance(0.1) ? entries.slice(1) : entries)
}
