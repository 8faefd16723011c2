/** How the address of a page says that something is shown again there. */

/** In the address of a page that shows again what was sent after the end of a session. */
export const unsentMark = 'unsent'

/** Path and query, without that mark. */
export function addressOf(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://own.invalid')
  searchParams.delete(unsentMark)
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

export function isUnsent(path: string): boolean {
  return new URL(path, 'http://own.invalid').searchParams.has(unsentMark)
}
