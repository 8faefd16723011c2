/** The words on the screen and in mail. Add a noun: a file in en/ and one line in en/index.ts. */
import { createInstance } from 'i18next'
import * as cy from './cy/index.ts'
import * as en from './en/index.ts'
import type { Key, Language, T } from './words.ts'

export {
  formatAge,
  formatChoice,
  formatClock,
  formatDate,
  formatDateTime,
  formatDay,
  formatDistance,
  formatList,
  formatNumber,
  formatTime,
} from './format.ts'
export type { Key, Language, T } from './words.ts'

export const languages = ['en', 'cy'] as const satisfies readonly Language[]

/** Texts are not HTML-escaped here: Preact escapes them when it renders. */
const catalogues = createInstance()
catalogues.init({
  initAsync: false,
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en }, cy: { translation: cy } },
  interpolation: { escapeValue: false },
  returnNull: false,
})

const translators: Readonly<Record<Language, T>> = { en: speak('en'), cy: speak('cy') }

export function translator(language: Language): T {
  return translators[language]
}

export function isLanguage(code: unknown): code is Language {
  return languages.includes(code as Language)
}

/** Whether a text exists, for keys put together from a code. */
export function isKey(key: string): key is Key {
  return catalogues.exists(key)
}

/** A text without values is looked up once: a page of a list says the same few words a hundred times. */
function speak(language: Language): T {
  const fixed = catalogues.getFixedT(language)
  const known = new Map<Key, string>()
  const say = (key: Key, values?: Readonly<Record<string, string | number>>) => {
    if (values) return fixed(key, withSeparators(values, language))
    const text = known.get(key) ?? fixed(key)
    known.set(key, text)
    return text
  }
  return Object.assign(say, { language })
}

type Given = { readonly [name: string]: unknown }

/** Of a thousand or more things the count still chooses the plural, and is written as people write it: 3,929. */
function withSeparators(values: Given, language: Language): Given & { replace?: Given } {
  const { count } = values
  if (typeof count !== 'number' || count < 1000) return values
  return { ...values, replace: { ...values, count: count.toLocaleString(language) } }
}
