/** Answering, passing on, closing and withdrawing through the pages, on real SQL. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCase } from '#src/db/referrals/load.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type Role, type ServiceKey, type World } from '#test/network.ts'

let app: App
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
})
afterAll(() => app.stop())

const as = (role: Role): Promise<Browser> => app.as(world.users[role])
const caseOf = (id: string) => loadCase(app.database.owner, id)
const page = (id: string) => `/referrals/${id}`

async function pathOf(id: string, service: ServiceKey, action: string): Promise<string> {
  const { referral } = await caseOf(id)
  const assignment = referral.assignments.findLast(({ serviceId }) => serviceId === world.services[service])
  return `/referrals/${id}/assignments/${assignment?.id}/${action}`
}

async function does(
  role: Role,
  id: string,
  service: ServiceKey,
  action: string,
  fields: Record<string, string | string[]> = {},
) {
  const browser = await as(role)
  await browser.get(page(id))
  return browser.post(await pathOf(id, service, action), fields)
}

async function needOf(id: string, label: string): Promise<string> {
  const { needLabels } = await caseOf(id)
  return [...needLabels].find(([, name]) => name === label)?.[0] ?? ''
}

async function termOf(list: string): Promise<string> {
  const { id } = await app.database.owner
    .selectFrom('term')
    .select('id')
    .where('networkId', '=', world.networkId)
    .where('list', '=', list)
    .orderBy('position')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

async function outcomeOf(successful: boolean): Promise<string> {
  const { id } = await app.database.owner
    .selectFrom('outcome')
    .select('id')
    .where('networkId', '=', world.networkId)
    .where('successful', '=', successful)
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

describe('RES-3: the organisation asked', () => {
  test('sees all details and who is next, and accepts with one click', async () => {
    const { id } = await world.send()
    const first = await as('first')
    const { text } = await first.get(page(id))
    for (const shown of ['Morag Penhaligon', '7 Lantern Row', 'Lost her work', 'Email only', 'The second organisation'])
      expect(text).toContain(shown)

    const answer = await first.post(await pathOf(id, 'first', 'accept'))
    expect(answer).toMatchObject({ status: 303, location: `${page(id)}?done=accept` })
    expect((await first.get(answer.location ?? '')).text).toContain('Accepted. The referrer has been told')
    expect((await caseOf(id)).status).toBe('accepted')
  })

  test('rejects with a reason of the network; without one the words are kept and the error stands at the list', async () => {
    const { id } = await world.send({ needs: ['debt'] })
    const path = await pathOf(id, 'first', 'reject')
    const first = await as('first')
    const refused = await first.fill(path, { note: 'We are closed next week' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('href="#reasonId"')
    expect(refused.text).toContain('We are closed next week')

    expect((await first.post(path, { reasonId: await termOf('decline_reason'), note: 'Closed' })).status).toBe(303)
    const { referral } = await caseOf(id)
    expect(referral.assignments.map(({ serviceId }) => serviceId)).toEqual([
      world.services.first,
      world.services.second,
    ])
  })

  test('splits: keeps what is ticked, and the rest goes down the list', async () => {
    const { id } = await world.send()
    const debt = await needOf(id, 'Debt')
    expect(
      (await does('first', id, 'first', 'split', { keep: await needOf(id, 'Food'), serviceId: 'none' })).status,
    ).toBe(303)
    const { referral } = await caseOf(id)
    expect(referral.assignments.at(-1)).toMatchObject({ serviceId: world.services.second, needIds: [debt] })
  })

  test('splits to a service looked for by name, and ticking everything is told apart from accepting', async () => {
    const { id } = await world.send({ needs: ['food', 'company'], ask: ['thirdToo', 'first'] })
    const [food, company] = [await needOf(id, 'Food'), await needOf(id, 'Company')]
    const path = await pathOf(id, 'thirdToo', 'split')
    const third = await as('third')
    const found = await third.fill(path, { keep: company, words: 'first', find: 'yes', note: 'Speaks Tigrinya' })
    expect(found.text).toContain(`value="${world.services.first}"`)
    expect(found.text).toContain('Speaks Tigrinya')

    const all = await third.post(path, { keep: [food, company], serviceId: 'none' })
    expect([all.status, all.text.includes('accept instead')]).toEqual([422, true])
    await third.post(path, { keep: company, serviceId: world.services.first })
    expect((await caseOf(id)).referral.assignments.at(-1)).toMatchObject({
      serviceId: world.services.first,
      via: 'split',
    })
  })
})

describe('RES-12: a question', () => {
  test('stands on the referrer’s page until it is answered there', async () => {
    const { id } = await world.send()
    await does('first', id, 'first', 'ask', { note: 'Is there a lift?' })
    const referrer = await as('referrer')
    expect((await referrer.get('/')).text).toContain('A question is waiting for your answer')
    expect((await referrer.get(page(id))).text).toContain('Is there a lift?')
    expect((await referrer.post(await pathOf(id, 'first', 'answer'), { note: 'Yes, two' })).status).toBe(303)
    expect((await (await as('first')).get(page(id))).text).toContain('Yes, two')
  })
})

describe('RES-6, RES-7: a case', () => {
  test('takes an outcome on the way, and closes with one for each need', async () => {
    const { id } = await world.send()
    await does('first', id, 'first', 'accept')
    const [food, debt] = [await needOf(id, 'Food'), await needOf(id, 'Debt')]
    await does('first', id, 'first', 'assignOutcome', {
      [`outcomes.${food}`]: await outcomeOf(true),
      [`outcomes.${debt}`]: '',
      note: '',
    })
    const short = await does('first', id, 'first', 'close', {
      [`outcomes.${food}`]: '',
      [`outcomes.${debt}`]: '',
      note: 'Enough',
    })
    expect(short.status).toBe(422)
    expect(short.text).toContain(`href="#outcomes.${debt}"`)

    await does('first', id, 'first', 'close', { [`outcomes.${debt}`]: await outcomeOf(false), note: 'No answer' })
    const { status, referral } = await caseOf(id)
    expect([status, ...referral.needs.map(need => need.status).sort()]).toEqual(['closed', 'ended', 'met'])
  })

  test('is referred on, handed back, placed by the coordinator, and closed as unmet', async () => {
    const { id } = await world.send({ needs: ['debt'] })
    await does('first', id, 'first', 'accept')
    expect(
      (await does('first', id, 'first', 'referOn', { serviceId: world.services.second, note: 'Over to you' })).status,
    ).toBe(303)
    await does('second', id, 'second', 'accept')
    expect((await does('second', id, 'second', 'handBack', { note: '' })).status).toBe(422)
    await does('second', id, 'second', 'handBack', { note: 'For the council' })
    expect((await caseOf(id)).status).toBe('needs_placing')

    const coordinator = await as('coordinator')
    expect((await coordinator.get(page(id))).text).toContain('Place…')
    const declined = await coordinator.post(`${page(id)}/needs/place`, {
      needs: await needOf(id, 'Debt'),
      serviceId: world.services.second,
    })
    expect([declined.status, declined.text.includes('already said that it cannot help')]).toEqual([422, true])
    await coordinator.post(`${page(id)}/needs/closeAsUnmet`, {
      needs: await needOf(id, 'Debt'),
      reasonId: await termOf('unmet_reason'),
    })
    expect((await caseOf(id)).status).toBe('unmet')
    await coordinator.post(`${page(id)}/needs/reopen`, { needs: await needOf(id, 'Debt') })
    expect((await caseOf(id)).status).toBe('needs_placing')
  })

  test('can be undone within a day, and downloaded without private notes', async () => {
    const { id } = await world.send()
    await does('first', id, 'first', 'accept')
    const first = await as('first')
    await first.fill(page(id))
    await first.post(`${page(id)}/notes`, { kind: 'private', body: 'My own reminder' })
    await first.post(`${page(id)}/notes`, { kind: 'regular', body: '=HYPERLINK("x")' })
    const { text, headers } = await first.get(`${page(id)}/csv`)
    expect(headers.get('content-type')).toContain('text/csv')
    expect(text).toContain('Morag Penhaligon')
    expect(text).not.toContain('My own reminder')
    await first.post(await pathOf(id, 'first', 'undo'))
    expect((await caseOf(id)).status).toBe('open')
  })
})

describe('RES-15: two answers at once', () => {
  test('one wins and the other is told what happened, by whom, with what was typed kept', async () => {
    const { id } = await world.send()
    const path = await pathOf(id, 'first', 'reject')
    const late = await as('firstPrimary')
    await late.get(path)
    await does('first', id, 'first', 'accept')
    const told = await late.post(path, { reasonId: await termOf('decline_reason'), note: 'We have no room' })
    expect(told.status).toBe(409)
    for (const said of [
      'Somebody has already dealt with this',
      'The first, The first organisation',
      'Accepted',
      'We have no room',
    ])
      expect(told.text).toContain(said)
  })

  test('accept and withdraw at once: one wins, the other gets a page that says so', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await world.send()
      const [first, referrer] = [await as('first'), await as('referrer')]
      await Promise.all([first.get(page(id)), referrer.get(`${page(id)}/needs/withdraw`)])
      const seen = /name="seen" value="([^"]*)"/.exec((await referrer.get(`${page(id)}/needs/withdraw`)).text)?.[1]
      const reasonId = await termOf('withdraw_reason')
      const path = await pathOf(id, 'first', 'accept')
      const answers = await Promise.all([
        first.post(path),
        referrer.post(`${page(id)}/needs/withdraw`, { reasonId, ...(seen && { seen }) }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    }
  })
})

describe('RES-8: withdrawing', () => {
  test('the referrer withdraws with a reason, accepted needs too; others are not offered it', async () => {
    const { id } = await world.send()
    await does('first', id, 'first', 'accept')
    expect((await (await as('first')).get(page(id))).text).not.toContain('Withdraw…')
    const referrer = await as('referrer')
    const answer = await referrer.fill(`${page(id)}/needs/withdraw`, {
      reasonId: await termOf('withdraw_reason'),
      ...(await seenOn(referrer, `${page(id)}/needs/withdraw`)),
    })
    expect(answer.status).toBe(303)
    expect((await caseOf(id)).status).toBe('withdrawn')
  })
})

async function seenOn(browser: Browser, path: string) {
  const seen = /name="seen" value="([^"]*)"/.exec((await browser.get(path)).text)?.[1]
  return seen === undefined ? {} : { seen }
}

describe('what may not be done', () => {
  test('another organisation’s assignment, an action of no kind and a page without a right look like absence', async () => {
    const { id } = await world.send()
    const second = await as('second')
    await second.get('/')
    expect((await second.post(await pathOf(id, 'first', 'accept'))).status).toBeGreaterThanOrEqual(403)
    expect((await caseOf(id)).status).toBe('open')
    const first = await as('first')
    expect((await first.get(await pathOf(id, 'first', 'lapse'))).status).toBe(404)
    expect((await first.get(`${page(id)}/needs/accept`)).status).toBe(404)
    expect((await (await as('outsider')).get(page(id))).status).toBe(404)
    expect((await (await as('commissioner')).get(page(id))).status).toBe(404)
  })

  test('no page of a referral names the person in its title', async () => {
    const { id } = await world.send()
    const { text } = await (await as('first')).get(page(id))
    expect(/<title>([^<]*)/.exec(text)?.[1]).not.toMatch(/Morag|Penhaligon/)
  })
})
