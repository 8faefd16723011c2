/** How what is found is ranked: pure, and its weights in one place (docs/decisions/0020). SQL only narrows. */
import { plainWords, singular, type Term } from './search-words.ts'

/** What can be found. Each field is text; `categories` are the labels of what it offers, `above` those of their branches. */
export type Entry = {
  id: string
  kind: 'organisation' | 'service'
  name: string
  organisation: string
  categories: string
  above: string
  place: string
  /** What the categories are about. */
  about: string
  description: string
}
/** `byName`: its own name has one of the words. */
export type Found = { entry: Entry; score: number; all: boolean; byName: boolean }

/** Where a word is found counts more than how often. */
export const fieldWeights = {
  name: 10,
  categories: 8,
  organisation: 5,
  above: 4,
  place: 4,
  about: 3,
  description: 2,
} as const satisfies Partial<Record<keyof Entry, number>>
type Field = keyof typeof fieldWeights

/** A whole word, its beginning (from three letters), somewhere inside (from four). */
const fits = { whole: 1, beginning: 0.75, inside: 0.4 } as const
const bonus = {
  sameName: 12,
  beginsName: 6,
  inName: 3,
  organisation: 3,
  weak: 0.25,
  elsewhere: 0.1,
  short: 0.1,
} as const

/** Best first. Entries that have every term; where there is none, those that have some, and `all` says so. */
export function rank(typed: string, terms: readonly Term[], entries: readonly Entry[]): Found[] {
  const strong = terms.filter(term => !term.weak)
  const scored = entries.map(entry => weigh(typed, terms, strong, entry)).filter(({ score }) => score > 0)
  const whole = scored.filter(({ all }) => all)
  return (whole.length > 0 ? whole : scored).toSorted(
    (a, b) => b.score - a.score || a.entry.name.localeCompare(b.entry.name, 'en') || (a.entry.id < b.entry.id ? -1 : 1),
  )
}

/** The terms that nothing at all was found for: misspelt, or not offered. */
export function unmatched(terms: readonly Term[], entries: readonly Entry[]): Term[] {
  const read = entries.map(readFields)
  return terms.filter(term => !term.weak && !read.some(fields => scoreTerm(term, fields) > 0))
}

function weigh(typed: string, terms: readonly Term[], strong: readonly Term[], entry: Entry): Found {
  const fields = readFields(entry)
  const each = new Map(terms.map(term => [term, scoreTerm(term, fields)]))
  const met = strong.filter(term => (each.get(term) ?? 0) > 0)
  if (strong.length > 0 && met.length === 0) return { entry, score: 0, all: false, byName: false }
  const sum = terms.reduce((total, term) => total + (each.get(term) ?? 0) * (term.weak ? bonus.weak : 1), 0)
  const byName = strong.some(({ forms }) => forms.some(({ words }) => fitAll(words, fields.name) > 0))
  return { entry, score: sum + scorePhrase(typed, fields.name, entry.kind), all: met.length === strong.length, byName }
}

type Word = { word: string; stem: string }
type Words = Readonly<Record<Field, readonly Word[]>>

function readFields(entry: Entry): Words {
  const known = read.get(entry)
  if (known) return known
  const fields = Object.keys(fieldWeights) as Field[]
  const words = Object.fromEntries(fields.map(field => [field, readText(entry[field])])) as Record<
    Field,
    readonly Word[]
  >
  read.set(entry, words)
  return words
}
const read = new WeakMap<Entry, Words>()

/** The same texts are read at every search. */
function readText(text: string): readonly Word[] {
  const known = texts.get(text)
  if (known) return known
  const words = plainWords(text).map(word => ({ word, stem: singular(word) }))
  if (texts.size >= mostTexts) texts.clear()
  texts.set(text, words)
  return words
}
const texts = new Map<string, readonly Word[]>()
const mostTexts = 50_000

/** The best field counts; to be found in others too, or in other words, decides between equals. */
function scoreTerm({ forms }: Term, fields: Words): number {
  const all = Object.keys(fieldWeights) as Field[]
  return bestAndRest(all.map(field => scoreField(forms, fields[field]) * fieldWeights[field]))
}

/** A field that says little else says it more clearly. */
function scoreField(forms: Term['forms'], field: readonly Word[]): number {
  const fitted = bestAndRest(forms.map(({ words, weight }) => weight * fitAll(words, field)))
  return fitted * (1 - bonus.short + bonus.short / Math.max(1, field.length))
}

function bestAndRest(scores: readonly number[]): number {
  const best = Math.max(0, ...scores)
  return best + (scores.reduce((sum, score) => sum + score, 0) - best) * bonus.elsewhere
}

function fitAll(wanted: readonly string[], field: readonly Word[]): number {
  let least: number = field.length === 0 ? 0 : fits.whole
  for (const word of wanted) least = Math.min(least, fitBest(singular(word), field))
  return least
}

/** A loop, since this is what a search spends its time in. */
function fitBest(stem: string, field: readonly Word[]): number {
  let best = 0
  for (const one of field) {
    if (one.stem === stem) return fits.whole
    if (stem.length >= 3 && one.word.startsWith(stem)) best = Math.max(best, fits.beginning)
    else if (best === 0 && stem.length >= 4 && one.word.includes(stem)) best = fits.inside
  }
  return best
}

/** An organisation comes before its own services that begin with its name. */
function scorePhrase(typed: string, name: readonly Word[], kind: Entry['kind']): number {
  const [phrase, whole] = [plainWords(typed).join(' '), name.map(({ word }) => word).join(' ')]
  if (phrase === '') return 0
  if (phrase === whole) return bonus.sameName
  if (whole.startsWith(phrase)) return bonus.beginsName + (kind === 'organisation' ? bonus.organisation : 0)
  return phrase.includes(' ') && whole.includes(phrase) ? bonus.inName : 0
}
