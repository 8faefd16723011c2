/** Any postcode as typed: what it is, its one right spelling, and what a mistyped one may have meant. */
import { isValid, toOutcode, toSector, validOutcode } from 'postcode'
import { Problem } from './problem.ts'

/** `postcode` is always the spelling to keep; only `full`, `outward` and `sector` are places that may be looked up. */
export type Postcode =
  | { kind: 'full' | 'crown_dependency'; postcode: string; outward: string }
  | { kind: 'outward'; postcode: string; outward: string }
  | { kind: 'sector'; postcode: string; outward: string }
  | { kind: 'nhs_pseudo' | 'bfpo' | 'overseas_territory' | 'girobank'; postcode: string }
  | { kind: 'invalid'; typed: string; suggestion: string | null }

/** Forgives case, spaces, hyphens, full-width and invisible characters, a full stop after it; never changes a letter. */
export function parsePostcode(typed: string): Postcode {
  const words = tidy(typed)
  if (!/^[A-Z\d]+( [A-Z\d]+)*$/.test(words)) return { kind: 'invalid', typed, suggestion: null }

  const compact = words.replaceAll(' ', '')
  return (
    readSpecial(compact) ??
    readSector(words, compact) ??
    readOutward(compact) ??
    readFull(compact) ?? { kind: 'invalid', typed, suggestion: suggestPostcode(compact) }
  )
}

/** A parsed postcode, or a Problem at `field` carrying the suggestion where there is one. */
export function requirePostcode(typed: string, field: string): Exclude<Postcode, { kind: 'invalid' }> {
  const parsed = parsePostcode(typed)
  if (parsed.kind !== 'invalid') return parsed
  const suggestion = parsed.suggestion === null ? {} : { suggestion: parsed.suggestion }
  throw new Problem('invalid', 'Enter a full UK postcode.', { field, reason: 'postcode', ...suggestion })
}

/** The outward code where the postcode has a place on the map of the United Kingdom. */
export function outwardOf(parsed: Postcode): string | null {
  return 'outward' in parsed ? parsed.outward : null
}

/** W1T is a part of the district W1; L4 is its own. */
export function districtOf(outward: string): string {
  return /^[A-Z]{1,2}\d[A-Z]$/.test(outward) ? outward.slice(0, -1) : outward
}

function tidy(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .replace(/[ .,;]+$/, '')
    .trim()
}

function readSpecial(compact: string): Postcode | null {
  if (compact === 'GIR0AA') return { kind: 'girobank', postcode: 'GIR 0AA' }
  if (/^BFPO\d{1,4}$/.test(compact)) return { kind: 'bfpo', postcode: `BFPO ${compact.slice(4)}` }
  if (/^BF1\d[A-Z]{2}$/.test(compact)) return { kind: 'bfpo', postcode: spaced(compact) }
  if (/^ZZ99\d[A-Z]{2}$/.test(compact)) return { kind: 'nhs_pseudo', postcode: spaced(compact) }
  return readOverseas(compact)
}

function readOverseas(compact: string): Postcode | null {
  const found = /^(?:(?:ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA)1ZZ|GX111AA|AI2640)$/.test(compact)
  if (!found) return null
  return { kind: 'overseas_territory', postcode: compact === 'AI2640' ? 'AI-2640' : spaced(compact) }
}

/** "L2 3" is a sector and "L23" a district: only here does the space decide. */
function readSector(words: string, compact: string): Postcode | null {
  const [, outward, digit] = /^([A-Z\d]{2,4}) (\d)$/.exec(words) ?? /^([A-Z]{1,2}\d[A-Z])(\d)$/.exec(compact) ?? []
  if (!outward || !digit || !isOutward(outward)) return null
  return { kind: 'sector', postcode: `${outward} ${digit}`, outward }
}

function readOutward(compact: string): Postcode | null {
  return isOutward(compact) ? { kind: 'outward', postcode: compact, outward: compact } : null
}

function readFull(compact: string): Postcode | null {
  if (!isFull(compact)) return null
  const outward = toOutcode(compact) ?? ''
  const kind = crownDependencies.has(outward.slice(0, 2)) ? 'crown_dependency' : 'full'
  return { kind, postcode: spaced(compact), outward }
}

function isFull(compact: string): boolean {
  return isValid(compact) && toSector(compact) !== null && isOutward(compact.slice(0, -3)) && inward.test(compact)
}

function isOutward(outward: string): boolean {
  return validOutcode(outward) && letters.test(outward) && areas.has(/^[A-Z]+/.exec(outward)?.[0] ?? '')
}

function spaced(compact: string): string {
  return `${compact.slice(0, -3)} ${compact.slice(-3)}`
}

/** Royal Mail never uses C I K M O V in the two last letters, and few as the letter of a sub-district. */
const inward = /\d[ABD-HJLNP-UW-Z]{2}$/
const letters = /^(?:[A-Z]{1,2}\d{1,2}|[A-Z]\d[A-HJKMNPR-Y]|[A-Z]{2}\d[ABEHMNPRVWXY])$/
const crownDependencies = new Set(['GY', 'JE', 'IM'])
// XM is Father Christmas, BX a bank: real, though nowhere.
const areas = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX ' +
    'FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG ' +
    'NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS ' +
    'TW UB W WA WC WD WF WN WR WS WV XM YO ZE'
  ).split(' '),
)

/** One plausible reading of a mistyped postcode (5 for S, I for 1 …), to ask about, never to store unasked. */
function suggestPostcode(compact: string): string | null {
  const readings = outwardShapes
    .filter(shape => shape.length === compact.length - 3)
    .flatMap(shape => bend(compact, `${shape}9AA`) ?? [])
    .filter(isFull)
    .toSorted((one, other) => changes(compact, one) - changes(compact, other))
  const [best, next] = [...new Set(readings)]
  if (!best || (next && changes(compact, next) === changes(compact, best))) return null
  return spaced(best)
}

const changes = (from: string, to: string) => [...from].filter((character, at) => character !== to[at]).length
const outwardShapes = ['A9', 'A99', 'AA9', 'AA99', 'A9A', 'AA9A']

function bend(compact: string, shape: string): string | null {
  const bent = [...compact].map((character, at) => bendOne(character, shape[at] ?? ''))
  return bent.includes(null) ? null : bent.join('')
}

function bendOne(character: string, shape: string): string | null {
  const isDigit = /\d/.test(character)
  if (isDigit === (shape === '9')) return character
  return (isDigit ? lettersLikeDigits : digitsLikeLetters)[character] ?? null
}

const lettersLikeDigits: Record<string, string> = { 0: 'O', 1: 'I', 2: 'Z', 4: 'A', 5: 'S', 6: 'G', 8: 'B' }
const digitsLikeLetters: Record<string, string> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  A: '4',
  S: '5',
  G: '6',
  B: '8',
}
