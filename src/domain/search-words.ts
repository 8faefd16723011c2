/** What somebody typed into the one box, read: the words that count, other ways to say them, a postcode, a place of the network. */
import { parsePostcode } from './postcode.ts'
import { synonymKeys, synonymsOf } from './synonyms.ts'

/** `words`: every word of it must stand in the same field. `weight`: 1 as typed, less for what was only meant. */
export type Form = { words: string[]; weight: number }
/** One thing asked for. `weak`: says little (help, advice); welcome where it is, missed nowhere. */
export type Term = { typed: string; weak: boolean; forms: Form[] }
export type Reading = { terms: Term[]; postcode: string | null; area: string | null }

export type NamedArea = { code: string; name: string }

export function readTyped(typed: string, areas: readonly NamedArea[] = []): Reading {
  const { rest, postcode } = takePostcode(plainWords(typed))
  const { words, area } = findArea(rest, areas)
  const said = pairUp(words.filter(({ word }) => !empty.has(word)))
  const allWeak = said.every(({ typed: word, place }) => place || isWeak(word))
  const terms = said.map(({ typed: word, place }) => termOf(word, place || (!allWeak && isWeak(word))))
  return { terms, postcode, area }
}

/** As SQL's plain(): lower case, no accents; anything but letters and digits parts words. */
export function plainWords(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/['’]/g, '').toLowerCase()
  return plain.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '')
}

/** The term with what the directory's own words make of a misspelling. */
export function respell(term: Term, words: readonly string[]): Term {
  const corrected = words.flatMap(word => termOf(word, false).forms)
  const forms = corrected.map(({ words: form, weight }) => ({ words: form, weight: weight * weights.corrected }))
  return { ...term, forms: [...term.forms, ...forms] }
}

/** "carers" and "carer", "charities" and "charity". */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** "food bank" is not another way to say "foodbank": it is the same. */
function weightOf(synonym: string, typed: string): number {
  return synonym.replaceAll(' ', '') === typed.replaceAll(' ', '') ? 1 : weights.synonym
}

const weights = { synonym: 0.8, corrected: 0.9 } as const
// biome-ignore format: a list
const empty = new Set(['a', 'an', 'the', 'and', 'or', 'for', 'of', 'in', 'at', 'on', 'to', 'by', 'near', 'around', 'my', 'me', 'i', 'is',
  'need', 'needs', 'want', 'with', 'who', 'where', 'can', 'some', 'somebody', 'someone', 'has', 'have'])
// biome-ignore format: a list
const weak = new Set(['help', 'helping', 'advice', 'advise', 'support', 'service', 'services', 'group', 'groups', 'people', 'person',
  'team', 'project', 'centre', 'getting', 'find', 'finding', 'free', 'local', 'charity', 'problems', 'problem', 'issues'])
const isWeak = (word: string) => weak.has(word)

type Said = { typed: string; place: boolean }

function takePostcode(words: string[]): { rest: string[]; postcode: string | null } {
  for (const length of [2, 1])
    for (let at = 0; at + length <= words.length; at++) {
      const tried = parsePostcode(words.slice(at, at + length).join(' '))
      if ('outward' in tried && (length === 1 || tried.kind !== 'outward'))
        return { rest: words.toSpliced(at, length), postcode: tried.postcode }
    }
  return { rest: words, postcode: null }
}

/** The words of the place stay, as weak ones: an organisation may have it in its name. */
function findArea(words: string[], areas: readonly NamedArea[]) {
  for (const { code, name } of areas) {
    const wanted = plainWords(name)
    const at = words.findIndex((_, start) => wanted.every((word, step) => words[start + step] === word))
    if (wanted.length === 0 || at === -1) continue
    return { area: code, words: words.map((word, nth) => ({ word, place: nth >= at && nth < at + wanted.length })) }
  }
  return { area: null, words: words.map(word => ({ word, place: false })) }
}

/** Two words that mean something together are one term. */
function pairUp(words: { word: string; place: boolean }[]): Said[] {
  const said: Said[] = []
  for (let at = 0; at < words.length; at++) {
    const [one, next] = [words[at], words[at + 1]]
    if (!one) break
    const pair = next && `${one.word} ${next.word}`
    const isOne = pair !== undefined && synonymKeys.includes(pair)
    said.push({ typed: isOne ? pair : one.word, place: one.place })
    if (isOne) at++
  }
  return said
}

function termOf(typed: string, isOptional: boolean): Term {
  const others = synonymsOf(typed).map(text => ({ words: text.split(' '), weight: weightOf(text, typed) }))
  return { typed, weak: isOptional, forms: [{ words: typed.split(' '), weight: 1 }, ...others] }
}
