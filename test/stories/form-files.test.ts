/** Files on the form (FORM-8): chosen before sending, and what a virus scanner makes of them. */
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkHeldFiles, eraseFiles } from '#src/actions/files/tend-files.ts'
import type { App } from '#test/app.ts'
import { attachments, openScanned, type Scanned, storedFiles } from '#test/attachments.ts'
import * as made from '#test/made-files.ts'
import type { Role, World } from '#test/network.ts'
import { testVirus } from '#test/virus-scanner.ts'

let here: Scanned
let app: App
let world: World
beforeAll(async () => {
  here = await openScanned()
  ;({ app, world } = here)
})
afterAll(() => here?.stop())

const { cabinet, files, attach, sentWithFile } = attachments(() => here)
const stored = () => storedFiles(app)
const typed = () => ({
  'person.firstName': 'Blodwen',
  'person.lastName': 'Quillfeather',
  'address.postcode': 'L4 9ZQ',
  needs: [world.categories.food],
  circumstances: 'A letter came on Friday.',
})

async function openForm(role: Role = 'referrer') {
  const browser = await app.as(world.users[role])
  const { location } = await browser.get('/refer')
  const path = new URL(location ?? '', app.url).pathname
  await browser.get(location ?? '')
  return { browser, path, id: path.split('/')[2] ?? '' }
}

describe('on the form', () => {
  test('FORM-8: without script files are uploaded with a button, and what was typed is kept', async () => {
    const { browser, path, id } = await openForm()
    const photo = await made.photo()
    const fields = { network: world.networkId, go: 'upload', ...typed() }
    const posted = await browser.upload(path, { 'letter.pdf': made.pdf, 'damp wall.jpg': photo }, fields)
    expect(posted.location).toBe(`${path}#files-section`)

    const form = await browser.get(path)
    expect(form.text).toContain('letter.pdf')
    expect(form.text).toContain('damp wall.jpg')
    expect(form.text).toContain('value="Blodwen"')
    const [first] = await files({ draftId: id, name: 'letter.pdf' })
    await browser.upload(path, {}, { go: `remove ${first?.id}`, ...typed() })
    expect((await browser.get(path)).text).not.toContain('letter.pdf')

    expect((await browser.get(`${path}/services`)).status).toBe(200)
  })

  test('FORM-8: going on takes along what was chosen and not uploaded yet', async () => {
    const { browser, path, id } = await openForm()
    const fields = { network: world.networkId, go: 'services', ...typed() }
    const posted = await browser.upload(path, { 'letter.pdf': made.pdf }, fields)
    expect(posted.location).toBe(`${path}/services`)
    expect(await files({ draftId: id })).toHaveLength(1)
  })

  test('FORM-8: each file that is not taken says why at the field, and the others are kept', async () => {
    const { browser, path, id } = await openForm()
    const tooLarge = Buffer.concat([made.pdf, randomBytes(1024 * 1024)])
    const { status, text } = await browser.upload(
      path,
      { 'fine.pdf': made.pdf, 'big.pdf': tooLarge, 'page.pdf': made.html, 'empty.txt': '', 'logo.png': made.svg },
      { network: world.networkId, go: 'services', ...typed() },
    )
    expect(status).toBe(422)
    expect(text).toContain('<title>Error: ')
    expect(text).toContain('big.pdf must be smaller than 1MB')
    expect(text).toContain('page.pdf must be a PDF')
    expect(text).toContain('logo.png must be a PDF')
    expect(text).toContain('empty.txt is empty')
    expect(text).toContain('value="Blodwen"')
    expect((await files({ draftId: id })).map(({ name }) => name)).toEqual(['fine.pdf'])
  })

  test('FORM-8: with script each is sent by itself and answered with the list; the first makes the draft', async () => {
    const { browser, path, id } = await openForm()
    const good = await browser.upload(`${path}/files`, { 'a.pdf': made.pdf }, { network: world.networkId })
    expect([good.status, good.text]).toEqual([200, expect.stringContaining('a.pdf')])
    expect(good.text).not.toContain('<html')
    const bad = await browser.upload(`${path}/files`, { 'b.pdf': made.html })
    expect([bad.status, bad.text]).toEqual([422, expect.stringContaining('b.pdf must be a PDF')])
    expect(await files({ draftId: id })).toHaveLength(1)
  })

  test('FORM-8: no more than 20 files', async () => {
    const { browser, path, id } = await openForm()
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`${n}.txt`, `number ${n}`]))
    const { text } = await browser.upload(path, many, { network: world.networkId, go: 'upload', ...typed() })
    expect(text).toContain('You can add up to 20 files')
    expect(await files({ draftId: id })).toHaveLength(20)
  })

  test('FORM-8: a photo is redrawn: where and with what it was taken is gone', async () => {
    const before = await made.photo('jpeg')
    expect(before.toString('latin1')).toContain('Lampworks')
    for (const format of ['jpeg', 'png', 'webp', 'tiff'] as const) {
      const { id } = await sentWithFile(`photo.${format}`, await made.photo(format))
      const [row] = await files({ referralId: id })
      const bytes = Buffer.from((await cabinet().store.read(row?.storageKey ?? '')) ?? [])
      const { exif, format: kept, width } = await sharp(bytes).metadata()
      expect([kept, width, exif]).toEqual([format, 60, undefined])
      expect(bytes.toString('latin1')).not.toContain('Lampworks')
      expect(row?.bytes).toBe(bytes.length)
    }
  })

  test('FORM-8, FORM-12: they are checked, sent and belong to the referral', async () => {
    const { browser, path, id } = await openForm()
    const fields = { network: world.networkId, go: 'services', ...typed() }
    await browser.upload(path, { 'letter.pdf': made.pdf }, fields)
    const consent = await browser.get(`${path}/consent`)
    const services = [...consent.text.matchAll(/name="services" value="([^"]+)"/g)].map(([, one]) => one ?? '')
    const listed = services.slice(0, services.length / 2)
    const agreed = { wordingId: world.wordingId, services: listed, given: 'on', how: 'spoken' }
    await browser.post(`${path}/consent`, agreed)
    const check = await browser.get(`${path}/check`)
    expect(check.text).toContain('letter.pdf')
    expect(check.text).toContain(`${path}#files-section`)
    const { location } = await browser.post(`${path}/send`)
    const referralId = location?.split('/')[2] ?? ''
    expect(await files({ referralId })).toMatchObject([{ name: 'letter.pdf', draftId: null, removedAt: null }])

    const coordinator = await app.as(world.users.coordinator)
    expect((await coordinator.get(`/referrals/${referralId}`)).text).toContain('letter.pdf')
    expect(await files({ draftId: id })).toEqual([])
  })

  test('FORM-14: with the draft its files go, from the store too', async () => {
    const { browser, path, id } = await openForm()
    const fields = { network: world.networkId, go: 'upload', ...typed() }
    await browser.upload(path, { 'secret.pdf': made.pdf }, fields)
    const [row] = await files({ draftId: id })
    const key = row?.storageKey.split('/')[1] ?? ''
    expect(stored()).toContain(key)
    await browser.fill(`${path}/discard`)
    await eraseFiles(world.ctx, cabinet().store)
    expect(stored()).not.toContain(key)
    expect(await files({ id: row?.id })).toEqual([])
  })

  test('FORM-8: nobody else reaches a draft or its files', async () => {
    const { browser, path, id } = await openForm()
    await browser.upload(path, { 'letter.pdf': made.pdf }, { network: world.networkId, go: 'upload', ...typed() })
    const other = await app.as(world.users.referrerPrimary)
    await other.get('/')
    expect((await other.upload(`${path}/files`, { 'x.pdf': made.pdf })).status).toBe(404)
    const [row] = await files({ draftId: id })
    await other.upload(path, {}, { go: `remove ${row?.id}`, ...typed() })
    expect((await files({ draftId: id }))[0]?.removedAt).toBeNull()
  })
})

describe('with a virus scanner', () => {
  test('FORM-8: what is infected is refused and not kept', async () => {
    const before = stored().length
    const { browser, path, id } = await openForm()
    const fields = { network: world.networkId, go: 'upload', ...typed() }
    const { text } = await browser.upload(path, { 'bill.txt': testVirus }, fields)
    expect(text).toContain('bill.txt contains a virus')
    expect(await files({ draftId: id })).toEqual([])
    expect(stored()).toHaveLength(before)
  })

  test('FORM-8: while the scanner is away files are held, then decided; who added an infected one is told', async () => {
    here.scanner.away = true
    const { id } = await sentWithFile('fine.txt', 'all well')
    const bad = await attach('first', id, 'bad.txt', testVirus)
    expect((await files({ referralId: id })).map(({ state }) => state)).toEqual(['held', 'held'])
    const browser = await app.as(world.users.coordinator)
    expect((await browser.get(`/referrals/${id}`)).text).toContain('Being checked')
    expect((await browser.get(`/referrals/${id}/files/${bad.id}`)).status).toBe(409)
    expect(await checkHeldFiles(world.ctx, cabinet())).toBe(0)

    here.scanner.away = false
    expect(await checkHeldFiles(world.ctx, cabinet())).toBeGreaterThanOrEqual(2)
    expect((await files({ referralId: id })).map(({ state }) => state)).toEqual(['ready', 'refused'])
    expect((await browser.get(`/referrals/${id}/files/${bad.id}`)).status).toBe(404)
    expect((await browser.get(`/referrals/${id}`)).text).toContain('Not kept: it has a virus')
    const messages = await app.database.owner
      .selectFrom('message')
      .select(['userId', 'codes'])
      .where('referralId', '=', id)
      .where('template', '=', 'file_refused')
      .execute()
    expect(messages.map(({ userId }) => userId)).toEqual([world.users.first])
    expect(JSON.stringify(messages)).not.toContain('bad.txt')
    await eraseFiles(world.ctx, cabinet().store)
    const [, refused] = await files({ referralId: id })
    expect(await cabinet().store.read(refused?.storageKey ?? '')).toBeNull()
  })
})
