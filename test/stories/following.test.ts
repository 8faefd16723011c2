/** PUB-2: what programs follow: news of the directory, opening hours for calendars, the search inside other sites. */
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteDirectoryChanges } from '#src/actions/note-directory-changes.ts'
import { changeService, type ServiceParts } from '#src/db/services/save.ts'
import { type App, startApp } from '../app.ts'
import { network, type ServiceKey, type World } from '../network.ts'

let app: App
let world: World
let at: string
let clock = new Date('2026-06-01T09:10:00Z')
const get = (path: string, headers: Record<string, string> = {}) => app.browser().request(`${at}${path}`, { headers })

beforeAll(async () => {
  app = await startApp()
  app.clock.now = () => clock
  const settings = { publicDirectory: true, embedOrigins: ['https://council.example'] }
  world = await network({ database: app.database, settings, now: () => clock })
  at = `/n/${(await app.database.owner.selectFrom('network').select('slug').executeTakeFirstOrThrow()).slug}`
  await change('first', {
    name: 'Lantern & <Club>',
    hours: [{ weekday: 1, opens: '09:00', closes: '16:00' }],
    closures: [{ firstDay: '2026-06-08', lastDay: '2026-06-08', reason: 'Cook is away' }],
  })
  await change('thirdToo', { name: 'Never Public', networks: [{ networkId: world.networkId, listed: false }] })
  await note('2026-06-01T09:10:00Z')
})
afterAll(() => app?.stop())

const change = (key: ServiceKey, parts: ServiceParts) =>
  app.database.owner.transaction().execute(trx => changeService(trx, world.services[key], parts))
const note = async (when: string) => {
  clock = new Date(when)
  return noteDirectoryChanges({ ...world.ctx, now: () => clock })
}
type Item = { id: string; title: string; url: string; content_text: string; date_published: string; tags: string[] }
const items = async () => JSON.parse((await get('/changes.json')).text).items as Item[]
const told = async () => (await items()).map(({ title, tags }) => `${tags} ${title.replace(/^.*?: /, '')}`)

test('PUB-2: who follows the directory is told what is new, what changed and what went, newest first', async () => {
  expect(await told()).toHaveLength(3)
  expect(await note('2026-06-02T09:00:00Z')).toBe(0)
  await change('second', { description: 'Letters and court papers.' })
  expect(await note('2026-06-03T09:00:00Z')).toBe(1)
  await change('third', { networks: [{ networkId: world.networkId, listed: false }] })
  const name = (await items()).length
  expect(name).toBe(2)
  expect(await note('2026-06-04T09:00:00Z')).toBe(1)
  const [gone, changed] = await items()
  expect(gone).toMatchObject({ tags: ['gone'], url: expect.stringMatching(/\/services$/) })
  expect(changed).toMatchObject({ tags: ['changed'], content_text: expect.stringContaining('court papers') })
  await change('third', { networks: [{ networkId: world.networkId, listed: true }] })
  await note('2026-06-05T09:00:00Z')
  expect((await items())[0]?.tags).toEqual(['new'])
})

test('PUB-2: how full a service is, who works there and what was never public are no news', async () => {
  const before = await items()
  await change('second', { capacity: 3 })
  await change('thirdToo', { description: 'Still among members.' })
  expect(await note('2026-06-06T09:00:00Z')).toBe(0)
  expect(await items()).toEqual(before)
  const { text } = await get('/changes.rss')
  expect(text).not.toMatch(/Never Public|Ceri|Cook is away/)
})

test('PUB-2: a network that closes its directory has no feed, and none is in it of another network', async () => {
  expect((await app.browser().get('/n/elsewhere/changes.rss')).status).toBe(404)
})

test('PUB-2: the feeds are RSS 2.0 and JSON Feed 1.1, and cost nothing while nothing happened', async () => {
  const rss = await get('/changes.rss')
  expect(rss.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
  expect(rss.text).toContain('<rss version="2.0"')
  expect(rss.text).toContain('Lantern &amp; &lt;Club&gt;')
  expect(rss.text.match(/<item>/g)).toHaveLength(3)
  expect(JSON.parse((await get('/changes.json')).text).version).toBe('https://jsonfeed.org/version/1.1')
  const { headers } = rss
  const known = [
    { 'if-none-match': headers.get('etag') ?? '' },
    { 'if-modified-since': headers.get('last-modified') ?? '' },
  ]
  for (const one of known) expect(await get('/changes.rss', one)).toMatchObject({ status: 304, text: '' })
  expect((await get('/changes.rss', { 'if-modified-since': 'Mon, 01 Jan 2024 00:00:00 GMT' })).status).toBe(200)
})

test('PUB-2: the calendar of a service has its week and its days off, without the reason of them', async () => {
  const { status, text, headers } = await get(`/services/${world.services.first}/calendar.ics`)
  expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  expect(events.map(event => event.getFirstPropertyValue('summary'))).toEqual([
    'Open: Lantern & <Club>',
    'Closed: Lantern & <Club>',
  ])
  expect(text).toContain('20260831T090000')
  expect(text).not.toContain('Cook is away')
  const again = await get(`/services/${world.services.first}/calendar.ics`, {
    'if-none-match': headers.get('etag') ?? '',
  })
  expect(again.status).toBe(304)
})

test('PUB-2: a service without fixed hours has a calendar without events; one that is not public has none', async () => {
  const { text } = await get(`/services/${world.services.second}/calendar.ics`)
  expect(text).not.toContain('BEGIN:VEVENT')
  expect(text).toContain('has no fixed opening times')
  expect((await get(`/services/${world.services.thirdToo}/calendar.ics`)).status).toBe(404)
})

test('PUB-2: the search stands inside the sites that the network named and no other; what is found opens in the whole window', async () => {
  const { text, headers } = await get('/embed')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://council.example")
  expect(headers.get('x-frame-options')).toBeNull()
  expect(text).toContain('data-parents="https://council.example"')
  const { location } = await app.browser().post(`${at}/embed`, { words: 'lantern', place: '' })
  expect(location).toMatch(/\/embed\?s=/)
  const found = (await app.browser().get(location ?? '')).text
  expect(found).toMatch(new RegExp(`href="${at}/services/${world.services.first}" target="_top"`))
  expect(found).not.toMatch(/<header|<footer/)
  const wrong = await app.browser().post(`${at}/embed`, { words: 'food', place: 'Nowhere at all' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="Nowhere at all"')
})
