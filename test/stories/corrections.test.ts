/** Asking the referrer (RES-12), putting things right afterwards (RES-8), outcomes late (RES-7): each by its page, with who is told. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runClock } from '#src/actions/run-clock.ts'
import { loadCase } from '#src/db/referrals/load.ts'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type Role, type ServiceKey, type World } from '#test/network.ts'
import { bringTo, type Lists, listsOf, type State } from '#test/states.ts'

let app: App
let world: World
let lists: Lists
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  lists = await listsOf(world)
})
afterAll(() => app?.stop())

const monday = new Date('2026-06-01T09:00:00Z')
const hour = 60 * 60 * 1000
const after = (hours: number) => new Date(monday.getTime() + hours * hour)
const at = (moment: Date) => {
  app.clock.now = () => moment
}
const realTime = () => {
  app.clock.now = () => new Date()
}
const page = async (role: Role, path: string) => (await (await app.as(world.users[role])).get(path)).text
const path = (id: string) => `/referrals/${id}`

async function assignmentOf(id: string, service: ServiceKey = 'first') {
  const { referral } = await loadCase(app.database.owner, id)
  return referral.assignments.findLast(({ serviceId }) => serviceId === world.services[service])?.id ?? ''
}

/** The letters of the last thing done, as `template name`, in order. */
async function lettersOf(id: string, action: string): Promise<string[]> {
  const rows = await app.database.owner
    .selectFrom('message')
    .innerJoin('event', 'event.id', 'message.eventId')
    .leftJoin('user', 'user.id', 'message.userId')
    .select(['message.template', 'user.name'])
    .where('message.referralId', '=', id)
    .where('event.action', '=', action)
    .execute()
  return rows.map(({ template, name }) => `${template} ${name?.replace('The ', '') ?? 'by address'}`).sort()
}

/** Opens the page of an action, reads its consequence, and does it. */
async function does(role: Role, address: string, fields: Record<string, string | string[]>, consequence: string) {
  const browser = await app.as(world.users[role])
  const { text } = await browser.get(address)
  expect(text, address).toContain(consequence)
  const seen = /name="seen" value="([^"]*)"/.exec(text)?.[1]
  const answer = await browser.post(address, { ...fields, ...(seen && { seen }) })
  expect(answer.status, answer.text.slice(0, 1500)).toBe(303)
  return browser.get(answer.location ?? '')
}

async function standing(state: State) {
  const { id, assignment, needs } = await bringTo(world, lists, state, ['first', 'second'])
  return { id, needs, onIt: (action: string) => `${path(id)}/assignments/${assignment}/${action}`, assignment }
}

test('RES-12: a question stops the clock, is emailed without its words, is answered on a page, and the clock goes on', async () => {
  at(monday)
  const { id } = await world.send({ needs: ['food'], ask: ['first', 'thirdToo'], now: () => monday })
  const asking = `${path(id)}/assignments/${await assignmentOf(id)}/ask`
  at(after(1))
  await does('first', asking, { note: 'Is there a lift?' }, 'The clock stands still until the answer')
  expect(await lettersOf(id, 'ask')).toEqual(['question referrer'])
  expect(await page('first', path(id))).toContain('The clock stands still, until Monday 8 June at 11am at the latest')
  expect(await page('referrer', '/')).toContain('A question is waiting for your answer')

  at(after(25))
  const answering = asking.replace('/ask', '/answer')
  expect((await (await app.as(world.users.referrer)).fill(answering, { note: '' })).status).toBe(422)
  await does('referrer', answering, { note: 'Yes, two of them.' }, 'Is there a lift?')
  expect(await lettersOf(id, 'answer')).toEqual(['answered firstPrimary'])
  const shown = await page('first', path(id))
  for (const words of ['Yes, two of them.', 'Next step: a reminder, Thursday 4 June at 10am'])
    expect(shown).toContain(words)
  realTime()
})

test('RES-12: unanswered for five working days the clock goes on, the coordinator is told, and the page says so', async () => {
  at(monday)
  const { id } = await world.send({ needs: ['food'], ask: ['first', 'thirdToo'], now: () => monday })
  const client = await clientFor(app, world.users.first)
  const asked = await client.post(`${path(id)}/assignments/${await assignmentOf(id)}/ask`, { note: 'Which floor?' })
  expect(asked.status, asked.text).toBe(200)
  const run = () => runClock({ ...world.ctx, now: app.clock.now })
  at(after(7 * 24 - 1))
  await run()
  expect(await lettersOf(id, 'resume')).toEqual([])
  at(after(7 * 24))
  await Promise.all([run(), run(), run(), run()])
  expect(await lettersOf(id, 'resume')).toEqual(['unanswered coordinator'])
  expect(await page('first', path(id))).toContain('The referrer has not answered the question; the clock runs again')
  expect(await page('coordinator', path(id))).toContain('No answer to the question of')
  at(after(9 * 24))
  await run()
  expect(await lettersOf(id, 'remind')).toEqual(['remind firstPrimary'])
  const late = await clientFor(app, world.users.referrer)
  const answered = await late.post(`${path(id)}/assignments/${await assignmentOf(id)}/answer`, { note: 'The third.' })
  expect([answered.status, answered.body.changed]).toEqual([200, true])
  realTime()
})

test('RES-8: undoing by the coordinator: the service is told that it waits again, and the referrer too', async () => {
  const { id, onIt } = await standing('accepted')
  const shown = await does('coordinator', onIt('undo'), {}, 'The referral waits for an answer again')
  expect(shown.text).toContain('Undone. It waits for an answer again')
  expect(await lettersOf(id, 'undo')).toEqual(['undone referrer', 'undone_recipient firstPrimary'])
  expect(await page('first', path(id))).toContain('Accept if you can help')
})

test('RES-8: after 24 hours an acceptance is undone no more: by neither page nor API', async () => {
  const { id, onIt } = await standing('accepted')
  const tomorrow = new Date(Date.now() + 24 * hour + 60_000)
  const client = await clientFor(app, world.users.first)
  at(tomorrow)
  expect((await (await app.as(world.users.first)).get(onIt('undo'))).status).toBe(409)
  expect(await page('first', path(id))).not.toContain('/undo')
  expect((await client.post(onIt('undo'), {})).body.code).toBe('not_now')
  realTime()
})

test('RES-8: reassigning tells who had it, who has it now and the referrer', async () => {
  const { id, onIt, needs } = await standing('accepted')
  await world.act('first', 'undo', { id, service: 'first' }, {})
  await world.act(
    'first',
    'split',
    { id, service: 'first' },
    { keep: [needs[1]], serviceId: '', note: '', consentAgain: false },
  )
  await does('coordinator', onIt('reassign'), { serviceId: world.services.second, note: 'Nearer.' }, 'no longer needed')
  expect(await lettersOf(id, 'reassign')).toEqual(['reassigned firstPrimary', 'reassigned_referrer referrer'])
  expect(await lettersOf(id, 'asked')).toContain('asked second')
  expect((await loadCase(app.database.owner, id)).referral.assignments.at(-1)).toMatchObject({
    ...{ serviceId: world.services.second, via: 'placement', status: 'pending', needIds: [needs[1]] },
  })
})

test('RES-8: a closed case is reopened by need; its referrer is told', async () => {
  const { id, needs } = await standing('closed')
  await does('coordinator', `${path(id)}/needs/reopen`, { needs: [needs[0]], note: 'It came back.' }, 'unplaced again')
  expect(await lettersOf(id, 'reopen')).toEqual(['reopened referrer'])
  expect((await loadCase(app.database.owner, id)).referral.needs.map(({ status }) => status).sort()).toEqual([
    'ended',
    'unplaced',
  ])
  expect(await page('referrer', path(id))).toContain('It came back.')
})

test('RES-8: the referrer withdraws what a service has accepted; it is told, and nothing of it is open any more', async () => {
  const { id } = await standing('accepted')
  const withdrawing = { reasonId: lists.withdraw, note: 'They moved away.' }
  await does('referrer', `${path(id)}/needs/withdraw`, withdrawing, 'they are told')
  expect(await lettersOf(id, 'withdraw')).toEqual(['withdrawn firstPrimary'])
  expect(await page('coordinator', path(id))).toContain('They moved away.')
})

test('RES-7: an outcome is assigned before closing and corrected after it, both on the history', async () => {
  const { id, onIt, needs } = await standing('accepted')
  const outcome = (one: string) => ({ [`outcomes.${needs[0]}`]: one, note: '' })
  await does('first', onIt('assignOutcome'), { ...outcome(lists.bad), note: 'No reply yet.' }, 'outcome')
  const closing = { [`outcomes.${needs[0]}`]: lists.bad, [`outcomes.${needs[1]}`]: lists.good, note: 'Done.' }
  await does('first', onIt('close'), closing, 'outcome')
  await does('first', onIt('assignOutcome'), { ...outcome(lists.good), note: 'She rang back.' }, 'outcome')
  const { referral } = await loadCase(app.database.owner, id)
  expect(referral.needs.map(({ status }) => status)).toEqual(['met', 'met'])
  for (const role of ['first', 'referrer', 'coordinator'] as const) {
    const text = await page(role, path(id))
    for (const words of ['No reply yet.', 'Done.', 'She rang back.']) expect(text, role).toContain(words)
  }
})
