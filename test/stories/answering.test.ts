/** Being asked, and answering, through the pages, on real SQL. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cases, openCases, page } from '#test/cases.ts'
import type { World } from '#test/network.ts'

let cases: Cases
let world: World
beforeAll(async () => {
  cases = await openCases()
  world = cases.world
})
afterAll(() => cases.app.stop())

describe('RES-3: the organisation asked', () => {
  test('sees all details and who is next, and accepts with one click', async () => {
    const { id } = await world.send()
    const first = await cases.as('first')
    const { text } = await first.get(page(id))
    for (const shown of ['Morag Penhaligon', '7 Lantern Row', 'Lost her work', 'Email only', 'The second organisation'])
      expect(text).toContain(shown)

    const answer = await first.post(await cases.pathOf(id, 'first', 'accept'))
    expect(answer).toMatchObject({ status: 303, location: `${page(id)}?done=accept` })
    expect((await first.get(answer.location ?? '')).text).toContain('Accepted. The referrer has been told')
    expect((await cases.caseOf(id)).status).toBe('accepted')
  })

  test('rejects with a reason of the network; without one the words are kept and the error stands at the list', async () => {
    const { id } = await world.send({ needs: ['debt'] })
    const path = await cases.pathOf(id, 'first', 'reject')
    const first = await cases.as('first')
    const refused = await first.fill(path, { note: 'We are closed next week' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('href="#reasonId"')
    expect(refused.text).toContain('We are closed next week')

    expect((await first.post(path, { reasonId: await cases.termOf('decline_reason'), note: 'Closed' })).status).toBe(
      303,
    )
    const { referral } = await cases.caseOf(id)
    expect(referral.assignments.map(({ serviceId }) => serviceId)).toEqual([
      world.services.first,
      world.services.second,
    ])
  })

  test('splits: keeps what is ticked, and the rest goes down the list', async () => {
    const { id } = await world.send()
    const debt = await cases.needOf(id, 'Debt')
    expect(
      (await cases.does('first', id, 'first', 'split', { keep: await cases.needOf(id, 'Food'), serviceId: 'none' }))
        .status,
    ).toBe(303)
    const { referral } = await cases.caseOf(id)
    expect(referral.assignments.at(-1)).toMatchObject({ serviceId: world.services.second, needIds: [debt] })
  })

  test('splits to a service looked for by name, and ticking everything is told apart from accepting', async () => {
    const { id } = await world.send({ needs: ['food', 'company'], ask: ['thirdToo', 'first'] })
    const [food, company] = [await cases.needOf(id, 'Food'), await cases.needOf(id, 'Company')]
    const path = await cases.pathOf(id, 'thirdToo', 'split')
    const third = await cases.as('third')
    const found = await third.fill(path, { keep: company, words: 'first', find: 'yes', note: 'Speaks Tigrinya' })
    expect(found.text).toContain(`value="${world.services.first}"`)
    expect(found.text).toContain('Speaks Tigrinya')

    const all = await third.post(path, { keep: [food, company], serviceId: 'none' })
    expect([all.status, all.text.includes('accept instead')]).toEqual([422, true])
    await third.post(path, { keep: company, serviceId: world.services.first })
    expect((await cases.caseOf(id)).referral.assignments.at(-1)).toMatchObject({
      serviceId: world.services.first,
      via: 'split',
    })
  })
})

describe('RES-12: a question', () => {
  test('stands on the referrer’s page until it is answered there', async () => {
    const { id } = await world.send()
    await cases.does('first', id, 'first', 'ask', { note: 'Is there a lift?' })
    const referrer = await cases.as('referrer')
    expect((await referrer.get('/')).text).toContain('A question is waiting for your answer')
    expect((await referrer.get(page(id))).text).toContain('Is there a lift?')
    expect((await referrer.post(await cases.pathOf(id, 'first', 'answer'), { note: 'Yes, two' })).status).toBe(303)
    expect((await (await cases.as('first')).get(page(id))).text).toContain('Yes, two')
  })
})

describe('RES-15: two answers at once', () => {
  test('one wins and the other is told what happened, by whom, with what was typed kept', async () => {
    const { id } = await world.send()
    const path = await cases.pathOf(id, 'first', 'reject')
    const late = await cases.as('firstPrimary')
    await late.get(path)
    await cases.does('first', id, 'first', 'accept')
    const told = await late.post(path, { reasonId: await cases.termOf('decline_reason'), note: 'We have no room' })
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
      const [first, referrer] = [await cases.as('first'), await cases.as('referrer')]
      await Promise.all([first.get(page(id)), referrer.get(`${page(id)}/needs/withdraw`)])
      const seen = /name="seen" value="([^"]*)"/.exec((await referrer.get(`${page(id)}/needs/withdraw`)).text)?.[1]
      const reasonId = await cases.termOf('withdraw_reason')
      const path = await cases.pathOf(id, 'first', 'accept')
      const answers = await Promise.all([
        first.post(path),
        referrer.post(`${page(id)}/needs/withdraw`, { reasonId, ...(seen && { seen }) }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    }
  })
})

describe('what may not be done', () => {
  test('another organisation’s assignment, an action of no kind and a page without a right look like absence', async () => {
    const { id } = await world.send()
    const second = await cases.as('second')
    await second.get('/')
    expect((await second.post(await cases.pathOf(id, 'first', 'accept'))).status).toBeGreaterThanOrEqual(403)
    expect((await cases.caseOf(id)).status).toBe('open')
    const first = await cases.as('first')
    expect((await first.get(await cases.pathOf(id, 'first', 'lapse'))).status).toBe(404)
    expect((await first.get(`${page(id)}/needs/accept`)).status).toBe(404)
    expect((await (await cases.as('outsider')).get(page(id))).status).toBe(404)
    expect((await (await cases.as('commissioner')).get(page(id))).status).toBe(404)
  })

  test('no page of a referral names the person in its title', async () => {
    const { id } = await world.send()
    const { text } = await (await cases.as('first')).get(page(id))
    expect(/<title>([^<]*)/.exec(text)?.[1]).not.toMatch(/Morag|Penhaligon/)
  })
})
