/** RES-14, SECURITY: who has left the shortlist has left at once: with the page still open, with a token, for files, CSV, export and notes. */
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnReferral } from '#src/actions/act-on-referral.ts'
import { addFileToReferral } from '#src/actions/files/add-file.ts'
import { openCabinet } from '#src/files/cabinet.ts'
import { type Client, clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type World } from '#test/network.ts'
import { answersTo, bringTo, type Lists, listsOf, type Standing } from '#test/states.ts'

let app: App
let world: World
let lists: Lists
let open: Browser
let client: Client
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  lists = await listsOf(world)
  open = await app.as(world.users.first)
  client = await clientFor(app, world.users.firstPrimary)
})
afterAll(() => app?.stop())

const content = 'A letter about Marmalade.'
const secrets = /Penhaligon|Lantern Row|Lost her work|Marmalade|letter\.txt|1984/

type Leaving = (standing: Standing) => Promise<unknown>
const ways: Record<string, Leaving> = {
  'it said no': ({ id }) =>
    world.act('firstPrimary', 'reject', { id, service: 'first' }, { reasonId: lists.decline, note: '' }),
  'the clock passed it on': ({ id: referralId, assignment: assignmentId }) =>
    actOnReferral(world.ctx, { referralId, assignmentId, action: 'lapse' }, {}),
  'the coordinator reassigned it': ({ id }) =>
    world.act('coordinator', 'reassign', { id, service: 'first' }, { serviceId: '', note: '', consentAgain: false }),
  'it is no longer needed': ({ id }) => world.act('referrer', 'standDown', { id, service: 'first' }, { note: '' }),
  'the referrer withdrew it': ({ id }) =>
    world.act('referrer', 'withdraw', { id }, { reasonId: lists.withdraw, note: '' }),
}

test.each(Object.entries(ways))('after %s nothing that was open before shows or does anything', async (_, leave) => {
  const standing = await bringTo(world, lists, 'pending')
  const path = `/referrals/${standing.id}`
  const upload = { name: 'letter.txt', content: Readable.from([Buffer.from(content)]) }
  await addFileToReferral(await world.as('referrer'), openCabinet(app.config), standing.id, upload, '')
  const { id: file } = await app.database.owner
    .selectFrom('file')
    .select('id')
    .where('referralId', '=', standing.id)
    .executeTakeFirstOrThrow()
  const act = `${path}/assignments/${standing.assignment}`
  const readable = [path, `${path}/csv`, `${path}/files/${file}`, '/referrals/download?format=csv&tab=received']
  const byToken = [path, `${path}/files/${file}`, `${path}/files`]

  expect((await open.get(path)).text).toMatch(secrets)
  expect((await open.get(`${path}/files/${file}`)).text).toBe(content)
  for (const one of byToken) expect((await client.get(one)).text, one).toMatch(secrets)

  await open.get(`${act}/accept`)
  await leave(standing)

  const answers = answersTo(world, lists, standing)
  for (const action of ['accept', 'split', 'ask', 'reject'] as const) {
    const late = await open.post(`${act}/${action}`, answers[action] as Record<string, string>)
    expect([late.status, secrets.test(late.text)], action).toEqual([409, false])
    const told = await client.post(`${act}/${action}`, answers[action])
    expect([told.status, secrets.test(told.text)], action).toEqual([409, false])
  }
  const unfinished = await open.post(`${act}/reject`, { note: 'x' })
  expect([unfinished.status, unfinished.text.includes('Somebody has already dealt with this')]).toEqual([409, true])
  for (const one of readable) expect((await open.get(one)).text, one).not.toMatch(secrets)
  for (const one of byToken) expect((await client.get(one)).text, one).not.toMatch(secrets)
  expect((await open.get(`${path}/files/${file}`)).status).toBe(404)
  expect((await client.get(`${path}/files/${file}`)).status).toBe(404)
  await open.get(path)
  const added = await open.upload(`${path}/files`, { 'more.txt': 'More.' })
  expect(added.status).toBeGreaterThanOrEqual(403)
  const found = await client.post('/referrals/search', { q: 'Penhaligon' })
  expect(found.body.referrals.map((row: { id: string }) => row.id)).not.toContain(standing.id)
  const before = (await viewsOf(standing.id)).length
  await open.get(path)
  expect(await viewsOf(standing.id), 'a row is no view of personal details').toHaveLength(before)
})

function viewsOf(referralId: string) {
  return app.database.owner.selectFrom('viewRecord').select('what').where('referralId', '=', referralId).execute()
}

test('what a service wrote and did itself stays open to it', async () => {
  const standing = await bringTo(world, lists, 'pending')
  const path = `/referrals/${standing.id}`
  await open.get(path)
  await open.post(`${path}/notes`, { kind: 'regular', body: 'We rang twice.' })
  await world.act(
    'firstPrimary',
    'reject',
    { id: standing.id, service: 'first' },
    { reasonId: lists.decline, note: 'No room.' },
  )
  const { text } = await open.get(path)
  for (const own of ['We rang twice.', 'No room.', 'Your part in it has ended']) expect(text).toContain(own)
})
