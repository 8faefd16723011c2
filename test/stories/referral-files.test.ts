/** Files of a referral (RES-10, RES-14): opened, added and removed, through pages and API. */
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseFiles } from '#src/actions/files/tend-files.ts'
import { clientFor } from '#test/api-world.ts'
import type { App } from '#test/app.ts'
import { attachments, openScanned, type Scanned } from '#test/attachments.ts'
import type { Browser } from '#test/browser-like.ts'
import * as made from '#test/made-files.ts'
import type { World } from '#test/network.ts'

let here: Scanned
let app: App
let world: World
beforeAll(async () => {
  here = await openScanned()
  ;({ app, world } = here)
})
afterAll(() => here?.stop())

const { cabinet, files, sentWithFile } = attachments(() => here)

describe('on a referral', () => {
  test('RES-10: those on it open a file as a download in a sandbox, and that they did is recorded', async () => {
    const { id, path, file } = await sentWithFile('Llythyr â’r cyngor.pdf')
    for (const role of ['referrer', 'first', 'coordinator'] as const) {
      const { status, headers, text } = await (await app.as(world.users[role])).get(path)
      expect([status, text]).toEqual([200, made.pdf.toString()])
      expect(headers.get('content-type')).toBe('application/pdf')
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename=".*pdf"; filename\*=UTF-8''Llythyr%20/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain('sandbox')
      expect(headers.get('cache-control')).toBe('no-store')
    }
    const views = await app.database.owner
      .selectFrom('viewRecord')
      .select(['userId', 'what', 'fileId'])
      .where('referralId', '=', id)
      .where('what', '=', 'file')
      .execute()
    expect(views.map(({ userId }) => userId).sort()).toEqual(
      [world.users.referrer, world.users.first, world.users.coordinator].sort(),
    )
    expect(views.every(({ fileId }) => fileId === file.id)).toBe(true)
  })

  test('RES-13: to everybody else a file is one 404, whether it is there or not, and its name is nowhere', async () => {
    const { id, path } = await sentWithFile('unmistakable.pdf')
    const { path: elsewhere } = await sentWithFile()
    for (const role of ['second', 'third', 'commissioner', 'administrator', 'outsider'] as const) {
      const browser = await app.as(world.users[role])
      const answers = [await browser.get(path), await browser.get(`${path.slice(0, -36)}${crypto.randomUUID()}`)]
      expect(
        answers.map(({ status }) => status),
        role,
      ).toEqual([404, 404])
      expect((await browser.get(`/referrals/${id}`)).text, role).not.toContain('unmistakable')
      await browser.get('/')
      expect((await browser.upload(`/referrals/${id}/files`, { 'x.pdf': made.pdf })).status, role).not.toBe(303)
      expect((await browser.post(`${path}/remove`)).status, role).toBe(404)
    }
    const mixed = `/referrals/${id}/files/${elsewhere.split('/').pop()}`
    expect((await (await app.as(world.users.referrer)).get(mixed)).status).toBe(404)
    expect(await files({ referralId: id })).toHaveLength(1)
  })

  test('RES-10, RES-11: added with a note, removed by who added it; both are in the history', async () => {
    const { id } = await sentWithFile()
    const helper = await app.as(world.users.first)
    await helper.get(`/referrals/${id}`)
    const remark = 'Page 2 is the notice.'
    const done = await helper.upload(`/referrals/${id}/files`, { 'notice.pdf': made.pdf }, { remark })
    expect(done.location).toBe(`/referrals/${id}?done=files#files`)
    const referrer = await app.as(world.users.referrer)
    const page = await referrer.get(`/referrals/${id}`)
    expect(page.text).toContain('Page 2 is the notice.')
    expect(page.text).toContain('File added: notice.pdf')

    const added = (await files({ referralId: id })).find(({ name }) => name === 'notice.pdf')
    const removing = `/referrals/${id}/files/${added?.id}/remove`
    expect((await referrer.get(removing)).status).toBe(404)
    expect((await referrer.post(removing)).status).toBe(403)
    expect((await helper.get(removing)).text).toContain('Remove this file?')
    expect((await helper.post(removing)).location).toBe(`/referrals/${id}?done=file_removed#files`)
    const after = await referrer.get(`/referrals/${id}`)
    expect(after.text).toContain('File removed: notice.pdf')
    expect((await helper.get(`/referrals/${id}/files/${added?.id}`)).status).toBe(404)
    await eraseFiles(world.ctx, cabinet().store)
    expect(await cabinet().store.read(added?.storageKey ?? '')).toBeNull()
    const events = await app.database.owner.selectFrom('event').selectAll().where('referralId', '=', id).execute()
    expect(JSON.stringify(events)).not.toContain('notice.pdf')
  })

  test('RES-10: a primary user may remove what a colleague added', async () => {
    const { path } = await sentWithFile()
    const primary = await app.as(world.users.referrerPrimary)
    expect((await primary.fill(`${path}/remove`)).status).toBe(303)
  })

  test('RES-10: without a file chosen nothing is added, and the note is kept', async () => {
    const { id } = await sentWithFile()
    const browser: Browser = await app.as(world.users.referrer)
    await browser.get(`/referrals/${id}`)
    const { status, text } = await browser.upload(`/referrals/${id}/files`, {}, { remark: 'Look at page two' })
    expect(status).toBe(422)
    expect(text).toContain('Choose a file')
    expect(text).toContain('Look at page two')
  })

  test('RES-10: once closed, files are read and not changed', async () => {
    const { id, path } = await sentWithFile()
    await world.act('referrer', 'withdraw', { id }, { reasonId: null, note: '' } as never)
    const referrer = await app.as(world.users.referrer)
    expect((await referrer.get(path)).status).toBe(200)
    await referrer.get(`/referrals/${id}`)
    expect((await referrer.upload(`/referrals/${id}/files`, { 'x.pdf': made.pdf })).status).toBe(409)
    expect((await referrer.post(`${path}/remove`)).status).toBe(403)
  })

  test('FORM-8: a document with macros is marked', async () => {
    const { id } = await sentWithFile('form.docx', made.docx(['word/vbaProject.bin']))
    expect((await (await app.as(world.users.first)).get(`/referrals/${id}`)).text).toContain('Contains macros')
  })
})

describe('through the API', () => {
  test('FORM-8: uploaded first, as bytes or as a form, then named when the referral is sent', async () => {
    const client = await clientFor(app, world.users.referrer)
    const raw = await client.post('/files?name=letter.pdf', made.pdf)
    expect([raw.status, raw.body]).toEqual([
      201,
      { id: expect.any(String), name: 'letter.pdf', type: 'application/pdf', bytes: made.pdf.length, state: 'ready' },
    ])
    const form = new FormData()
    form.set('file', new File([new Uint8Array(made.docx())], 'plan.docx'))
    form.set('remark', 'The plan.')
    const posted = await client.post('/files', form)
    expect(posted.status).toBe(201)

    const order = {
      ...{ network: world.networkId, consent: { given: true, wordingId: world.wordingId, how: 'spoken' } },
      submission: {
        person: { firstName: 'Blodwen', lastName: 'Quillfeather' },
        address: { postcode: 'L4 9ZQ' },
        ...{ needs: [world.categories.food], circumstances: 'A letter came.' },
      },
    }
    const attachments = [raw.body.id, posted.body.id]
    const stranger = await clientFor(app, world.users.first)
    const stolen = await stranger.post('/referrals', { ...order, attachments })
    expect([stolen.status, stolen.body.errors]).toEqual([
      422,
      [{ field: 'submission.attachments', code: 'attachments' }],
    ])
    const sent = await client.post('/referrals', { ...order, attachments })
    expect(sent.status).toBe(201)
    const twice = await client.post('/referrals', { ...order, attachments })
    expect(twice.status).toBe(422)

    const { body } = await client.get(`/referrals/${sent.body.id}`)
    expect(body.files).toMatchObject([
      { name: 'letter.pdf', mayRemove: true },
      { name: 'plan.docx', remark: 'The plan.' },
    ])
    const content = await client.get(`/referrals/${sent.body.id}/files/${body.files[0].id}`)
    expect([content.status, content.text]).toEqual([200, made.pdf.toString()])
    expect(content.headers.get('content-disposition')).toContain('attachment')
    expect(content.headers.get('content-security-policy')).toContain('sandbox')
  })

  test('RES-10: added to a referral, listed and removed; foreign and absent are the same', async () => {
    const { id } = await sentWithFile()
    const client = await clientFor(app, world.users.first)
    const added = await client.post(`/referrals/${id}/files?name=a.csv&remark=Numbers`, Buffer.from('a,b\n1,2\n'))
    expect([added.status, added.body?.type]).toEqual([201, 'text/csv'])
    const list = await client.get(`/referrals/${id}/files`)
    expect(list.body.files).toHaveLength(2)
    const other = await clientFor(app, world.users.third)
    const one = `/referrals/${id}/files/${added.body.id}`
    for (const [method, path] of [
      ['get', one],
      ['delete', one],
      ['get', `/referrals/${id}/files`],
    ] as const)
      expect((await other[method](path)).status, `${method} ${path}`).toBe(404)
    expect((await client.delete(one)).status).toBe(204)
    expect((await client.get(one)).status).toBe(404)
  })

  test('FORM-8: what is not taken is refused with its reason', async () => {
    const client = await clientFor(app, world.users.referrer)
    const page = await client.post('/files?name=page.pdf', Buffer.from(made.html))
    expect([page.status, page.body.errors]).toEqual([422, [{ field: 'files', code: 'file_kind' }]])
    const big = await client.post('/files?name=big.pdf', Buffer.concat([made.pdf, randomBytes(1024 * 1024)]))
    expect([big.status, big.body.errors]).toEqual([422, [{ field: 'files', code: 'file_too_large' }]])
    expect((await client.post('/files', made.pdf)).status).toBe(422)
    expect(readdirSync(join(app.config.dataDir, 'passing'))).toEqual([])
  })
})
