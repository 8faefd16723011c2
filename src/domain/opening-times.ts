/** Opening times as people write them, where they are plain enough to be sure: "Mon & Fri 10am - 2pm, Wed 12noon - 1.30pm". */
import type { Span } from './hours.ts'

/** Null for anything with a word that we do not know: better kept as text than guessed. */
export function parseOpeningTimes(text: string): Span[] | null {
  const tokens = tokenise(text)
  if (!tokens) return null
  const spans: Span[] = []
  for (let at = 0; at < tokens.length; ) {
    const days = takeDays(tokens, at)
    const times = days && takeTimes(tokens, days.next)
    if (!times) return null
    spans.push(...days.found.flatMap(weekday => times.found.map(([opens, closes]) => ({ weekday, opens, closes }))))
    at = times.next
  }
  return spans.length > 0 ? withoutRepeats(spans) : null
}

type Time = { minutes: number; half: 'am' | 'pm' | null }
type Token = { kind: 'day'; days: number[] } | { kind: 'time'; time: Time } | { kind: 'to' | 'and' }
type Taken<T> = { found: T[]; next: number }

function tokenise(text: string): Token[] | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.;\s]+$/, '')
    .replace(/^open\s+/, '')
  const parts = [...plain.matchAll(pattern)]
  const isAllKnown =
    parts
      .map(([part]) => part)
      .join('')
      .replace(/\s/g, '') === plain.replace(/\s/g, '')
  return isAllKnown ? parts.flatMap(readToken) : null
}

const pattern =
  /(?<day>mon(?:day)?s?\b|tue(?:s|sday|sdays)?\b|wed(?:s|nesday|nesdays)?\b|thu(?:r|rs|rsday|rsdays)?\b|fri(?:day)?s?\b|sat(?:urday)?s?\b|sun(?:day)?s?\b|daily\b|every day\b|weekdays\b|weekends\b)|(?<hour>\d{1,2})(?:[.:](?<minute>[0-5]\d))?\s*(?<half>am|pm|noon|midnight)?(?![\d:]|\.\d)|(?<word>noon|midday|midnight)\b|(?<to>-|–|—|\bto\b|\buntil\b)|(?<and>,|;|\.(?=\s)|&|\+|\/|\band\b|\n)|\s/g

function readToken({ groups = {} }: RegExpExecArray): Token[] {
  const { day, hour, minute, half, word, to, and } = groups
  if (day) return [{ kind: 'day', days: daysOf(day) }]
  if (hour) return [{ kind: 'time', time: timeOf(Number(hour), Number(minute ?? 0), half) }]
  if (word) return [{ kind: 'time', time: timeOf(12, 0, word === 'midnight' ? 'midnight' : 'noon') }]
  if (to) return [{ kind: 'to' }]
  return and ? [{ kind: 'and' }] : []
}

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function daysOf(word: string): number[] {
  if (word === 'weekdays') return [1, 2, 3, 4, 5]
  if (word === 'weekends') return [6, 7]
  if (word === 'daily' || word === 'every day') return [1, 2, 3, 4, 5, 6, 7]
  return [names.indexOf(word.slice(0, 3)) + 1]
}

function timeOf(hour: number, minute: number, half: string | undefined): Time {
  if (half === 'noon') return { minutes: 12 * 60, half: 'pm' }
  if (half === 'midnight') return { minutes: 24 * 60, half: 'am' }
  if (half === 'am' || half === 'pm') return { minutes: (hour % 12) * 60 + minute + (half === 'pm' ? 720 : 0), half }
  return { minutes: hour * 60 + minute, half: hour > 12 || hour === 0 ? 'pm' : null }
}

/** Days joined by commas, "and", or a dash from one to another. */
function takeDays(tokens: Token[], start: number): Taken<number> | null {
  const found: number[] = []
  let at = start
  for (;;) {
    const [token, next, last] = [tokens[at], tokens[at + 1], tokens[at + 2]]
    if (token?.kind !== 'day') break
    const isRange = next?.kind === 'to' && last?.kind === 'day'
    found.push(...(isRange ? daysBetween(token.days[0] ?? 1, last.days[0] ?? 1) : token.days))
    at += isRange ? 3 : 1
    while (tokens[at]?.kind === 'and') at += 1
  }
  return found.length > 0 ? { found, next: at } : null
}

function takeTimes(tokens: Token[], start: number): Taken<readonly [string, string]> | null {
  const found: (readonly [string, string])[] = []
  let at = start
  for (;;) {
    const [from, dash, to] = [tokens[at], tokens[at + 1], tokens[at + 2]]
    if (from?.kind !== 'time' || dash?.kind !== 'to' || to?.kind !== 'time') break
    const span = settle(from.time, to.time)
    if (!span) return null
    found.push(span)
    at += 3
    while (tokens[at]?.kind === 'and') at += 1
  }
  return found.length > 0 ? { found, next: at } : null
}

function daysBetween(first: number, last: number): number[] {
  const length = ((last - first + 7) % 7) + 1
  return Array.from({ length }, (_, at) => ((first - 1 + at) % 7) + 1)
}

/** "12 - 2pm" begins at noon, "11 - 2pm" in the morning, "9 - 4" is a working day. */
function settle(from: Time, to: Time): readonly [string, string] | null {
  const closes = to.half ? to.minutes : afternoon(to.minutes)
  const opens = from.half ? from.minutes : beginsBy(from.minutes, closes, to.half)
  return opens < closes && closes <= 24 * 60 ? [clock(opens), clock(closes)] : null
}

function beginsBy(minutes: number, closes: number, half: Time['half']): number {
  const later = (minutes % 720) + 720
  if (half === 'pm' && later < closes) return later
  return half === null && afternoon(minutes) < closes ? afternoon(minutes) : minutes % 720
}

/** Without am or pm, seven to eleven are in the morning. */
const afternoon = (minutes: number) => (minutes < 7 * 60 ? minutes + 720 : minutes)
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function withoutRepeats(spans: Span[]): Span[] {
  return [...new Map(spans.map(span => [`${span.weekday} ${span.opens} ${span.closes}`, span])).values()]
}
