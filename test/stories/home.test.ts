/** Home, for each who opens it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type Role, type World } from '#test/network.ts'

let app: App
let world: World
const hour = 3_600_000
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
})
afterAll(() => app.stop())

const as = (role: Role): Promise<Browser> => app.as(world.users[role])
const home = async (role: Role) => (await (await as(role)).get('/')).text
const sentAgo = (hours: number) => () => new Date(Date.now() - hours * hour)

describe('LST-5: Home', () => {
  test('says that nobody is waiting when nobody is', async () => {
    expect(await home('first')).toContain('<h1>Nobody is waiting for you</h1>')
  })

  test('says how many wait, and lists them oldest first with needs, sender and what the clock does next', async () => {
    const newer = await world.send({ needs: ['food'], ask: ['first'], now: sentAgo(2) })
    const older = await world.send({ now: sentAgo(30) })
    const text = await home('first')
    expect(text).toContain('<h1>Two people are waiting for you</h1>')
    expect(text.indexOf(older.id)).toBeLessThan(text.indexOf(newer.id))
    for (const shown of ['M. P., 35–44 · L4', 'Food, Debt', 'from The referrer organisation', 'A reminder comes on'])
      expect(text).toContain(shown)
    expect(text).not.toContain('Penhaligon')
    expect(await home('referrer')).toContain('to The first organisation')
  })

  test('each count is the number of the rows behind it', async () => {
    await world.act('first', 'accept', { id: (await world.send()).id, service: 'first' }, {})
    for (const role of ['first', 'referrer', 'second'] as const) {
      const browser = await as(role)
      for (const [, href = '', count] of (await browser.get('/')).text.matchAll(
        /class="count[^"]*" href="([^"]+)"><strong>(\d+)/g,
      )) {
        const rows = (await browser.get(href.replaceAll('&amp;', '&'))).text.match(/<li class="row/g) ?? []
        expect(rows.length, `${role} ${href}`).toBe(Number(count))
      }
    }
  })

  test('the coordinator sees what needs placing and what is overdue', async () => {
    const { id } = await world.send({ needs: ['housing'], ask: ['third'] })
    await world.act(
      'coordinator',
      'reassign',
      { id, service: 'third' },
      { serviceId: '', note: '', consentAgain: false },
    )
    const late = await world.send({ needs: ['company'], ask: ['thirdToo'], now: sentAgo(24 * 6) })
    const text = await home('coordinator')
    expect(text).toContain('<h1>One person needs placing</h1>')
    expect(text).toContain(`/referrals/${id}?tab=all&amp;status=needs_placing`)
    expect(text).toContain(`/referrals/${late.id}?tab=all&amp;overdue=yes`)
  })

  test('the commissioner sees what the fixed tables say and the way to each, the administrator how much there is, and neither anybody', async () => {
    const says = { commissioner: 'The tables of this quarter are not made yet', administrator: 'in the last 30 days' }
    expect(await home('commissioner')).toContain('by=ethnic_groups')
    for (const role of ['commissioner', 'administrator'] as const) {
      const text = await home(role)
      expect(text).toContain(says[role])
      for (const hidden of ['M. P.', 'Penhaligon', /\bL4\b/]) expect(text).not.toMatch(hidden)
    }
  })
})
