/** Searching the directory (DIR-1), over the demonstration. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemonstration } from '#src/actions/load-demonstration.ts'
import { findInDirectory, type Result } from '#src/db/directory/find.ts'
import { type Network, readNetwork } from '#src/db/networks.ts'
import { directorySearch } from '#src/domain/directory-search.ts'
import { type App, startApp } from '../app.ts'
import { queries } from './search-queries.ts'

let app: App
let network: Network

beforeAll(async () => {
  app = await startApp()
  const { secret, baseUrl } = app.config
  const loaded = await loadDemonstration(app.database, { secret: secret ?? 's'.repeat(40), baseUrl })
  network = await readNetwork(app.database.db, loaded.networkId)
})
afterAll(() => app.stop())

async function find(asked: Record<string, unknown>) {
  return findInDirectory(app.database.db, network, directorySearch.parse(asked), '2026-11-23')
}
const nameOf = (result: Result) => (result.kind === 'service' ? result.service.name : result.organisation.name)

test('DIR-1: of forty searches written down, what is wanted comes first in at least 38, and among the first five in all', async () => {
  const rows = []
  for (const { typed, first, also = [] } of queries) {
    const { results } = await find({ words: typed })
    const names = results.map(nameOf)
    const leads = first.includes(names[0] ?? '')
    const isThere = [first.find(name => names.slice(0, 5).includes(name)) ?? '(none)', ...also].every(name =>
      names.slice(0, 5).includes(name),
    )
    rows.push({ typed, leads, isThere, names: names.slice(0, 5) })
  }
  expect(rows.filter(({ isThere }) => !isThere)).toEqual([])
  expect(rows.filter(({ leads }) => !leads).map(({ typed, names }) => `${typed}: ${names}`)).toEqual([])
})
