/** What a rule says when it says no, in the page's language. The rules speak English and know of no other; here is what they say. */
import * as nouns from './cy/refusals/index.ts'
import type { T } from './words.ts'

/** Every sentence with its Welsh. */
export const refusals: ReadonlyMap<string, string> = new Map(Object.values(nouns).flatMap(Object.entries))

/** With holes to fill in, in parts. */
const shapes = [...refusals]
  .filter(([english]) => english.includes('{{'))
  .map(([english, welsh]) => ({ parts: english.split(/\{\{\d\}\}/), welsh }))

/** As it came where there is no Welsh for it. */
export function sayRefusal(t: T, words: string): string {
  return t.language === 'en' ? words : (refusals.get(words) ?? filledIn(words) ?? words)
}

function filledIn(words: string): string | undefined {
  for (const { parts, welsh } of shapes) {
    const values = valuesIn(words, parts)
    if (values) return welsh.replace(/\{\{(\d)\}\}/g, (_, nth) => values[nth - 1] ?? '')
  }
  return undefined
}

/** What stands between the parts; null where the words are of another shape. */
function valuesIn(words: string, [first = '', ...others]: readonly string[]): string[] | null {
  if (!words.startsWith(first)) return null
  const values: string[] = []
  let rest = words.slice(first.length)
  for (const [nth, part] of others.entries()) {
    const isLast = nth === others.length - 1
    const end = isLast && rest.endsWith(part) ? rest.length - part.length : isLast ? -1 : rest.indexOf(part)
    if (end < 1) return null
    values.push(rest.slice(0, end))
    rest = rest.slice(end + part.length)
  }
  return values
}
