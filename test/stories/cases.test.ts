/** A case after it is accepted: its outcomes, passing it on, closing and withdrawing, through the pages, on real SQL. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '#test/browser-like.ts'
import { type Cases, openCases, page } from '#test/cases.ts'
import type { World } from '#test/network.ts'

let cases: Cases
let world: World
beforeAll(async () => {
  cases = await openCases()
  world = cases.world
})
afterAll(() => cases.app.stop())

describe('RES-6, RES-7: a case', () => {
  test('takes an outcome on the way, and closes with one for each need', async () => {
    const { id } = await world.send()
    await cases.does('first', id, 'first', 'accept')
    const [food, debt] = [await cases.needOf(id, 'Food'), await cases.needOf(id, 'Debt')]
    await cases.does('first', id, 'first', 'assignOutcome', {
      [`outcomes.${food}`]: await cases.outcomeOf(true),
      [`outcomes.${debt}`]: '',
      note: '',
    })
    const short = await cases.does('first', id, 'first', 'close', {
      [`outcomes.${food}`]: '',
      [`outcomes.${debt}`]: '',
      note: 'Enough',
    })
    expect(short.status).toBe(422)
    expect(short.text).toContain(`href="#outcomes.${debt}"`)

    await cases.does('first', id, 'first', 'close', {
      [`outcomes.${debt}`]: await cases.outcomeOf(false),
      note: 'No answer',
    })
    const { status, referral } = await cases.caseOf(id)
    expect([status, ...referral.needs.map(need => need.status).sort()]).toEqual(['closed', 'ended', 'met'])
  })

  test('RES-6, NET-1: the network sets whether closing needs an outcome and a note; without one it is refused at the field', async () => {
    const settings = '/system/referring'
    const coordinator = await cases.as('coordinator')
    const rules = {
      startFromOrganisation: 'return',
      shortlistPerNeed: '3',
      outsideArea: 'warn',
      consentScope: 'network',
    }
    const before = await coordinator.get(settings)
    expect(before.text).toMatch(/name="outcomeRequired"[^>]* checked/)
    expect(before.text).not.toMatch(/name="closingNoteRequired"[^>]* checked/)
    const keep = async (boxes: Record<string, string>) => {
      const seen = /name="seen" value="([^"]*)"/.exec((await coordinator.get(settings)).text)?.[1] ?? ''
      expect((await coordinator.fill(settings, { ...rules, ...boxes, seen })).status).toBe(303)
    }
    await keep({ closingNoteRequired: 'yes' })
    expect((await coordinator.get(settings)).text).toMatch(/name="closingNoteRequired"[^>]* checked/)
    const { codes } = await cases.app.database.owner
      .selectFrom('event')
      .select('codes')
      .where('action', '=', 'keepReferring')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(codes).toMatchObject({ rules: { outcomeRequired: false, closingNoteRequired: true } })

    const { id } = await world.send({ needs: ['debt'] })
    await cases.does('first', id, 'first', 'accept')
    const none = { [`outcomes.${await cases.needOf(id, 'Debt')}`]: '' }
    const wordless = await cases.does('first', id, 'first', 'close', { ...none, note: '' })
    expect(wordless.status).toBe(422)
    expect(wordless.text).toContain('href="#note"')
    expect(wordless.text).not.toContain('href="#outcomes.')
    await cases.does('first', id, 'first', 'close', { ...none, note: 'She moved away' })
    expect((await cases.caseOf(id)).status).toBe('closed')
    await keep({ outcomeRequired: 'yes' })
  })

  test('is referred on, handed back, placed by the coordinator, and closed as unmet', async () => {
    const { id } = await world.send({ needs: ['debt'] })
    await cases.does('first', id, 'first', 'accept')
    expect(
      (await cases.does('first', id, 'first', 'referOn', { serviceId: world.services.second, note: 'Over to you' }))
        .status,
    ).toBe(303)
    await cases.does('second', id, 'second', 'accept')
    expect((await cases.does('second', id, 'second', 'handBack', { note: '' })).status).toBe(422)
    await cases.does('second', id, 'second', 'handBack', { note: 'For the council' })
    expect((await cases.caseOf(id)).status).toBe('needs_placing')

    const coordinator = await cases.as('coordinator')
    expect((await coordinator.get(page(id))).text).toContain('Place…')
    const declined = await coordinator.post(`${page(id)}/needs/place`, {
      needs: await cases.needOf(id, 'Debt'),
      serviceId: world.services.second,
    })
    expect([declined.status, declined.text.includes('already said that it cannot help')]).toEqual([422, true])
    await coordinator.post(`${page(id)}/needs/closeAsUnmet`, {
      needs: await cases.needOf(id, 'Debt'),
      reasonId: await cases.termOf('unmet_reason'),
    })
    expect((await cases.caseOf(id)).status).toBe('unmet')
    await coordinator.post(`${page(id)}/needs/reopen`, { needs: await cases.needOf(id, 'Debt') })
    expect((await cases.caseOf(id)).status).toBe('needs_placing')
  })

  test('can be undone within a day, and downloaded without private notes', async () => {
    const { id } = await world.send()
    await cases.does('first', id, 'first', 'accept')
    const first = await cases.as('first')
    await first.fill(page(id))
    await first.post(`${page(id)}/notes`, { kind: 'private', body: 'My own reminder' })
    await first.post(`${page(id)}/notes`, { kind: 'regular', body: '=HYPERLINK("x")' })
    const { text, headers } = await first.get(`${page(id)}/csv`)
    expect(headers.get('content-type')).toContain('text/csv')
    expect(text).toContain('Morag Penhaligon')
    expect(text).not.toContain('My own reminder')
    await first.post(await cases.pathOf(id, 'first', 'undo'))
    expect((await cases.caseOf(id)).status).toBe('open')
  })
})

describe('RES-8: withdrawing', () => {
  test('the referrer withdraws with a reason, accepted needs too; others are not offered it', async () => {
    const { id } = await world.send()
    await cases.does('first', id, 'first', 'accept')
    expect((await (await cases.as('first')).get(page(id))).text).not.toContain('Withdraw…')
    const referrer = await cases.as('referrer')
    const answer = await referrer.fill(`${page(id)}/needs/withdraw`, {
      reasonId: await cases.termOf('withdraw_reason'),
      ...(await seenOn(referrer, `${page(id)}/needs/withdraw`)),
    })
    expect(answer.status).toBe(303)
    expect((await cases.caseOf(id)).status).toBe('withdrawn')
  })
})

async function seenOn(browser: Browser, path: string) {
  const seen = /name="seen" value="([^"]*)"/.exec((await browser.get(path)).text)?.[1]
  return seen === undefined ? {} : { seen }
}
