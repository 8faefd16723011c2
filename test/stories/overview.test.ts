/** All organisations in five views (DIR-2 to DIR-7), and the page of one, over the demonstration. */
import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemonstration } from '#src/actions/load-demonstration.ts'
import { refreshAllCandidates } from '#src/db/services/candidates.ts'
import { writeService } from '#src/db/services/save.ts'
import { type App, startApp } from '../app.ts'
import type { Browser } from '../browser-like.ts'

let app: App
let networkId: string
let moira: Browser
const views = ['', '/map', '/capacity', '/calendar', '/coverage']

beforeAll(async () => {
  app = await startApp()
  const { secret, baseUrl } = app.config
  networkId = (await loadDemonstration(app.database, { secret: secret ?? 's'.repeat(40), baseUrl })).networkId
  moira = await as('moira@harbour.example.org')
})
afterAll(() => app.stop())

async function as(email: string): Promise<Browser> {
  const users = app.database.owner.selectFrom('user').select('id').where('email', '=', email)
  return app.as((await users.executeTakeFirstOrThrow()).id)
}
async function idOf(table: 'category' | 'organisation' | 'service', name: string): Promise<string> {
  const column = sql.ref(table === 'category' ? 'label' : 'name')
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where ${column} = ${name}`.execute(
    app.database.owner,
  )
  return rows[0]?.id ?? ''
}
const headingOf = ({ text }: { text: string }) => /<h1>(.*?)<\/h1>/.exec(text)?.[1]

test('DIR-2: organisations are listed A to Z, each with its details and a referral, or why not', async () => {
  const page = await moira.get('/organisations')
  const names = [...page.text.matchAll(/<h2><a [^>]*>(.*?)<\/a>/g)].map(match => match[1] ?? '')
  expect(names).toHaveLength(13)
  expect(names).toEqual(names.toSorted((a, b) => a.toLowerCase().localeCompare(b.toLowerCase(), 'en')))
  expect(page.text).toContain('Has not accepted the network’s agreement yet')
  expect(page.text.match(/\/refer\?organisation=/g)).toHaveLength(12)
})

test('DIR-3: the five views share one filter, which stands in the address', async () => {
  const category = await idOf('category', 'Domestic abuse')
  const filter = `?category=${category}&area=E08000012`
  for (const view of views) {
    const { text, status } = await moira.get(`/organisations${view}${filter}`)
    expect(status).toBe(200)
    for (const other of views) expect(text).toContain(`href="/organisations${other}${filter.replace('&', '&amp;')}"`)
  }
  const misspelt = await moira.get('/organisations/calendar?words=wavecreast')
  expect(misspelt.text).toContain('Wavecrest Outreach')
  expect(misspelt.text).not.toContain('Debt Advice')
  expect((await moira.get('/organisations/map?words=zzzzqqq')).text).toContain('Nothing matches all of these filters')
  expect((await moira.get('/organisations?category=nonsense&page=x')).status).toBe(200)
})

test('DIR-3: somebody of no network, and a network that is not theirs, find nothing', async () => {
  const stranger = await app.as(await app.addUser({ email: 'stranger@example.org' }))
  expect((await stranger.get('/organisations')).status).toBe(404)
  expect((await moira.get(`/organisations?network=${randomUUID()}`)).status).toBe(404)
})

test('DIR-4: the map says in words what it draws, shows one organisation by a plain link, and turns into circles', async () => {
  const id = await idOf('organisation', 'Harbour Lights Advice')
  const map = await moira.get('/organisations/map')
  expect(map.text).toContain('Liverpool, Sefton and Knowsley')
  expect(map.text).toContain('An area drawn on the map')
  const chosen = await moira.get(`/organisations/map?on=${id}`)
  expect(chosen.text).toContain(`class="reach-of on" data-organisation="${id}"`)
  const circles = await moira.get('/organisations/map?as=circles')
  expect(circles.text.match(/<circle class="venue/g)?.length).toBeGreaterThan(30)
})

test('a venue that is kept secret is on no map and in no list; its own organisation and the coordinator see the address', async () => {
  const refuge = await idOf('organisation', 'Wavecrest Women’s Support')
  const circles = await moira.get('/organisations/map?as=circles')
  expect(circles.text).not.toContain('<title>Wavecrest Refuge</title>')
  const page = await moira.get(`/organisations/${refuge}`)
  expect(page.text).toContain('The address is kept secret')
  expect(page.text).not.toContain('L1 9ZQ')
  expect((await (await as('nadia@wavecrest.example.org')).get(`/organisations/${refuge}`)).text).toContain('L1 9ZQ')
  expect((await (await as('colm@mersey.example.org')).get(`/organisations/${refuge}`)).text).toContain('L1 9ZQ')
})

test('DIR-5: boxes, bars, table and file have the same numbers', async () => {
  const page = await moira.get('/organisations/capacity')
  const [, ...lines] = (await moira.get('/organisations/capacity.csv')).text.trim().split('\n')
  expect(lines).toHaveLength(41)
  expect(page.text.match(/<rect class="tile"/g)).toHaveLength(lines.filter(line => /,[1-9]\d*$/.test(line)).length)
  const pantry = lines.find(line => line.startsWith('Three Lamps Pantry')) ?? ''
  const [, , cases, , , places] = pantry.split(',')
  expect(page.text).toContain(`Three Lamps Pantry ${cases} of ${places} places taken`)
})

test('DIR-3: each view gives its rows as CSV and as Excel, under the same filter', async () => {
  const filter = `?category=${await idOf('category', 'Debt advice')}&week=2026-12-23`
  for (const view of ['list', 'capacity', 'calendar', 'coverage']) {
    const page = await moira.get(`/organisations${view === 'list' ? '' : `/${view}`}${filter}`)
    for (const format of ['csv', 'xlsx']) {
      const address = `/organisations/${view}.${format}${filter}`
      expect(page.text).toContain(`href="${address.replace('&', '&amp;')}"`)
      const file = await moira.get(address)
      expect(file.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="[a-z-]+\\.${format}"$`),
      )
      expect(file.text.startsWith('PK')).toBe(format === 'xlsx')
    }
  }
  const week = await moira.get(`/organisations/calendar.csv${filter}`)
  expect(week.text).toContain('Monday 21 December')
  expect(week.text.split('\n').find(line => line.startsWith('Debt Advice'))).toContain('9am to 5pm')
  expect(
    (await (await app.as(await app.addUser({ email: 'nobody@example.org' }))).get('/organisations/list.xlsx')).status,
  ).toBe(404)
})

test('DIR-6: the calendar is a table of a week, without what is closed on its day', async () => {
  const week = await moira.get('/organisations/calendar?week=2026-12-23')
  expect(headingOf(week)).toContain('21 December 2026')
  const row = /Job Coaches<\/a>.*?<\/tr>/s.exec(week.text)?.[0] ?? ''
  expect(row.match(/9am to 5pm/g)).toHaveLength(4)
  expect(row.match(/Closed/g)).toHaveLength(3)
  expect(week.text).toContain('href="/organisations/calendar?week=2026-12-28"')
})

test('DIR-7: a need that nobody offers is found, with its exact counts in a table and a file', async () => {
  const carers = await idOf('category', 'Support for carers')
  expect(headingOf(await moira.get(`/organisations/coverage?category=${carers}`))).toBe(
    'Nobody offers Support for carers anywhere in the area',
  )
  const debt = await idOf('category', 'Debt advice')
  expect(headingOf(await moira.get(`/organisations/coverage?category=${debt}`))).toContain('reaches everybody')
  const file = await moira.get(`/organisations/coverage.csv?category=${carers}`)
  expect(file.text).toContain('Support for carers,0,Liverpool,')
})

test('the page of an organisation says what it needs to know above the button that refers', async () => {
  const id = await idOf('organisation', 'Three Lamps Food Store')
  const { text } = await moira.get(`/organisations/${id}`)
  expect(text.indexOf('whether there is a cooker')).toBeLessThan(text.indexOf(`/refer?organisation=${id}`))
  expect(text).toContain('Ramp at the side door.')
  expect(text).toMatch(/Confirmed \d+ \w+ 2\d{3}|Not confirmed yet/)
  const refer = await moira.get(`/refer?organisation=${id}`)
  expect([200, 303]).toContain(refer.status)
})

test('ORG-1: opening times have a morning and an afternoon, and today is marked', async () => {
  const id = await idOf('organisation', 'Harbour Lights Advice')
  await app.database.owner
    .insertInto('openingHours')
    .values([
      { organisationId: id, weekday: 1, opens: '09:00', closes: '12:00' },
      { organisationId: id, weekday: 1, opens: '13:30', closes: '17:00' },
      { organisationId: id, weekday: 2, opens: '10:00', closes: '16:00' },
    ])
    .execute()
  app.clock.now = () => new Date('2026-11-24T10:00:00Z')
  const asha = await as('asha@lamps.example.org')
  const { text } = await asha.get(`/organisations/${id}`)
  app.clock.now = () => new Date()
  expect(text).toMatch(/Monday.*?<td>9am to midday<\/td><td>1:30pm to 5pm<\/td>/s)
  expect(text).toMatch(/aria-current="date"><th scope="row">Tuesday.*?<td colspan="2">10am to 4pm<\/td>/s)
})

test('DIR-3: each view of 500 services is at most 150 KB compressed', async () => {
  await addServices(460)
  for (const view of views) {
    const { text } = await moira.get(`/organisations${view}`)
    expect.soft(gzipSync(text).length / 1024, view).toBeLessThan(150)
  }
})

/** Of every fifth kind of catchment; half with hours. */
async function addServices(count: number) {
  const { owner } = app.database
  const categories = await owner.selectFrom('category').select('id').where('parentId', 'is not', null).execute()
  const organisations = await owner.selectFrom('organisation').select('id').execute()
  const location = await owner.selectFrom('location').select('id').where('secret', '=', false).executeTakeFirstOrThrow()
  const catchments = [
    { kind: 'network' as const },
    { kind: 'radius' as const, metres: 5000 },
    { kind: 'authorities' as const, authorities: ['E08000012', 'E08000014'] },
    { kind: 'districts' as const, districts: ['L4', 'L5', 'L20'] },
    { kind: 'everywhere' as const },
  ]
  await owner.transaction().execute(async trx => {
    for (let nth = 0; nth < count; nth++)
      await writeService(trx, {
        ...{ id: randomUUID(), organisationId: organisations[nth % organisations.length]?.id ?? '' },
        ...{ locationId: location.id, name: `Service number ${nth}`, description: 'One of many.' },
        ...{ catchment: catchments[nth % 5] ?? { kind: 'network' }, capacity: nth % 40, status: 'active' },
        ...{ phone: null, email: null, website: null, sourceKey: null, closures: [] },
        hours: [1, 2, 3, 4, 5].map(weekday => ({ weekday, opens: '09:00', closes: '17:00' })),
        networks: [
          {
            networkId,
            categoryIds: [categories[nth % categories.length]?.id ?? ''],
            restrictions: {},
            active: true,
            listed: true,
          },
        ],
      })
    await refreshAllCandidates(trx)
  })
}
