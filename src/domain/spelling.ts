/** What a mistyped word may have meant: the nearest words that the directory itself uses. */

/** `count`: how often the directory uses it. */
export type KnownWord = { word: string; count: number }

/** At most three, nearest first; of those as near, the one that begins alike, then the commoner. None where nothing is near enough. */
export function nearestWords(typed: string, known: readonly KnownWord[]): string[] {
  const most = allowedSlips(typed)
  if (most === 0) return []
  const near = known
    .filter(({ word }) => Math.abs(word.length - typed.length) <= most)
    .map(({ word, count }) => ({ word, count, slips: countSlips(typed, word, most) }))
    .filter(({ slips }) => slips <= most)
  const fewest = Math.min(...near.map(({ slips }) => slips))
  return near
    .filter(({ slips }) => slips === fewest)
    .toSorted((a, b) => beginning(typed, b.word) - beginning(typed, a.word) || b.count - a.count || order(a, b))
    .slice(0, 3)
    .map(({ word }) => word)
}

/** A slip in a short word changes it into another. */
function allowedSlips({ length }: string): number {
  if (length < 4) return 0
  if (length < 7) return 1
  return length < 9 ? 2 : 3
}

/** Letters left out, put in, changed or swapped with their neighbour (Damerau and Levenshtein); `most` + 1 for more than that. */
export function countSlips(a: string, b: string, most: number): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) row.push(cheapest({ a, b, i, j, row, last, before }))
    if (Math.min(...row) > most) return most + 1
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? most + 1
}

type Step = { a: string; b: string; i: number; j: number; row: number[]; last: number[]; before: number[] }

function cheapest({ a, b, i, j, row, last, before }: Step): number {
  const same = a[i - 1] === b[j - 1]
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return Math.min(
    (last[j] ?? far) + 1,
    (row[j - 1] ?? far) + 1,
    (last[j - 1] ?? far) + (same ? 0 : 1),
    swapped ? (before[j - 2] ?? far) + 1 : far,
  )
}

const far = 99

/** How many letters they have in common from the first. */
function beginning(a: string, b: string): number {
  const differs = [...a].findIndex((letter, at) => letter !== b[at])
  return differs === -1 ? a.length : differs
}

function order(a: KnownWord, b: KnownWord): number {
  return a.word < b.word ? -1 : 1
}
