/** Values as Open Referral wants them: nothing empty, and nothing that its formats refuse. */

/** Without null, empty text, empty lists and empty things, however deep. */
export function tidy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(tidy) as T
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).flatMap(([key, one]) => {
    const told = tidy(one)
    return isEmpty(told) ? [] : [[key, told] as const]
  })
  return Object.fromEntries(kept) as T
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** What its format `uri` takes, as it was written where that is possible. */
export function uri(text: string | null): string | null {
  if (!text || !URL.canParse(text) || !/^https?:/i.test(text)) return null
  const written = /^[\w~:/?#[\]@!$&'()*+,;=%.-]+$/.test(text) && !/[[\]]/.test(text) ? text : new URL(text).href
  return written.includes('%') ? written.replace(/%(?![\da-f]{2})/gi, '%25') : written
}

export function email(text: string | null): string | null {
  return text && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i.test(text) ? text : null
}
