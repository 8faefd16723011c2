/** NET-4: what is sent with the needs of two networks is a referral in each, and each network sees its own. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actOnReferral } from '#src/actions/act-on-referral.ts'
import { addNote } from '#src/actions/add-note.ts'
import type { ActingContext } from '#src/actions/context.ts'
import { sendReferral } from '#src/actions/send-referral.ts'
import { listReferrals } from '#src/db/referrals/list.ts'
import { loadCase } from '#src/db/referrals/load.ts'
import type { Tab } from '#src/domain/listing.ts'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { type Linked, linkedNetworks, view } from '#test/linked-networks.ts'
import { filledIn, type Role, type World } from '#test/network.ts'
import type { Second } from '#test/second-network.ts'

let app: App
let linked: Linked
let world: World
let second: Second

beforeAll(async () => {
  app = await startApp()
  linked = await linkedNetworks(app)
  world = linked.world
  second = linked.second
})
afterAll(() => app?.stop())

const find = (id: string) =>
  app.database.owner.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const sees = async ({ db, actor }: ActingContext, tab: Tab = 'all') =>
  (await listReferrals(db, actor, { tab }, null, 200)).rows.map(({ id }) => id)

describe('NET-4: one submission, a referral in each network', () => {
  test('in one transaction, with one submission id, each with its own needs, consent, reference and services asked', async () => {
    const { id, connected, reference } = await linked.send()
    const [other] = connected
    const [here, there] = [await find(id), await find(other?.id ?? '')]
    expect([here.networkId, there.networkId]).toEqual([world.networkId, second.networkId])
    expect(there.submissionId).toBe(here.submissionId)
    expect([here.throughNetworkId, there.throughNetworkId]).toEqual([null, world.networkId])
    expect(there.reference).not.toBe(reference)
    const needs = await app.database.owner
      .selectFrom('need')
      .select(['referralId', 'label'])
      .where('referralId', 'in', [here.id, there.id])
      .execute()
    expect(new Map(needs.map(need => [need.referralId, need.label]))).toEqual(
      new Map([
        [here.id, 'Food'],
        [there.id, 'Legal advice'],
      ]),
    )
    const { referral } = await loadCase(app.database.owner, there.id)
    expect(referral.assignments.map(({ serviceId, status }) => [serviceId, status])).toEqual([
      [second.serviceId, 'pending'],
    ])
    const consents = await app.database.owner
      .selectFrom('consent')
      .select(['referralId', 'wordingId'])
      .where('referralId', 'in', [here.id, there.id])
      .execute()
    expect(new Map(consents.map(one => [one.referralId, one.wordingId]))).toEqual(
      new Map([
        [here.id, world.wordingId],
        [there.id, second.wordingId],
      ]),
    )
  })

  test('sending twice, at once or later, makes one in each', async () => {
    const submissionId = randomUUID()
    const [one, two] = await Promise.all([linked.send('referrer', submissionId), linked.send('referrer', submissionId)])
    expect(two.id).toBe(one.id)
    expect(two.connected).toEqual(one.connected)
    const rows = await app.database.owner
      .selectFrom('referral')
      .select('id')
      .where('submissionId', '=', submissionId)
      .execute()
    expect(rows).toHaveLength(2)
  })

  test('nothing is sent anywhere without the wording of both', async () => {
    const submission = filledIn(world, ['food'])
    const needs = [...submission.needs, second.categories.legal]
    const submissionId = randomUUID()
    const sending = { consent: { given: true, wordingId: world.wordingId, how: 'spoken' } } as const
    const order = {
      networkId: world.networkId,
      submissionId,
      submission: { ...submission, needs },
      sending,
      origin: 'member' as const,
    }
    const attempt = sendReferral(await world.as('referrer'), order)
    await expect(attempt).rejects.toMatchObject({ errors: [{ field: 'consent.wordingId', code: 'wording_changed' }] })
    const rows = await app.database.owner
      .selectFrom('referral')
      .select('id')
      .where('submissionId', '=', submissionId)
      .execute()
    expect(rows).toEqual([])
  })
})

describe('NET-4: each network sees its own', () => {
  test('neither coordinator, nor who was asked in one, finds the other’s; the referrer finds both and reads both', async () => {
    const { id, connected } = await linked.send()
    const there = connected[0]?.id ?? ''
    const both: [string, ActingContext, boolean, boolean][] = [
      ['coordinator here', await world.as('coordinator'), true, false],
      ['asked here', await world.as('first'), true, false],
      ['coordinator there', await second.as('coordinator'), false, true],
      ['asked there', await second.as('adviser'), false, true],
      ['referrer', await world.as('referrer'), true, true],
    ]
    for (const [who, ctx, seesHere, seesThere] of both) {
      const ids = await sees(ctx)
      expect([ids.includes(id), ids.includes(there)], who).toEqual([seesHere, seesThere])
      if (!seesHere) await expect(view(ctx, id), who).rejects.toMatchObject({ code: 'not_found' })
      if (!seesThere) await expect(view(ctx, there), who).rejects.toMatchObject({ code: 'not_found' })
    }
    const referrer = await world.as('referrer')
    expect(await sees(referrer, 'sent')).toEqual(expect.arrayContaining([id, there]))
    expect((await view(referrer, there)).content?.person.lastName).toBe('Penhaligon')
  })

  test('the tie is shown to the referrer and to an organisation in both, and to nobody else', async () => {
    const { id, connected, reference } = await linked.send()
    const [other] = connected
    const tiedTo = async (ctx: ActingContext, of: string) => (await view(ctx, of)).tied.map(one => one.reference)
    expect(await tiedTo(await world.as('referrer'), id)).toEqual([other?.reference])
    expect(await tiedTo(await world.as('referrer'), other?.id ?? '')).toEqual([reference])
    expect(await tiedTo(await world.as('first'), id)).toEqual([])
    expect(await tiedTo(await world.as('coordinator'), id)).toEqual([])
    expect(await tiedTo(await second.as('adviser'), other?.id ?? '')).toEqual([])
    // The third belongs to both networks, and is now asked here.
    await actOnReferral(
      await world.as('first'),
      { referralId: id, assignmentId: await pendingOf(id), action: 'reject' },
      { reasonId: await declineReason(), note: '' },
    )
    const needs = (await loadCase(app.database.owner, id)).referral.needs.map(need => need.id)
    await actOnReferral(
      await world.as('coordinator'),
      { referralId: id, action: 'place' },
      { needs, serviceId: world.services.thirdToo, note: '', consentAgain: false },
    )
    expect(await tiedTo(await world.as('third'), id)).toEqual([other?.reference])
  })

  test('the referrer writes, and may withdraw, in a network that they are no member of', async () => {
    const { connected } = await linked.send()
    const there = connected[0]?.id ?? ''
    const referrer = await world.as('referrer')
    await addNote(referrer, there, { body: 'She has moved in with her sister.', kind: 'regular' })
    expect((await view(await second.as('adviser'), there)).notes.map(({ body }) => body)).toContain(
      'She has moved in with her sister.',
    )
    expect((await view(referrer, there)).actions).toContain('withdraw')
    await actOnReferral(
      await second.as('adviser'),
      { referralId: there, assignmentId: await pendingOf(there), action: 'accept' },
      {},
    )
    expect((await find(there)).status).toBe('accepted')
  })
})

describe('NET-4, FORM-15: over the API', () => {
  const client = (role: Role) => clientFor(app, world.users[role])

  test('a network names those it is connected with, their needs and the wording to agree to', async () => {
    const { body } = await (await client('referrer')).get('/networks')
    const [here] = body.networks
    expect(body.networks).toHaveLength(1)
    expect(here.connected).toEqual([expect.objectContaining({ id: second.networkId, name: 'Deeside Advice' })])
    expect(here.connected[0].consent.wordingId).toBe(second.wordingId)
    expect(here.connected[0].categories).toContainEqual(
      expect.objectContaining({ id: second.categories.legal, label: 'Legal advice' }),
    )
  })

  test('a referral names what is tied to it and its possible duplicates, for those alone who may know', async () => {
    const { id, connected } = await linked.send()
    const there = connected[0]?.id ?? ''
    const { body: sent } = await (await client('referrer')).get(`/referrals/${id}`)
    expect(sent.tied).toEqual([
      expect.objectContaining({ id: there, network: 'Deeside Advice', needs: ['Legal advice'] }),
    ])
    expect(sent.duplicates.others).toBe(0)
    const { body: asked } = await (await client('first')).get(`/referrals/${id}`)
    expect(asked.tied).toEqual([])
    expect(asked.duplicates.referrals.length + asked.duplicates.others).toBeGreaterThan(0)
    expect(JSON.stringify(asked)).not.toContain(there)
    const { body: other } = await (await client('coordinator')).get(`/referrals/${id}`)
    expect(JSON.stringify(other)).not.toContain(there)
  })

  test('FORM-10: startsFrom asks its best service first, and is refused where the network has no such organisation', async () => {
    const order = {
      network: world.networkId,
      submission: { ...filledIn(world, ['debt']), needs: [world.categories.debt] },
      consent: { given: true, wordingId: world.wordingId, how: 'spoken' },
    }
    const referrer = await client('referrer')
    const { status, body } = await referrer.post(
      '/referrals',
      { ...order, startsFrom: world.organisations.second },
      keyed(),
    )
    expect(status).toBe(201)
    const { referral } = await loadCase(app.database.owner, body.id)
    expect(referral.assignments.map(({ serviceId }) => serviceId)).toEqual([world.services.second])
    expect(referral.startsFrom).toBe(world.services.second)
    const nowhere = { ...order, startsFrom: world.organisations.outsider }
    expect((await referrer.post('/referrals', nowhere, keyed())).status).toBe(422)
  })
})

const keyed = () => ({ 'idempotency-key': randomUUID() })

async function pendingOf(id: string): Promise<string> {
  const { referral } = await loadCase(app.database.owner, id)
  return referral.assignments.find(({ status }) => status === 'pending')?.id ?? ''
}

async function declineReason(): Promise<string> {
  const { id } = await app.database.owner
    .selectFrom('term')
    .select('id')
    .where('networkId', '=', world.networkId)
    .where('list', '=', 'decline_reason')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}
