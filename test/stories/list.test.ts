/** The list of referrals and one of them beside it, through HTTP on real SQL. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type Role, type World } from '#test/network.ts'

let app: App
let world: World
let morag: { id: string; reference: string }
let urgent: { id: string; reference: string }
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  morag = await world.send()
  urgent = await world.send({
    needs: ['housing'],
    ask: ['second', 'third'],
    fill: { urgent: true, person: { ...blank, firstName: 'Idris', lastName: 'Quill', dateOfBirth: '1951' } },
  })
})
afterAll(() => app.stop())

const blank = {
  title: '',
  firstName: '',
  lastName: '',
  dateOfBirth: '',
  phone: '',
  email: 'quill@example.com',
  preferredContact: '',
} as const
const as = (role: Role): Promise<Browser> => app.as(world.users[role])
const read = async (role: Role, path: string) => (await (await as(role)).get(path)).text

describe('LST-3: the tabs', () => {
  test('hold what one received, what one sent, and all in the network', async () => {
    expect(await read('first', '/referrals')).toContain(morag.reference)
    expect(await read('first', '/referrals')).not.toContain(urgent.reference)
    expect(await read('first', '/referrals?tab=all')).toContain(urgent.reference)
    const sent = await read('referrer', '/referrals?tab=sent')
    expect([sent.includes(morag.reference), sent.includes(urgent.reference)]).toEqual([true, true])
    expect(await read('referrer', '/referrals')).toContain('No referrals here yet')
  })

  test('urgent ones have a button with their count, which leads to just those', async () => {
    expect(await read('second', '/referrals')).toMatch(/urgent=yes[^>]*>\s*Urgent<span class="figure"> 1/)
    expect(await read('second', '/referrals?urgent=yes')).toContain(urgent.reference)
    expect(await read('first', '/referrals')).not.toContain('urgent=yes')
  })
})

describe('LST-2: the filters', () => {
  test('are in the address and combine; each shows as a chip that takes it away', async () => {
    const { housing, food } = world.categories
    const text = await read('second', `/referrals?tab=all&need=${housing}&status=open`)
    expect([text.includes(urgent.reference), text.includes(morag.reference)]).toEqual([true, false])
    expect(text).toContain('Remove filter: Housing')
    expect(await read('second', `/referrals?tab=all&need=${food}&to=${world.organisations.second}`)).toContain(
      'No referrals match these filters',
    )
  })

  test('nonsense in the address is as if it were not there', async () => {
    const { status } = await (await as('first')).get('/referrals?tab=x&need=1&sort=%00&s=abc&after=zzz')
    expect([200, 422]).toContain(status)
  })
})

describe('searching', () => {
  test('LST-2: a name is posted, kept under an id, and never in the address', async () => {
    const second = await as('second')
    await second.get('/referrals')
    const { location } = await second.post('/referrals/search', { words: 'quill' })
    expect(location).toMatch(/^\/referrals\?s=[0-9a-f-]{36}$/)
    const { text } = await second.get(location ?? '')
    expect([text.includes(urgent.reference), text.includes(morag.reference)]).toEqual([true, false])
    expect((await (await as('third')).get(location ?? '')).text).not.toContain('quill')
  })

  test('finds by reference whatever its case, and nobody by a name that the seeker may not read', async () => {
    const third = await as('third')
    await third.get('/referrals')
    const byName = await third.post('/referrals/search', { words: 'Penhaligon' })
    expect((await third.get(byName.location ?? '')).text).not.toContain(morag.reference)
    const byReference = await third.post('/referrals/search', { words: morag.reference.toLowerCase() })
    expect((await third.get(byReference.location ?? '')).text).toContain(morag.reference)
  })
})

describe('LST-1: the split view', () => {
  test('shows the referral with the list beside it, and keeps its filters', async () => {
    const text = await read('second', `/referrals/${urgent.id}?tab=received&urgent=yes`)
    expect(text).toContain('Idris Quill')
    expect(text).toContain('aria-current="true"')
    expect(text).toMatch(new RegExp(`/referrals/${urgent.id}/assignments/[^"]*/accept\\?tab=received&amp;urgent=yes`))
  })

  test('RES-14: opening is recorded, where the person was seen', async () => {
    await read('second', `/referrals/${urgent.id}`)
    await read('third', `/referrals/${urgent.id}`)
    const { rows } = await sql<{
      who: string
    }>`select distinct user_id as who from view_record where referral_id = ${urgent.id}`.execute(app.database.owner)
    const who = rows.map(row => row.who)
    expect([who.includes(world.users.second), who.includes(world.users.third)]).toEqual([true, false])
  })

  test('RES-13: another member sees needs and initials, and is told that it is a part', async () => {
    const text = await read('first', `/referrals/${urgent.id}`)
    for (const shown of ['You can see part of this referral', 'I. Q.', 'Housing', 'The second organisation'])
      expect(text).toContain(shown)
    for (const hidden of ['Idris', 'Quill', 'quill@', 'Lost her work', 'Lantern Row'])
      expect(text).not.toContain(hidden)
  })
})

describe('RES-9: notes', () => {
  test('a regular note is for all on the referral, a private one for its author alone', async () => {
    const first = await as('first')
    await first.get(`/referrals/${morag.id}`)
    await first.post(`/referrals/${morag.id}/notes`, { kind: 'regular', body: 'Prefers mornings' })
    await first.post(`/referrals/${morag.id}/notes`, { kind: 'private', body: 'Ask my manager' })
    const own = (await first.get(`/referrals/${morag.id}`)).text
    for (const shown of ['Prefers mornings', 'Ask my manager', 'Seen by you alone']) expect(own).toContain(shown)
    for (const other of ['referrer', 'firstPrimary', 'coordinator'] as const) {
      const text = await read(other, `/referrals/${morag.id}`)
      expect([text.includes('Prefers mornings'), text.includes('Ask my manager')]).toEqual([true, false])
    }
  })

  test('an empty one is refused at its field; a member who was not asked may add one for context', async () => {
    const third = await as('third')
    await third.get(`/referrals/${morag.id}`)
    const empty = await third.post(`/referrals/${morag.id}/notes`, { kind: 'regular', body: ' ' })
    expect([empty.status, empty.text.includes('Write the note first')]).toEqual([422, true])
    expect((await third.post(`/referrals/${morag.id}/notes`, { kind: 'regular', body: 'Known to us' })).status).toBe(
      303,
    )
    expect(await read('first', `/referrals/${morag.id}`)).toContain('Known to us')
  })
})

describe('ADM-3: the administrator', () => {
  test('narrows it by number, dates, sender, recipient and progress; by nothing that is in it', async () => {
    const other = await world.send({ needs: ['company'], ask: ['thirdToo'] })
    const lists = async (query: string) => {
      const text = await read('administrator', `/referrals?${query}`)
      return [morag, other].map(({ reference }) => text.includes(`>${reference}<`))
    }
    const { organisations: by, categories } = world
    expect(await lists(`number=${morag.reference}`)).toEqual([true, false])
    expect(await lists('from=2001-01-01&until=2001-12-31')).toEqual([false, false])
    expect(await lists(`sender=${by.referrer}`)).toEqual([true, true])
    expect(await lists(`sender=${by.third}`)).toEqual([false, false])
    expect(await lists(`recipient=${by.third}`)).toEqual([false, true])
    expect(await lists('progress=closed')).toEqual([false, false])
    expect(await lists(`need=${categories.company}`)).toEqual([false, false])
    const shown = await read('administrator', `/referrals?recipient=${by.third}&progress=opened`)
    expect(shown).toContain('Asked: The third organisation')
    const client = await clientFor(app, world.users.administrator)
    const { body } = await client.get(`/referrals?tab=all&recipient=${by.third}&progress=opened`)
    expect(body.referrals.map(({ id }: { id: string }) => id)).toEqual([other.id])
  })

  test('sees number, opened, author, recipient and progress, and nothing of what is in it', async () => {
    const list = await read('administrator', '/referrals')
    for (const shown of [morag.reference, 'The referrer organisation', 'The first organisation'])
      expect(list).toContain(shown)
    const one = await read('administrator', `/referrals/${morag.id}`)
    const client = await clientFor(app, world.users.administrator)
    const ways = ['/referrals?tab=all', `/referrals/${morag.id}`, `/referrals/${morag.id}/notes`, '/referrals/export']
    const byToken = await Promise.all(ways.map(async way => (await client.get(way)).text))
    for (const hidden of ['Morag', 'M. P.', 'Debt', 'Food', /\bL4\b/, 'Prefers mornings', 'The first service'])
      for (const text of [list, one, ...byToken]) expect(text).not.toMatch(hidden)
    expect(byToken[0]).toContain(morag.reference)
    for (const words of ['Morag', 'Penhaligon', 'L4 9ZQ'])
      expect((await client.post('/referrals/search', { q: words })).text, words).not.toContain(morag.id)
  })
})

test('LST-1: a page of the list has 25 rows, 50 or 100, as the address says; filters, tabs and rows keep it', async () => {
  for (let n = 0; n < 27; n++) await world.send({ needs: ['food'], ask: ['thirdToo'] })
  const third = await as('third')
  const listed = async (path: string) => {
    const { text } = await third.get(path)
    return { text, rows: text.match(/class="row-name"/g)?.length ?? 0 }
  }
  const few = await listed('/referrals?tab=received')
  expect(few.rows).toBe(25)
  expect(few.text).toMatch(/href="\/referrals\?tab=received"[^>]*aria-current="true"[^>]*>25</)
  expect(few.text).toContain('href="/referrals?tab=received&amp;rows=50"')
  const fifty = await listed('/referrals?tab=received&rows=50')
  expect(fifty.rows).toBeGreaterThanOrEqual(27)
  expect(fifty.text).toMatch(/href="\/referrals\/[\w-]+\?tab=received&amp;rows=50"/)
  expect(fifty.text).toContain('href="/referrals?rows=50&amp;tab=sent"')
  expect(fifty.text).toContain('<input type="hidden" name="rows" value="50"')
  expect(fifty.text).not.toContain('Clear filters')
  expect((await listed('/referrals?tab=received&rows=5000')).rows).toBe(25)
})
