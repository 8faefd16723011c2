/** PUB-3: what one code opens: the parts of a linked submission, and a referral that is over. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { type Linked, linkedNetworks } from '#test/linked-networks.ts'
import { atOwnPage, cardFor } from '#test/own-page.ts'

let app: App
let linked: Linked
beforeAll(async () => {
  app = await startApp()
  linked = await linkedNetworks(app)
})
afterAll(() => app?.stop())

const eventsOf = (action: string) =>
  app.database.owner.selectFrom('event').select(['referralId', 'networkId']).where('action', '=', action).execute()

test('PUB-3, NET-4: of linked networks both parts, if the sender gave the code; a coordinator’s opens their own alone', async () => {
  const { id, networkId } = await linked.send()
  const other = await app.database.owner.selectFrom('network').select('name').where('id', '<>', networkId).execute()
  const shows = ({ text }: { text: string }) => other.some(({ name }) => text.includes(name))
  expect(shows((await atOwnPage(app, await cardFor(app, linked.world, id))).page)).toBe(true)
  expect(shows((await atOwnPage(app, await cardFor(app, linked.world, id, 'coordinator'))).page)).toBe(false)
})

test('PUB-3, NET-4: a part whose people were told today does not keep the other part’s from being told', async () => {
  const { id, networkId } = await linked.send()
  const told = async () => (await eventsOf('nobodyCalled')).filter(event => event.networkId !== networkId).length
  const ofOne = await atOwnPage(app, await cardFor(app, linked.world, id, 'coordinator'))
  expect((await ofOne.post('/called')).text).toContain('They have been told that you are waiting')
  expect(await told()).toBe(0)
  const ofBoth = await atOwnPage(app, await cardFor(app, linked.world, id))
  expect((await ofBoth.post('/called')).text).toContain('They have been told that you are waiting')
  expect(await told()).toBe(1)
  expect((await ofBoth.post('/called')).text).toContain('They were told already today')
})

test('PUB-3: consent taken back after the case was closed cuts access, and leaves it as it ended', async () => {
  const { world } = linked
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  const need = app.database.owner.selectFrom('need').select('id').where('referralId', '=', id)
  const outcome = app.database.owner.selectFrom('outcome').select('id').where('successful', '=', true)
  const outcomes = { [(await need.executeTakeFirstOrThrow()).id]: (await outcome.executeTakeFirstOrThrow()).id }
  await world.act('first', 'close', { id, service: 'first' }, { outcomes, note: '' })
  const { post } = await atOwnPage(app, await cardFor(app, world, id))
  expect((await post('/withdraw', { step: 'do' })).text).toContain('Nobody can open your details any more')
  expect((await (await app.as(world.users.first)).get(`/referrals/${id}`)).status).toBe(404)
  const row = app.database.owner.selectFrom('referral').select(['status', 'consentWithdrawnAt']).where('id', '=', id)
  expect(await row.executeTakeFirst()).toEqual({ status: 'closed', consentWithdrawnAt: expect.any(Date) })
})
