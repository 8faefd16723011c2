/** What the compiler cannot see of the Welsh catalogue: values to fill in, plurals, texts that stayed English. */
import { expect, test } from 'vitest'
import * as cy from './cy/index.ts'
import * as en from './en/index.ts'
import { stillEnglish } from './still-english.ts'

type Texts = { readonly [key: string]: string | Texts }
const plurals = ['zero', 'one', 'two', 'few', 'many', 'other']
const english = flatten(en)
const welsh = flatten(cy)
const translated = [...english.keys()].filter(key => !stillEnglish.some(noun => key.startsWith(`${noun}.`)))
const stemOf = (key: string) => {
  const stem = key.replace(/_(?:zero|one|two|few|many|other)$/, '')
  return stem !== key && english.has(`${stem}_other`) ? stem : null
}

test('every English text has its Welsh, and Welsh has nothing besides', () => {
  const asked = new Set(
    translated.flatMap(key => {
      const stem = stemOf(key)
      return stem ? plurals.map(form => `${stem}_${form}`) : [key]
    }),
  )
  expect([...asked].filter(key => !welsh.has(key))).toEqual([])
  expect([...welsh.keys()].filter(key => !asked.has(key))).toEqual([])
})

test('a Welsh text is filled in with the same values; only a count may be left out, where a word says it', () => {
  const differing = [...welsh].filter(([key, text]) => {
    const stem = stemOf(key)
    const given = valuesIn(text)
    if (stem === null) return given.join() !== valuesIn(english.get(key) ?? '').join()
    const wanted = [`${stem}_other`, `${stem}_one`].map(twin => valuesIn(english.get(twin) ?? ''))
    const isPlain = key.endsWith('_other')
    return isPlain
      ? given.join() !== wanted[0]?.join()
      : wanted.every(names => withoutCount(names) !== withoutCount(given))
  })
  expect(differing).toEqual([])
})

/** Names, abbreviations, and words that both languages write alike. */
const alike = new Set([
  '14 d',
  '2 d',
  '3 d',
  '5 d',
  '7 d',
  'API',
  'A. M., 35–44, L4',
  'Ama Mensah',
  'Android',
  'CSV',
  'Chrome',
  'ChromeOS',
  'Edge',
  'Excel',
  'Firefox',
  'Help',
  'KB',
  'Linux',
  'Logo',
  'MB',
  'Map',
  'Onward',
  'Opera',
  'Safari',
  'Samsung Internet',
  'ServiceRequest',
  'System',
  'Tag',
  'Task',
  'Webhooks',
  'Windows',
  'km',
  'm',
  'person',
])

test('no Welsh text is the English one, but for names, abbreviations and words that are the same', () => {
  const same = [...welsh].filter(([key, text]) => english.get(key) === text && /\p{L}/u.test(withoutValues(text)))
  expect(same.filter(([, text]) => !alike.has(withoutValues(text)))).toEqual([])
})

test('no English sentence is left inside a Welsh one', () => {
  const words = /\b(?:the|and|with|your|you|this|that|are|was|will|referral|service|organisation|sign|what|who|when)\b/i
  const ownWords = (text: string) => withoutValues(text).replace(/“[^”]*”|Open Referral/g, '')
  expect([...welsh].filter(([, text]) => words.test(ownWords(text)))).toEqual([])
})

function flatten(texts: Texts, under = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, text]): [string, string][] =>
      typeof text === 'string' ? [[under + key, text]] : [...flatten(text, `${under}${key}.`)],
    ),
  )
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort()
}

function withoutCount(names: readonly string[]): string {
  return names.filter(name => name !== 'count').join()
}

function withoutValues(text: string): string {
  return text.replace(/\{\{\w+\}\}/g, '').replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')
}
