/** What was typed, in this tab alone, for an hour: the browser's session storage, which goes with the tab and is sent to nobody. */
const key = `onward ${location.pathname}`
const hour = 60 * 60_000

type Kept = { at: number; body: string }

export function keep(body: string): void {
  withStorage(storage => storage.setItem(key, JSON.stringify({ at: Date.now(), body } satisfies Kept)))
}

/** As the form would send it, or null: nothing there, or too old. */
export function recall(): string | null {
  const kept = withStorage(storage => JSON.parse(storage.getItem(key) ?? 'null') as Kept | null)
  if (kept && Date.now() - kept.at < hour) return kept.body
  forget()
  return null
}

export function forget(): void {
  withStorage(storage => storage.removeItem(key))
}

setInterval(recall, 60_000)

/** A browser may forbid it, inside another site's page above all: then the page alone carries what was typed. */
function withStorage<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(sessionStorage)
  } catch {
    return null
  }
}
