/** What was sent without an account: its files (FORM-8), its networks (NET-4), and its reference and code (FORM-13). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { storedFiles } from '#test/attachments.ts'
import { html, pdf, photo } from '#test/made-files.ts'
import { network, type World } from '#test/network.ts'
import { publicForms, referenceIn } from '#test/public-form.ts'
import { type Second, secondNetwork } from '#test/second-network.ts'

let app: App
let world: World
let second: Second
let path: string
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  second = await secondNetwork(world)
  await second.connect()
  path = (await link()).path
})
afterAll(() => app.stop())

const { db, link, answers, upTo, send, referral, filesOf, forgetLimits } = publicForms(() => ({ app, world }))
beforeEach(forgetLimits)

const kept = () => storedFiles(app).length

describe('files', () => {
  test('FORM-8: chosen on the last page, after consent, and sent with the rest; those asked open them', async () => {
    const before = kept()
    const { form, page } = await upTo('last', path)
    expect(page.text).toContain('enctype="multipart/form-data"')
    const sent = await form.attach({ 'letter.pdf': pdf, 'cupboard.jpg': await photo() })
    const { reference } = referenceIn(sent.text)
    expect(sent.text).toContain('It has been sent')
    const files = await filesOf(reference)
    expect(files).toMatchObject([
      { name: 'cupboard.jpg', type: 'image/jpeg', state: 'ready', addedByUserId: null },
      { name: 'letter.pdf', type: 'application/pdf', state: 'ready', addedByUserId: null },
    ])
    expect(kept()).toBe(before + 2)
    const { id } = await db()
      .selectFrom('referral')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow()
    const coordinator = await app.as(world.users.coordinator)
    expect((await coordinator.get(`/referrals/${id}`)).text).toContain('letter.pdf')
  })

  test('FORM-8: one that is refused keeps everything typed, says why at the field, and leaves none of the others behind', async () => {
    const before = kept()
    const { form } = await upTo('last', path)
    const at = form.at()
    const page = await form.attach({ 'letter.pdf': pdf, 'photo.jpg': html })
    expect(page.status).toBe(422)
    expect(page.text).toMatch(/<title>Error: /)
    expect(page.text).toContain('photo.jpg must be a PDF')
    expect(page.text).toContain('Choose the files again')
    expect(form.at()).toBe(at)
    expect(kept()).toBe(before)
    const sent = await form.attach({ 'letter.pdf': pdf })
    expect(await filesOf(referenceIn(sent.text).reference)).toHaveLength(1)
  })

  test('FORM-14: sent again it is the same referral, with its files once', async () => {
    const before = kept()
    const { form } = await upTo('last', path)
    const [state, at] = [form.state(), form.at()]
    const first = referenceIn((await form.attach({ 'letter.pdf': pdf })).text)
    expect(referenceIn((await form.attach({ 'letter.pdf': pdf }, { state, at })).text)).toEqual(first)
    expect(await filesOf(first.reference)).toHaveLength(1)
    expect(kept()).toBe(before + 1)
  })
})

describe('reference and code', () => {
  test('FORM-13: with both one sees where it stands, nothing of the person, and withdraws it', async () => {
    const { reference, code } = await send(path)
    const browser = app.browser()
    const page = await browser.fill('/r', {
      reference: reference.toLowerCase().replace('-', ' '),
      code: code.replace(' ', ''),
    })
    expect(page.text).toContain('A service has been asked')
    expect(page.text).not.toMatch(/Quartermaine|Wilhelmina|Food|L4/)
    const key = /name="key" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const reason = await db()
      .selectFrom('term')
      .select('id')
      .where('list', '=', 'withdraw_reason')
      .executeTakeFirstOrThrow()
    expect((await browser.post('/r/withdraw', { key })).status).toBe(422)
    expect((await browser.post('/r/withdraw', { key, reasonId: reason.id })).text).toContain('It has been withdrawn')
    expect(await referral(reference)).toMatchObject({ status: 'withdrawn' })
    expect(browser.cookies.size).toBe(0)
  })

  test('SECURITY: ten wrong codes and the reference is shut for a while, also for the right one', async () => {
    const { reference, code } = await send(path)
    const browser = app.browser()
    await browser.get('/r')
    for (let nth = 0; nth < 10; nth++)
      expect((await browser.post('/r', { reference, code: `0000 00${nth}0` })).status).toBe(422)
    expect((await browser.post('/r', { reference, code })).status).toBe(429)
    await forgetLimits()
    expect((await browser.post('/r', { reference, code })).status).toBe(200)
  })

  test('RES-12: a question reaches who referred by email, and its link takes one answer', async () => {
    const { reference } = await send(path, { needs: { needs: [world.categories.food] } })
    const { id = '' } = (await referral(reference)) ?? {}
    const asked = await db()
      .selectFrom('assignment')
      .innerJoin('service', 'service.id', 'assignment.serviceId')
      .select('service.organisationId')
      .where('referralId', '=', id)
      .executeTakeFirstOrThrow()
    const of =
      asked.organisationId === world.organisations.first
        ? (['first', 'first'] as const)
        : (['third', 'thirdToo'] as const)
    await world.act(of[0], 'ask', { id, service: of[1] }, { note: 'Is there a lift?' })
    const message = await db()
      .selectFrom('message')
      .select(['id', 'recipient', 'codes'])
      .where('referralId', '=', id)
      .where('template', '=', 'question')
      .executeTakeFirstOrThrow()
    expect(message).toMatchObject({ recipient: `source:${id}`, codes: { reference } })
    const { linkToken } = await import('#src/actions/link-token.ts')
    const address = `/r/question/${message.id}?token=${linkToken(app.config.secret, 'question', message.id)}`
    const browser = app.browser()
    expect((await browser.get(`/r/question/${message.id}?token=wrong`)).status).toBe(404)
    await browser.get(address)
    expect((await browser.get(address)).text).toContain('Is there a lift?')
    expect((await browser.post(address, { note: '' })).status).toBe(422)
    expect((await browser.post(address, { note: 'Yes, to every floor.' })).text).toContain('Your answer has been sent')
    expect((await browser.get(address)).text).toContain('not open any more')
  })
})

describe('connected networks', () => {
  test('NET-4: a link offers the needs of both, shows both wordings, and makes a linked referral in each', async () => {
    const { form } = await upTo('last', path, {
      needs: { needs: [world.categories.food, second.categories.legal] },
      consent: {
        ...{ given: 'on', how: 'spoken', wordingId: world.wordingId },
        [`wording.${second.networkId}`]: second.wordingId,
      },
    })
    expect((await form.post({}, 'back')).text).toContain('In Deeside Advice')
    await form.post()
    const sent = await form.attach({ 'letter.pdf': pdf })
    const tickets = [...sent.text.matchAll(/<dd class="reference">([^<]+)<\/dd>/g)].map(([, text]) => text ?? '')
    expect(tickets).toHaveLength(4)
    const of = (reference = '') =>
      db()
        .selectFrom('referral')
        .select(['networkId', 'throughNetworkId', 'origin', 'submissionId'])
        .where('reference', '=', reference)
        .executeTakeFirstOrThrow()
    const rows = [await of(tickets[0]), await of(tickets[2])]
    expect(rows).toMatchObject([
      { networkId: world.networkId, throughNetworkId: null, origin: 'link' },
      { networkId: second.networkId, throughNetworkId: world.networkId, origin: 'link' },
    ])
    expect(new Set(rows.map(({ submissionId }) => submissionId)).size).toBe(1)
    for (const reference of [tickets[0] ?? '', tickets[2] ?? '']) expect(await filesOf(reference)).toHaveLength(1)
    const own = app.browser()
    expect((await own.fill('/r', { reference: tickets[2] ?? '', code: tickets[3] ?? '' })).text).toContain(
      'Deeside Advice',
    )
  })

  test('NET-4: with needs of the other alone, it becomes a referral there alone, sent again the same', async () => {
    const { form } = await upTo('last', path, {
      needs: { needs: [second.categories.shelter] },
      consent: {
        ...{ given: 'on', how: 'spoken', wordingId: world.wordingId },
        [`wording.${second.networkId}`]: second.wordingId,
      },
    })
    const [state, at] = [form.state(), form.at()]
    const { reference, code } = referenceIn((await form.post()).text)
    expect(await db().selectFrom('referral').select('networkId').where('reference', '=', reference).execute()).toEqual([
      { networkId: second.networkId },
    ])
    expect(referenceIn((await form.post({ state, at })).text)).toEqual({ reference, code })
  })

  test('NET-4: a wording of the other that the page did not show leads back to consent', async () => {
    const { form, page } = await upTo('consent', path, {
      needs: { needs: [world.categories.food, second.categories.legal] },
    })
    expect(page.text).toContain('And for Deeside Advice')
    const again = await form.post(answers().consent)
    expect(form.at()).toBe('consent')
    expect(again.text).toContain('Read it again')
  })

  test('FORM-11: refused, each network counts its own needs', async () => {
    const { form } = await upTo('consent', path, {
      needs: { needs: [world.categories.food, second.categories.legal] },
    })
    await form.post({}, 'refuse')
    const rows = await db().selectFrom('consentRefusal').select(['networkId', 'categoryId']).execute()
    expect(rows).toHaveLength(2)
    expect(rows).toEqual(
      expect.arrayContaining([
        { networkId: world.networkId, categoryId: world.categories.food },
        { networkId: second.networkId, categoryId: second.categories.legal },
      ]),
    )
  })
})

test('FORM-3: the referral says that who sent it by a link is not verified', async () => {
  const { form } = await upTo('last', path)
  const { reference } = referenceIn((await form.post()).text)
  const { id } = await db()
    .selectFrom('referral')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow()
  const page = await (await app.as(world.users.coordinator)).get(`/referrals/${id}`)
  expect(page.text).toContain('Tamsin Okafor, Council')
  expect(page.text).toContain('Not verified')
})

test('RES-16: ticked on a link, the referral is restricted, and the page of checking says so', async () => {
  const { form } = await upTo('last', path, { needs: { needs: [world.categories.food], restricted: 'on' } })
  const { reference } = referenceIn((await form.post()).text)
  const row = await db()
    .selectFrom('referral')
    .select('restricted')
    .where('reference', '=', reference)
    .executeTakeFirst()
  expect(row).toEqual({ restricted: true })
})
