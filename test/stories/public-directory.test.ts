/** PUB-2: the public directory as anybody finds it, without an account, a cookie or a script. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeService } from '#src/db/services/save.ts'
import { addVenue, found, nearby, openPublicWorld, type PublicWorld } from '../public-world.ts'

let public_: PublicWorld
let networkId: string

beforeAll(async () => {
  public_ = await openPublicWorld()
  const { world, app, change, owner } = public_
  networkId = world.networkId
  const heron = await addVenue(app.database, world.organisations.first)
  await owner
    .updateTable('organisation')
    .set({ confirmedAt: new Date('2026-05-04T12:00:00Z') })
    .execute()
  await change('first', {
    ...{
      name: 'Lantern Food Club',
      description: 'Shopping for a week.',
      locationId: heron,
      ways: ['drop_in', 'phone'],
    },
    ...{ hours: [{ weekday: 1, opens: '09:00', closes: '16:00' }], catchment: nearby, phone: '+441514960309' },
    closures: [{ firstDay: '2026-06-08', lastDay: '2026-06-09', reason: 'Cook is away' }],
  })
  await change('second', {
    ...{ name: 'Tideway Debt Line', description: 'Letters and court papers.', ways: ['professional'], capacity: 0 },
    ...{ hours: [{ weekday: 2, opens: '09:00', closes: '12:00' }], catchment: { kind: 'everywhere' } },
  })
  await change('third', { name: 'Quayside Homes', catchment: { kind: 'authorities', authorities: ['E08000003'] } })
  await change('thirdToo', {
    ...{ name: 'Company on Sundays', ways: ['self'] },
    networks: [{ networkId, restrictions: { ages: { from: 60, to: null } } }],
  })
})
afterAll(() => public_?.stop())

const all = ['Company on Sundays', 'Lantern Food Club', 'Quayside Homes', 'Tideway Debt Line']

test('PUB-2: anybody sees every listed service A to Z, with nothing kept in their browser', async () => {
  const { status, text, headers } = await public_.get()
  expect(status).toBe(200)
  expect(found(text)).toEqual(all)
  expect(headers.getSetCookie()).toEqual([])
  expect(text).toContain('What do you need?')
  expect(text).toContain('Postcode or place')
  expect(text).not.toContain('name="token"')
})

test('PUB-2: a search finds by words, misspelt too, nearest first, and nothing typed is in the address or the title', async () => {
  const { text, address, headers } = await public_.search({ words: 'fodo', place: 'L4 9ZQ' })
  expect(found(text)[0]).toBe('Lantern Food Club')
  expect(text).toContain('Serves your area · under half a mile away')
  expect(address).not.toMatch(/fodo|food|L4|9ZQ/i)
  expect(/<title>(.*?)<\/title>/.exec(text)?.[1]).not.toMatch(/fodo|L4/)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(text).toContain('<meta name="robots" content="noindex"/>')
  expect(public_.app.logged.join('\n')).not.toMatch(/fodo|L4 ?9ZQ/)
})

test('PUB-2: near a postcode are those that cover it and those for everybody, not those for elsewhere', async () => {
  const { text } = await public_.search({ place: 'l49zq' })
  expect(found(text)).toEqual(['Lantern Food Club', 'Company on Sundays', 'Tideway Debt Line'])
  expect(text).toContain('For the whole country')
  expect(text).toContain('near L4 9ZQ')
})

test('PUB-2: a beginning of a postcode, a council’s area and a town do as a place', async () => {
  const outward = await public_.search({ place: 'L4' })
  expect(outward.text).toMatch(/Ask if they serve your area · about 1 mile away/)
  expect(found((await public_.search({ place: 'liverpool' })).text)).toContain('Lantern Food Club')
  const town = await public_.search({ place: 'Gullhaven' })
  expect(found(town.text)[0]).toBe('Tideway Debt Line')
  expect(town.text).toContain('about 1 mile away')
})

test('PUB-2: a place that nobody knows is said at its field, with what was typed kept and what it may have been', async () => {
  for (const [place, said] of [
    ['Gullhavn', 'Did you mean Gullhaven?'],
    ['Nowhere at all', 'Enter a postcode, or a town or council area that we know'],
    ['ZE1 0AA', 'We do not know where this postcode is'],
  ] as const) {
    const { status, text } = await public_.search({ words: 'food', place })
    expect(status, place).toBe(422)
    expect(text).toContain(said)
    expect(text).toContain(`value="${place}"`)
    expect(text).toContain('value="food"')
    expect(text).toMatch(/<title>Error: /)
  }
})

test('PUB-2: filters narrow by need, by what is open now, by day, by how one can come, and by age', async () => {
  const only = async (query: string) => found((await public_.get(query)).text)
  expect(await only(`?need=${public_.world.categories.debt}`)).toEqual(['Lantern Food Club', 'Tideway Debt Line'])
  expect(await only('?open=now')).toEqual(['Lantern Food Club'])
  expect(await only('?day=2')).toEqual(['Tideway Debt Line'])
  expect(await only('?how=self&how=professional')).toEqual(['Company on Sundays', 'Tideway Debt Line'])
  expect(await only('?age=30')).toEqual(['Lantern Food Club', 'Quayside Homes', 'Tideway Debt Line'])
  expect(await only('?open=now&day=2')).toEqual([])
  expect(await only('?need=nonsense&day=9&how=flying&page=0')).toEqual(all)
})

test('PUB-2: what was asked for can be taken away, one by one, and filters stay with another search', async () => {
  const { text, address } = await public_.search({ words: 'debt' }, '?how=professional')
  expect(found(text)).toEqual(['Tideway Debt Line'])
  expect(address).toContain('how=professional')
  expect(text).toMatch(/aria-label="[^"]*“debt”/)
  expect(text).toMatch(/role="status"[^>]*>1 service found/)
})

test('PUB-2: where nothing is found there are next steps and somebody to ask', async () => {
  const { text } = await public_.search({ words: 'xylophone' }, '?open=now')
  expect(text).toContain('Nothing found')
  expect(text).toContain('Take all filters away')
  expect(text).toContain('Ceri Vaughan')
  expect(text).toContain('ceri@example.org')
})

test('PUB-2: a card says when it opens, how one comes, and that nobody new is taken, never how many', async () => {
  const { text } = await public_.get()
  expect(text).toContain('Open now until 4pm')
  expect(text).toContain('Opens tomorrow at 9am')
  expect(text).toContain('You can just turn up')
  expect(text).toContain('Not taking new people at the moment')
  expect(text).not.toMatch(/places|capacity/i)
})

test('PUB-2: a service’s page says how to get help, when, where, for whom, and when it was last checked', async () => {
  const { text } = await public_.page('first')
  expect(text).toContain('href="tel:+441514960309"')
  for (const said of ['3 Heron Street', 'Open now until 4pm', 'Closed from 8 June 2026 to 9 June 2026', 'Anyone'])
    expect(text).toContain(said)
  expect(text).toContain('Last checked on 4 May 2026')
  expect(text).not.toContain('Cook is away')
  expect((await public_.page('thirdToo')).text).toContain('60')
})

test('PUB-2: search engines read of a service what its page shows', async () => {
  const { text } = await public_.page('first')
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? '{}')
  expect(data).toMatchObject({
    '@type': 'Service',
    name: 'Lantern Food Club',
    provider: { name: 'The first organisation' },
  })
  expect(data.availableChannel.serviceLocation.address.postalCode).toBe('L4 9ZQ')
  expect(data.hoursAvailable).toHaveLength(1)
  expect(text).toContain(`<link rel="canonical" href="${public_.app.config.baseUrl}${public_.at}/`)
})

test('PUB-2: who has a page already is told so, until something that it shows changes', async () => {
  const ask = (tag: string) => public_.browser.request(public_.at, { headers: { 'if-none-match': tag } })
  const first = await public_.get()
  expect(first.headers.get('cache-control')).toBe('public, max-age=300, stale-while-revalidate=3600')
  const tag = first.headers.get('etag') ?? ''
  expect(await ask(tag)).toMatchObject({ status: 304, text: '' })
  await public_.change('third', { description: 'Rooms and flats.' })
  expect(await ask(tag)).toMatchObject({ status: 200 })
  const second = (await public_.get()).headers.get('etag') ?? ''
  public_.app.clock.now = () => new Date('2026-06-01T15:00:00Z') // four o'clock, when the food club closes
  expect((await ask(second)).text).not.toContain('Open now until')
  public_.app.clock.now = () => new Date('2026-06-01T09:10:00Z')
})

test('PUB-2: what is written shows as soon as it is committed, and no sooner', async () => {
  const told = async () => (await public_.page('third')).text.includes('Rooms for anybody')
  await public_.owner.transaction().execute(async trx => {
    await changeService(trx, public_.world.services.third, { description: 'Rooms for anybody.' })
    expect(await told()).toBe(false)
  })
  expect(await told()).toBe(true)
})

test('PUB-2: a list travels in the addresses and nowhere else, and only what is public stays in it', async () => {
  const { text } = await public_.get()
  const [save = ''] = /[^"]*list=[^"]*/.exec(text.replaceAll('&amp;', '&')) ?? []
  const kept = await public_.browser.get(save)
  expect(kept.text).toContain('Saved. Remove')
  expect(kept.text).toMatch(/Your list<span class="badge">1</)
  expect(kept.headers.getSetCookie()).toEqual([])
  expect((await public_.get('?list=00000000.zzzz.')).text).not.toContain('class="badge"')
})

test('PUB-2: on the map are the same services, each in the list beside it', async () => {
  const { text } = await public_.browser.get(`${public_.at}/map?how=drop_in`)
  expect(text).toContain('1 service found')
  expect(text).toContain(`data-organisation="${public_.world.services.first}"`)
  expect(text).not.toContain('Tideway Debt Line')
})

test('PUB-2: on what a network marks as sensitive one can leave at once, and the tab says nothing', async () => {
  expect((await public_.page('third')).text).not.toContain('data-leave')
  await sql`update category set sensitive = true where id = ${public_.world.categories.housing}`.execute(public_.owner)
  for (const { text } of [
    await public_.page('third'),
    await public_.get(`?need=${public_.world.categories.housing}`),
  ]) {
    expect(text).toContain('data-leave')
    expect(text).toContain('Leave this page')
    expect(/<title>(.*?)<\/title>/.exec(text)?.[1]).toBe('Northbank Help')
  }
})
