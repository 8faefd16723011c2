/** The same texts, as one says them to who fills in the form about themselves. */
import { isKey, type Key, type T } from '../../../words/index.ts'

/** Where `self.<key>` is written it stands in for `<key>`. */
export function selfWords(t: T): T {
  const say = t as unknown as (key: Key, values?: unknown) => string
  const own = (key: Key, values?: unknown) => say(isKey(`self.${key}`) ? (`self.${key}` as Key) : key, values)
  return Object.assign(own, { language: t.language }) as unknown as T
}
