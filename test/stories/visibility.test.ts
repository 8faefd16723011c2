/** SECURITY, Visibility: each kind of data carries a word of its own; every answer to every role is searched for every word. */
import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken } from '#src/actions/create-token.ts'
import { sendReferral } from '#src/actions/send-referral.ts'
import { scopes } from '#src/domain/policy.ts'
import { startWorker } from '#src/worker/index.ts'
import { speaker } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { crawl, type Visited } from '#test/crawling.ts'
import { filledIn, network, type Role, type World } from '#test/network.ts'
import { conceal, type Kind, kinds, markers, plant } from '#test/planted.ts'
import { openPostOffice, type PostOffice } from '#test/post-office.ts'
import { type Second, secondNetwork } from '#test/second-network.ts'

const open = kinds.filter(kind => kind !== 'privateNote' && kind !== 'hidden')
const personal = kinds.filter(kind => kind !== 'privateNote')

/** Who may read what of a referral sent by `referrer`, taken up by `first`, waiting with `second`, with `third` next in line. */
const may: Record<Role, readonly Kind[]> = {
  referrer: [...personal, 'privateNote'],
  referrerPrimary: personal,
  first: personal,
  firstPrimary: personal,
  second: personal,
  third: [],
  coordinator: open,
  commissioner: [],
  administrator: [],
  outsider: [],
}
const roles = Object.keys(may) as Role[]

let app: App
let office: PostOffice
let world: World
let worker: ReturnType<typeof startWorker>
let answers = 0
const sent: string[] = []
/** Restricted. */
const concealed: string[] = []
let fileIds: string[] = []

beforeAll(async () => {
  office = await openPostOffice()
  app = await startApp({ SMTP_URL: office.url, LOG_LEVEL: 'trace' })
  world = await network({ database: app.database })
  worker = startWorker({ database: app.database, config: app.config, log: { info: keep, warn: keep, error: keep } })
  for (let n = 0; n < 3; n++) sent.push(await plant(world, app))
  for (let n = 0; n < 2; n++) concealed.push(await conceal(world))
  fileIds = await filesOf()
})
afterAll(async () => {
  await worker?.stop()
  await app?.stop()
  await office?.close()
})
const keep = (...said: unknown[]) => app.logged.push(JSON.stringify(said))

test.for(roles)(
  'RES-13, RES-14: pages show %s what the matrix says, and nothing beyond',
  { timeout: 120_000 },
  async role => {
    const browser = await app.as(world.users[role])
    const pages = await crawl(browser, '/')
    const direct = await Promise.all(
      [...sent, ...concealed].flatMap(id => everyPathOf(id).map(path => browser.get(path))),
    )
    const all = [...pages, ...direct.map((answer, n): Visited => ({ ...answer, path: `direct ${n}`, type: '' }))]
    expectWithin(
      role,
      all.map(({ path, text }) => ({ where: path, text })),
    )
    if (may[role].length > 0)
      expect(found(all.map(({ text }) => text).join())).toEqual(expect.arrayContaining(shown(role)))
  },
)

test.for(roles)('RES-13: the API shows %s what its pages show, and private notes to nobody', async role => {
  const draft = { userId: world.users[role], organisationId: null, name: role, scopes, days: 1 }
  const { get, post } = speaker(app.url, (await createToken({ ...world.ctx, actor: null }, draft)).token)
  const lists = ['sent', 'received', 'all'].map(tab => get(`/referrals?tab=${tab}`))
  const parts = ['', '/notes', '/files', '/views', ...(await filesOf()).map(file => `/files/${file}`)]
  const each = [...sent, ...concealed].flatMap(id => parts.map(part => get(`/referrals/${id}${part}`)))
  const searches = kinds.map(kind => post('/referrals/search', { q: markers[kind] }))
  const others = ['/me', '/networks', `/services?network=${world.networkId}`].map(get)
  const texts = (await Promise.all([...lists, ...each, ...searches, ...others])).map(({ text }) => text)
  const withoutPrivate = may[role].filter(kind => kind !== 'privateNote')
  expectWithin(
    role,
    texts.map((text, n) => ({ where: `API ${n}`, text })),
    withoutPrivate,
  )
})

test.for(roles)(
  'LST-6, RES-9: files give %s what the matrix says, as CSV and as Excel, and private notes to nobody',
  async role => {
    const browser = await app.as(world.users[role])
    const lists = ['received', 'sent', 'all'].flatMap(tab =>
      ['csv', 'xlsx'].map(format => `/referrals/download?people=yes&tab=${tab}&format=${format}`),
    )
    const each = [...sent, ...concealed].flatMap(id => [`/referrals/${id}/csv`, `/referrals/${id}/xlsx`])
    const said: { where: string; text: string }[] = []
    for (const where of [...lists, ...each, '/audit/audit.csv', '/audit/audit.xlsx'])
      said.push({ where, text: await textOf(browser, where) })
    expectWithin(
      role,
      said,
      may[role].filter(kind => kind !== 'privateNote'),
    )
    if (may[role].includes('name')) expect(found(said.map(({ text }) => text).join())).toContain('name')
  },
)

test('RES-13: nobody finds a referral by a name that they may not read', async () => {
  for (const role of roles) {
    const browser = await app.as(world.users[role])
    await browser.get('/')
    const { location } = await browser.post('/referrals/search', { words: markers.name })
    expect(location ?? '').not.toMatch(/Quill/i)
    const { text } = location ? await browser.get(location) : { text: '' }
    const finds = sent.some(id => text.includes(`/referrals/${id}`))
    expect(finds, role).toBe(may[role].includes('name'))
  }
})

test('PRIV-3: no letter, log line, address or title holds any of it', async () => {
  await expect.poll(() => office.letters.length, { timeout: 20_000 }).toBeGreaterThan(5)
  for (const { raw, html = '', text = '', envelopeTo } of office.letters)
    expect(found([raw.replaceAll(envelopeTo, ''), html, text].join('\n')), envelopeTo).toEqual([])
  expect(found(app.logged.join('\n'))).toEqual([])
  expect(app.logged.length).toBeGreaterThan(100)
})

test('NET-4: of what one submission became, nobody finds in one network the part of the other but who sent it', async () => {
  const second = await secondNetwork(world)
  await second.connect()
  const part = await linked(second)
  const here = [part.id, part.reference]
  const there = part.connected.flatMap(({ id, reference }) => [id, reference])
  const readers: [string, string, string[], string[]][] = [
    ...(['first', 'third', 'coordinator'] as const).map((role): [string, string, string[], string[]] => [
      role,
      world.users[role],
      here,
      there,
    ]),
    ['coordinator there', second.users.coordinator, there, here],
    ['asked there', second.users.adviser, there, here],
  ]
  for (const [who, userId, own, foreign] of readers) {
    const browser = await app.as(userId)
    const lists = ['/', '/referrals?tab=all', '/referrals?tab=received', '/referrals?tab=sent', '/people'].map(path =>
      browser.get(path),
    )
    const pages = await Promise.all(lists)
    const opened = await browser.get(`/referrals/${own[0]}`)
    const text = [...pages.map(page => page.text), opened.text].join()
    answers += pages.length + 1
    if (who !== 'third') expect(opened.text, who).toContain(own[1])
    for (const word of foreign) expect(text, `${who}: ${word}`).not.toContain(word)
    expect((await browser.get(`/referrals/${foreign[0]}`)).status, who).toBe(404)
  }
  const sender = await (await app.as(world.users.referrer)).get(`/referrals/${part.id}`)
  for (const word of there) expect(sender.text).toContain(word)
})

test('SECURITY: the search was wide', () => {
  console.log(`${answers} answers searched for ${kinds.length} words`)
  expect(answers).toBeGreaterThan(2000)
})

function expectWithin(role: Role, said: { where: string; text: string }[], allowed: readonly Kind[] = may[role]) {
  answers += said.length
  for (const { where, text } of said)
    expect(
      found(text).filter(kind => !allowed.includes(kind)),
      `${role}: ${where}`,
    ).toEqual([])
}

/** Of a file, what is in it; of a workbook, what is in its parts. */
async function textOf(browser: Browser, path: string): Promise<string> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const bytes = new Uint8Array(await (await fetch(new URL(path, app.url), { headers: { cookie } })).arrayBuffer())
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const parts = isZip ? Object.values(unzipSync(bytes)) : [bytes]
  return parts.map(part => new TextDecoder().decode(part)).join('\n')
}

/** A group that the network does not have is kept, and has no words on a page. */
function shown(role: Role): Kind[] {
  return may[role].filter(kind => kind !== 'demographics')
}

function found(text: string): Kind[] {
  const lowered = text.toLowerCase()
  return kinds.filter(kind => lowered.includes(markers[kind].toLowerCase()))
}

function everyPathOf(id: string): string[] {
  const acts = ['/needs/withdraw', '/needs/place', '/needs/reopen', '/needs/closeAsUnmet']
  const safety = ['/restriction', '/break-glass']
  const attached = fileIds.flatMap(file => [`/files/${file}`, `/files/${file}/remove`])
  const ends = ['', '?tab=all', '?tab=sent', '/csv', '/print', '/sent', ...acts, ...safety, ...attached]
  return ends.map(end => `/referrals/${id}${end}`)
}

/** Food here, asked of `first`; legal advice there. */
async function linked(second: Second) {
  const filled = filledIn(world, ['food'])
  return sendReferral(await world.as('referrer'), {
    ...{ networkId: world.networkId, submissionId: randomUUID(), origin: 'member' },
    submission: { ...filled, needs: [...filled.needs, second.categories.legal] },
    sending: {
      shortlist: [world.services.first],
      consent: { given: true, wordingId: world.wordingId, how: 'spoken' },
      connected: [{ network: second.networkId, wordingId: second.wordingId }],
    },
  })
}

async function filesOf(): Promise<string[]> {
  const rows = await app.database.owner.selectFrom('file').select('id').execute()
  return rows.map(({ id }) => id)
}
