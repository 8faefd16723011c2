/** What there is to attack: each form that some role finds, each address, each operation of the API. */
import type { App } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { type FoundForm, formsIn } from '#test/forms-found.ts'
import { addressOf } from '#test/permissions/addresses.ts'
import { type Described, describedRequests } from '#test/permissions/described.ts'
import type { Furnished } from '#test/permissions/furnished.ts'

export type Target =
  | { kind: 'form'; role: string; form: FoundForm }
  | { kind: 'page'; role: string; path: string }
  | { kind: 'api'; role: string; method: string; path: string; wish: Described }

/** What would end the world that is attacked. */
const ends =
  /sign-out|work-as|\/end$|suspend|\/archive|\/password|\/withdraw|\/discard|preferences\/(email|security|two)/

export async function findTargets(
  app: App,
  world: Furnished,
  browsers: Readonly<Record<string, Browser>>,
): Promise<Target[]> {
  const targets: Target[] = []
  const reads = app.routes.filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/v1'))
  for (const [role, browser] of Object.entries(browsers))
    for (const { path } of reads) {
      const address = addressOf(path, world)
      const { status, text } = await browser.get(address)
      if (status !== 200) continue
      targets.push({ kind: 'page', role, path: address })
      const forms = formsIn(address, text).filter(({ action }) => !ends.test(action))
      targets.push(...forms.map((form): Target => ({ kind: 'form', role, form })))
    }
  return [...unique(targets), ...(await operations(app, world, browsers))]
}

async function operations(app: App, world: Furnished, browsers: Readonly<Record<string, Browser>>): Promise<Target[]> {
  const [first] = Object.values(browsers)
  const described = first ? await describedRequests(first, world) : new Map<string, Described>()
  const known = app.routes.filter(({ path }) => path.startsWith('/api/v1') && !ends.test(path))
  return Object.keys(browsers).flatMap(role =>
    known.map(({ method, path }): Target => {
      const wish = described.get(`${method} ${path}`) ?? { query: '' }
      return { kind: 'api', role, method, path: addressOf(path, world), wish }
    }),
  )
}

/** A form that stands on every page is one. */
function unique(targets: Target[]): Target[] {
  const seen = new Set<string>()
  return targets.filter(target => {
    if (target.kind !== 'form') return true
    const key = `${target.role} ${target.form.action} ${target.form.fields.map(({ name }) => name).join()}`
    return !seen.has(key) && seen.add(key)
  })
}
