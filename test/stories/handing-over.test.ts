/** RES-17: handing over to a colleague, for the days that somebody is away, for good, and before they leave. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assignHandler } from '#src/actions/assign-handler.ts'
import { tendCovers } from '#src/actions/hand-over/tend-covers.ts'
import { dayOf } from '#src/domain/week.ts'
import { writeLetter } from '#src/mail/letter.ts'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type World } from '#test/network.ts'

let app: App
let world: World
let member: Browser
let primary: Browser
/** `first` is an ordinary user, `firstPrimary` their colleague who manages the organisation. */
let first = ''
let firstPrimary = ''
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  first = world.users.first
  firstPrimary = world.users.firstPrimary
  member = await app.as(first)
  primary = await app.as(firstPrimary)
})
afterAll(() => app.stop())

const page = '/preferences/hand-over'
const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000)
const day = (days: number) => dayOf(daysOn(days))

async function handledBy(user: string): Promise<{ id: string; reference: string }> {
  const sent = await world.send({ needs: ['food'], ask: ['first'] })
  await assignHandler(await world.as('first'), { tab: 'received', ids: [sent.id] }, user)
  return sent
}
async function handlerOf(referralId: string): Promise<string | null> {
  const row = app.database.owner.selectFrom('assignment').select('handlerUserId').where('referralId', '=', referralId)
  return (await row.executeTakeFirstOrThrow()).handlerUserId
}
async function letters(userId: string, template: string) {
  const rows = app.database.owner.selectFrom('message').select(['codes', 'referralId']).where('userId', '=', userId)
  return rows.where('template', '=', template).orderBy('createdAt').execute()
}
async function coverOf(user: string): Promise<string> {
  const row = app.database.owner.selectFrom('handOver').select('id').where('fromUserId', '=', user)
  return (await row.where('endedAt', 'is', null).executeTakeFirstOrThrow()).id
}

test('RES-17: who is given a referral from the list is told that there is work, without a name, a need or a reference', async () => {
  const { reference } = await handledBy(firstPrimary)
  const [letter] = await letters(firstPrimary, 'work_handed')
  expect(letter).toEqual({ codes: { count: 1 }, referralId: null })
  const message = { template: 'work_handed', codes: { count: 1 }, id: '1', token: '', refusal: '' } as const
  const { subject, text } = writeLetter(message, { sender: null, language: 'en', baseUrl: 'https://on.example' })
  expect(subject).toBe('Work has been given to you')
  expect(text).toContain('https://on.example/referrals?mine=yes')
  expect(text).not.toContain(reference)
  await handledBy(first)
  expect(await letters(first, 'work_handed')).toEqual([])
})

test('RES-17: what cannot be is told at its field, and what was typed stays', async () => {
  const wrong = await member.fill(page, { to: '', span: 'cover', from: day(-1), until: '' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Choose one of your colleagues')
  const days = await member.fill(page, { to: firstPrimary, span: 'cover', from: day(3), until: day(2) })
  expect(days.text).toContain('The last day must be the same as the first or after it')
  expect(days.text).toContain(`value="${day(3)}"`)
  const stranger = await member.fill(page, { to: world.users.outsider, span: 'good', from: '', until: '' })
  expect([stranger.status, stranger.text]).toEqual([422, expect.stringContaining('Choose one of your colleagues')])
})

test('RES-17: cover takes the open work, is told what the other is told, and gives back what is open when it ends', async () => {
  const { id, reference } = await handledBy(first)
  const shown = await member.get(page)
  expect(shown.text).toContain(reference)
  const done = await member.fill(page, { to: firstPrimary, span: 'cover', from: day(0), until: day(5) })
  expect(done.location).toBe(`${page}?done=cover`)
  expect(await handlerOf(id)).toBe(firstPrimary)
  expect((await letters(firstPrimary, 'work_handed')).at(-1)?.codes).toMatchObject({ until: day(5) })
  expect((await member.get('/preferences')).text).toContain('covers for')
  expect((await primary.get(page)).text).toContain('covers for')

  const own = await world.send({ by: 'first', needs: ['debt'], ask: ['second'] })
  await world.act('second', 'accept', { id: own.id, service: 'second' }, {})
  for (const user of [first, firstPrimary])
    expect(
      (await letters(user, 'accepted')).map(({ referralId }) => referralId),
      user,
    ).toContain(own.id)

  expect((await member.post(`/hand-overs/${await coverOf(first)}/end`)).location).toBe(`${page}?done=ended`)
  expect(await handlerOf(id)).toBe(first)
  const later = await world.send({ by: 'first', needs: ['debt'], ask: ['second'] })
  await world.act('second', 'accept', { id: later.id, service: 'second' }, {})
  expect((await letters(firstPrimary, 'accepted')).map(({ referralId }) => referralId)).not.toContain(later.id)
})

test('RES-17: cover that is planned begins and ends by itself on its days, once, whoever looks', async () => {
  const { id } = await handledBy(first)
  await member.fill(page, { to: firstPrimary, span: 'cover', from: day(2), until: day(4) })
  const at = (days: number) => ({ ...world.ctx, now: () => daysOn(days) })
  expect([await tendCovers(at(1)), await handlerOf(id)]).toEqual([0, first])
  const begun = await Promise.all([tendCovers(at(2)), tendCovers(at(2))])
  expect([begun.toSorted(), await handlerOf(id)]).toEqual([[0, 1], firstPrimary])
  expect(await tendCovers(at(4))).toBe(0)
  expect([await tendCovers(at(5)), await handlerOf(id)]).toEqual([1, first])
  expect(await tendCovers(at(5))).toBe(0)
})

test('RES-17: for good, what was begun and not sent goes too; a primary user does it for a colleague, nobody else', async () => {
  const { id } = await handledBy(first)
  const draft = new URL((await member.get('/refer')).location ?? '', app.url).pathname
  await member.post(`${draft}/save`, { network: world.networkId, 'person.firstName': 'Blodwen' })
  const { rows } = await sql<{ id: string }>`select id from membership where user_id = ${first}`.execute(
    app.database.owner,
  )
  const theirs = `/users/${rows[0]?.id}/hand-over`
  for (const role of ['second', 'outsider', 'coordinator'] as const)
    expect((await (await app.as(world.users[role])).get(theirs)).status, role).toBe(404)
  expect((await primary.get(theirs)).text).toContain('1 referral that was begun and not sent')
  const done = await primary.fill(theirs, { to: firstPrimary, span: 'good', from: '', until: '' })
  expect(done.location).toBe(`${theirs}?done=good`)
  expect(await handlerOf(id)).toBe(firstPrimary)
  expect((await primary.get(draft)).status).toBe(200)
  expect((await member.get(draft)).status).not.toBe(200)
})

test('RES-17: over the API, by a user for themselves, and ended again; a member not for a colleague', async () => {
  const { id } = await handledBy(first)
  const client = await clientFor(app, world.users.first)
  const send = (path: string, content: object) =>
    fetch(`${app.url}/api/v1${path}`, {
      ...{ method: 'POST', body: JSON.stringify(content) },
      headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
    })
  const cover = { to: firstPrimary, span: 'cover', from: day(0), until: day(1) }
  const before = await client.get('/hand-overs')
  expect(before.body).toMatchObject({ colleagues: [{ user: firstPrimary }], cover: [] })
  const arranged = await send('/hand-overs', cover)
  expect([arranged.status, await handlerOf(id)]).toEqual([200, firstPrimary])
  expect((await send('/hand-overs', cover)).status).toBe(409)
  expect((await send('/hand-overs', { ...cover, whose: firstPrimary, to: first })).status).toBe(404)
  expect((await send(`/hand-overs/${await coverOf(first)}/end`, {})).status).toBe(200)
  expect(await handlerOf(id)).toBe(first)
  expect((await send('/hand-overs', { ...cover, until: day(-3) })).status).toBe(422)
})

test('RES-17: nobody leaves before what they have is handed over; what they cover goes back', async () => {
  const own = await handledBy(firstPrimary)
  const { id } = await handledBy(first)
  const cover = { to: first, span: 'cover', from: day(0), until: day(9) }
  await primary.fill(page, cover)
  expect(await handlerOf(own.id)).toBe(first)
  const { rows } = await sql<{ id: string }>`select id from membership where user_id = ${first}`.execute(
    app.database.owner,
  )
  const ending = `/users/${rows[0]?.id}/end`
  expect((await primary.get(ending)).text).toContain('Who takes over what')
  expect((await primary.post(ending, { to: '' })).text).toContain('Choose who takes over')
  expect(await handlerOf(id)).toBe(first)
  const to = /<option value="([\da-f-]{36})"/.exec((await primary.get(ending)).text)?.[1] ?? ''
  expect((await primary.post(ending, { to })).location).toContain('done=ended')
  expect([await handlerOf(id), await handlerOf(own.id)]).toEqual([firstPrimary, firstPrimary])
  const open = app.database.owner.selectFrom('handOver').select('id').where('endedAt', 'is', null)
  expect(await open.execute()).toEqual([])
})
