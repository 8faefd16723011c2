/** FORM-13 and FORM-8: what a robot may have sent is held, with its files, until a coordinator decides. */
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { discardHeld } from '#src/actions/decide-held.ts'
import { checkHeldFiles, eraseFiles } from '#src/actions/files/tend-files.ts'
import { sweepHeld } from '#src/actions/sweep-held.ts'
import { sendingLimits } from '#src/domain/entry.ts'
import { openCabinet } from '#src/files/cabinet.ts'
import { type App, startApp } from '#test/app.ts'
import { storedFiles } from '#test/attachments.ts'
import { pdf } from '#test/made-files.ts'
import { network, type World } from '#test/network.ts'
import { publicForms, referenceIn } from '#test/public-form.ts'

let app: App
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
})
afterAll(() => app.stop())

const { db, link, upTo, send, referral, filesOf, forgetLimits } = publicForms(() => ({ app, world }))
beforeEach(forgetLimits)

const kept = () => storedFiles(app).length

async function solved(path: string) {
  const { form } = await upTo('check', path)
  const challenge = form.challenge() as Parameters<typeof solveChallenge>[0]['challenge']
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) })
}

async function hold() {
  const { form } = await upTo('last', (await link()).path)
  return referenceIn((await form.attach({ 'letter.pdf': pdf }, { website: 'http://spam.example' })).text)
}

describe('robots', () => {
  test('FORM-13: without a proof few go through, the rest is held for the coordinator and never dropped', async () => {
    const { path } = await link()
    const sent = []
    for (let nth = 0; nth <= sendingLimits.unproven.address; nth++) sent.push(await send(path))
    const held = sent.at(-1)
    expect(held?.last.text).toContain('We have it')
    expect(await referral(held?.reference ?? '')).toBeUndefined()
    for (const { reference } of sent.slice(0, -1)) expect(await referral(reference)).toBeDefined()
    const rows = await db().selectFrom('heldSubmission').select(['why', 'reference']).execute()
    expect(rows).toEqual([{ why: 'address', reference: held?.reference }])
    const letters = await db()
      .selectFrom('message')
      .select('userId')
      .where('template', '=', 'submission_held')
      .execute()
    expect(letters).toEqual([{ userId: world.users.coordinator }])
    const status = await app.browser().fill('/r', { reference: held?.reference ?? '', code: held?.code ?? '' })
    expect(status.text).toContain('The coordinator is looking at it')
  })

  test('FORM-13: with the proof of work the same place has room for a contact centre; used twice it is held', async () => {
    const { path } = await link()
    for (let nth = 0; nth < sendingLimits.unproven.address; nth++) await send(path)
    const proof = await solved(path)
    const { reference } = await send(path, {}, { proof })
    expect(await referral(reference)).toBeDefined()
    const again = await send(path, {}, { proof })
    expect(again.last.text).toContain('We have it')
  })

  test('FORM-13: what fills in the field that nobody sees, or makes up a proof, is held', async () => {
    const { path } = await link()
    const tricks: [Record<string, string>, string][] = [
      [{ website: 'https://spam.example' }, 'trap'],
      [{ proof: '{"challenge":{}}' }, 'proof'],
    ]
    for (const [fields, why] of tricks) {
      const { reference } = await send(path, {}, fields)
      const row = await db().selectFrom('heldSubmission').select('why').where('reference', '=', reference).execute()
      expect(row, why).toEqual([{ why }])
    }
  })

  test('FORM-13: only the network’s coordinators see what is held; they send it on under its reference, or discard it with a reason', async () => {
    for (const role of ['first', 'referrerPrimary', 'commissioner', 'administrator'] as const)
      expect((await (await app.as(world.users[role])).get('/system/held')).status).toBe(404)
    const coordinator = await app.as(world.users.coordinator)
    const held = await db()
      .selectFrom('heldSubmission')
      .selectAll()
      .where('decision', 'is', null)
      .orderBy('at')
      .execute()
    const [first, second] = held
    const page = await coordinator.get('/system/held')
    expect(page.text).toContain('Quartermaine')
    const stranger = await app.as(world.users.second)
    await stranger.get('/')
    expect((await stranger.post(`/system/held/${first?.id}/release`)).status).toBe(404)
    await coordinator.get('/system/held')
    await coordinator.post(`/system/held/${first?.id}/release`)
    await coordinator.post(`/system/held/${first?.id}/release`)
    expect(await referral(first?.reference ?? '')).toMatchObject({ id: first?.id, status: 'open' })
    expect((await coordinator.post(`/system/held/${second?.id}/discard`)).status).toBe(422)
    await coordinator.post(`/system/held/${second?.id}/discard`, { [`reason-${second?.id}`]: 'Advertising' })
    const after = await db()
      .selectFrom('heldSubmission')
      .select(['decision', 'body'])
      .where(
        'id',
        'in',
        held.map(({ id }) => id),
      )
      .execute()
    const decided = after.filter(({ decision }) => decision !== null)
    expect(decided.map(({ decision }) => decision).sort()).toEqual(['discarded', 'released'])
    expect(decided.map(({ body }) => body)).toEqual([null, null])
  })
})

// The sweep counts what is undecided: that of the robots goes first.
describe('what is held', () => {
  beforeAll(() => db().deleteFrom('heldSubmission').execute())

  test('FORM-13: one that was discarded says so to its sender, kindly, with whom to turn to', async () => {
    const { reference, code } = await hold()
    const { id } = await db()
      .selectFrom('heldSubmission')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow()
    await discardHeld(await world.as('coordinator'), id, 'Looked like a robot')
    const page = await app.browser().fill('/r', { reference, code })
    expect(page.text).toContain('It was not sent on')
    expect(page.text).toContain('ceri@example.org')
    expect(page.text).not.toContain('Looked like a robot')
    expect(page.text).not.toContain('/r/withdraw')
  })

  test('PRIV-1: what nobody decided about goes after thirty days, with its files, and not before', async () => {
    const { reference } = await hold()
    await eraseFiles(world.ctx, openCabinet(app.config).store)
    const files = kept()
    const on = (days: number) => ({ ...world.ctx, now: () => new Date(Date.now() + days * 86_400_000) })
    expect(await sweepHeld(on(29))).toBe(0)
    expect(await sweepHeld(on(31))).toBe(1)
    await eraseFiles(on(31), openCabinet(app.config).store)
    expect(kept()).toBe(files - 1)
    const row = await db()
      .selectFrom('heldSubmission')
      .select(['decision', 'body'])
      .where('reference', '=', reference)
      .executeTakeFirst()
    expect(row).toEqual({ decision: 'discarded', body: null })
    const page = await (await app.as(world.users.coordinator)).get('/system/held')
    expect(page.text).toContain('Deleted undecided')
    expect(page.text).toContain('within 30 days')
  })
})

describe('files', () => {
  test('FORM-8: what is held keeps its files, is not swept, and gives them to what it becomes; discarded, they go', async () => {
    const [{ reference: released }, { reference: discarded }] = [await hold(), await hold()]
    const before = kept()
    const ctx = { ...world.ctx, now: () => new Date(Date.now() + 3 * 86_400_000) }
    const cabinet = openCabinet(app.config)
    await checkHeldFiles(ctx, cabinet)
    await eraseFiles(ctx, cabinet.store)
    expect(kept()).toBe(before)
    const coordinator = await app.as(world.users.coordinator)
    const page = await coordinator.get('/system/held')
    expect(page.text).toContain('letter.pdf')
    const idOf = async (reference: string) =>
      (
        await db()
          .selectFrom('heldSubmission')
          .select('id')
          .where('reference', '=', reference)
          .executeTakeFirstOrThrow()
      ).id
    await coordinator.post(`/system/held/${await idOf(released)}/release`)
    const gone = await idOf(discarded)
    await coordinator.get('/system/held')
    await coordinator.post(`/system/held/${gone}/discard`, { [`reason-${gone}`]: 'Spam' })
    await eraseFiles(ctx, cabinet.store)
    expect(await filesOf(released)).toMatchObject([{ name: 'letter.pdf' }])
    expect(kept()).toBe(before - 1)
  })
})
