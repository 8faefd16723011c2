/** Messages from what happened to what arrives: a real database, a real SMTP server, and the ways in which it can fail. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { actOnReferral } from '#src/actions/act-on-referral.ts'
import { runClock } from '#src/actions/run-clock.ts'
import { sendAgain } from '#src/actions/send-again.ts'
import { type Database, openDatabase } from '#src/db/database.ts'
import { type Mailer, openMailer } from '#src/mail/mailer.ts'
import { startWorker } from '#src/worker/index.ts'
import { openPause } from '#src/worker/pause.ts'
import { openPostRoom } from '#src/worker/send-mail.ts'
import { type Asked, actorIn, buildAsked, markers } from '../asked.ts'
import { freshDatabase } from '../database.ts'
import { countOf, daysAgo, makeDue, statusesOf } from '../outbox.ts'
import { openPostOffice, type PostOffice } from '../post-office.ts'

const baseUrl = 'https://onward.example.org'
const secret = 'a secret of at least thirty-two characters'
const log = { info: () => {}, warn: () => {}, error: () => {} }
const folder = mkdtempSync(join(tmpdir(), 'onward-mail-'))
const storage = { dataDir: folder, storageUrl: pathToFileURL(folder).href, clamavUrl: null }
const settings = { baseUrl, secret, mailFrom: 'Onward <onward@example.org>', ...storage }
const never = new AbortController().signal

let database: Database
let url: string
let drop: () => Promise<void>
let office: PostOffice

beforeAll(async () => {
  const fresh = await freshDatabase()
  ;({ url, drop } = fresh)
  database = openDatabase(url)
})
afterAll(async () => {
  await database.close()
  await drop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await sql`update message set status = 'dropped' where status = 'queued'`.execute(database.owner)
  office = await openPostOffice()
})
afterEach(() => office.close())

test('RES-1: the referrer is told of an acceptance by a letter without names or details, which asks to sign in', async () => {
  const world = await buildAsked(database)
  await accept(world)
  await sendAll()
  const [letter] = office.letters
  expect(office.letters).toHaveLength(1)
  expect(letter).toMatchObject({
    subject: `Referral ${world.reference}, Northbank Help`,
    envelopeTo: world.email('referrer'),
    messageId: expect.stringMatching(/^<[\w-]{36}@onward\.example\.org>$/),
  })
  expect(letter?.text).toContain(`${baseUrl}/referrals/${world.id.referral}`)
  expect(letter?.html).toContain('Food parcels')
})

test('SECURITY: no letter holds a name, an address or a word of what was told', async () => {
  const world = await buildAsked(database, { channels: ['email'], askedAt: daysAgo(5) })
  await enqueueForThePerson(world)
  await runClock(clockContext())
  await accept(world)
  await sendAll()
  expect(office.letters.length).toBeGreaterThan(5)
  for (const { raw, envelopeTo, html = '', text = '' } of office.letters) {
    const said = [raw.replaceAll(envelopeTo, ''), html, text].join('\n')
    for (const word of markers) expect(said).not.toContain(word)
  }
})

test('RES-1: the person is written to only while it is safe, and never with a word to avoid', async () => {
  const [safe, changed, avoiding] = await Promise.all([
    buildAsked(database, { channels: ['email'] }),
    buildAsked(database, { channels: ['email'] }),
    buildAsked(database, { channels: ['email'], avoid: 'northbank' }),
  ])
  for (const world of [safe, changed, avoiding]) await enqueueForThePerson(world)
  await sql`update referral_person set safe_contact = jsonb_set(safe_contact, '{channels}', '["phone"]')
    where referral_id = ${changed.id.referral}`.execute(database.owner)
  await sendAll()
  expect(office.letters.map(({ envelopeTo }) => envelopeTo)).toEqual([safe.person])
  expect(await statuses(changed)).toEqual(['dropped not_safe'])
  expect(await statuses(avoiding)).toEqual(['dropped not_safe'])
})

test('while the server is down nothing is lost, and all goes out once it is back', async () => {
  const port = office.port
  await office.close()
  const worlds = await Promise.all([1, 2, 3].map(() => buildAsked(database)))
  for (const world of worlds) await accept(world)
  const mailer = open(`smtp://127.0.0.1:${port}`)
  const send = openPostRoom(room(mailer), openPause({ first: 50, longest: 50 }))
  await send(never)
  expect(await count('sent', worlds)).toBe(0)

  office = await openPostOffice(port)
  await pass(60)
  await becomeDue()
  await send(never)
  expect(await count('sent', worlds)).toBe(3)
  expect(office.letters).toHaveLength(3)
  mailer.close()
})

test('a server that hangs is left, the message waits its turn and is sent once it answers', async () => {
  const world = await buildAsked(database)
  await accept(world)
  office.behave('hang')
  const mailer = open(office.url, 300)
  await openPostRoom(room(mailer))(never)
  expect(await statuses(world)).toEqual(['queued ETIMEDOUT'])
  office.behave('well')
  await becomeDue()
  await openPostRoom(room(mailer))(never)
  expect(await statuses(world)).toEqual(['sent'])
  mailer.close()
})

test('a line cut after the letter was taken costs one repeat, with the same Message-ID', async () => {
  const world = await buildAsked(database)
  await accept(world)
  office.behave('drop')
  await sendAll()
  expect(await statuses(world)).toEqual([expect.stringMatching(/^queued E/)])
  office.behave('well')
  await becomeDue()
  await sendAll()
  expect(office.letters).toHaveLength(2)
  expect(new Set(office.letters.map(({ messageId }) => messageId)).size).toBe(1)
})

test('a refused recipient is held with the code alone, until an administrator sends it again', async () => {
  const world = await buildAsked(database)
  await accept(world)
  office.behave(550)
  await sendAll()
  expect(await statuses(world)).toEqual(['held 550 5.1.1 RCPT TO'])
  office.behave('well')
  const { rows } = await sql<{ id: string }>`
    select id from message where referral_id = ${world.id.referral}`.execute(database.owner)
  const id = rows[0]?.id ?? ''
  await expect(sendAgain(contextOf(world), id)).rejects.toThrow('no such message')
  const { actor } = contextOf(world)
  await sendAgain({ ...contextOf(world), actor: { ...actor, administrator: true } }, id)
  await sendAll()
  expect(await statuses(world)).toEqual(['sent'])
})

test('a server that says “later” is asked later, and after a day of tries the message is held', async () => {
  const world = await buildAsked(database)
  await accept(world)
  office.behave(451)
  for (let tries = 0; tries < 29; tries++) {
    await sendAll()
    await becomeDue()
  }
  expect(await statuses(world)).toEqual(['held 451 5.1.1 RCPT TO'])
})

test('an address that hides a second one is never handed to the mail server', async () => {
  const world = await buildAsked(database)
  const twofold = 'a@example.org\r\nRCPT TO:<b@example.org>'
  await sql`update "user" set email = ${twofold} where id = ${world.user.referrer}`.execute(database.owner)
  await accept(world)
  await sendAll()
  expect(await statuses(world)).toEqual(['held address'])
  expect(office.letters).toEqual([])
})

test('two processes at once, stopped and started in the middle, deliver each message once', async () => {
  const asked = { askedAt: daysAgo(3) }
  const worlds = await Promise.all(Array.from({ length: 40 }, () => buildAsked(database, asked)))
  const other = openDatabase(url)
  const start = () =>
    [database, other].map(one => startWorker({ database: one, config: { ...settings, smtpUrl: office.url }, log }))
  let workers = start()
  for (let times = 0; times < 3; times++) {
    await pass(100)
    await Promise.all(workers.map(worker => worker.stop()))
    workers = start()
  }
  await vi.waitFor(async () => expect(await count('sent', worlds)).toBe(40 * 3), { timeout: 60_000, interval: 100 })
  await Promise.all(workers.map(worker => worker.stop()))
  await other.close()
  const arrived = office.letters.map(({ messageId }) => messageId)
  expect(arrived).toHaveLength(40 * 3)
  expect(new Set(arrived).size).toBe(40 * 3)
}, 120_000)

test('without a mail server letters are kept as files that any mail program opens', async () => {
  const world = await buildAsked(database)
  await accept(world)
  const mailer = openMailer({ ...settings, smtpUrl: null })
  await openPostRoom(room(mailer))(never)
  const [file = ''] = readdirSync(join(folder, 'mail'))
  expect(readFileSync(join(folder, 'mail', file), 'utf8')).toMatch(/^From: Onward <onward@example\.org>\r$/m)
  expect(await statuses(world)).toEqual(['sent'])
})

/** A moment at which any safe contact times allow a message. */
const noon = new Date('2026-06-03T11:00:00Z')

function room(mailer: Mailer) {
  return { db: database.owner, mailer, site: { baseUrl, secret }, log, now: () => noon }
}

function open(smtpUrl: string, patience = 2000) {
  return openMailer({ ...settings, smtpUrl }, { patience })
}

async function sendAll() {
  const mailer = open(office.url)
  const send = openPostRoom(room(mailer))
  while (await send(never)) {}
  mailer.close()
}

function accept(world: Asked) {
  const { referral: referralId, assignment: assignmentId } = world.id
  return actOnReferral(contextOf(world), { referralId, assignmentId, action: 'accept' }, {})
}

function contextOf(world: Asked) {
  return { ...clockContext(), actor: actorIn(world, 'primary', 'asked') }
}

function clockContext() {
  return { db: database.db, actor: null, now: () => new Date(), secret, baseUrl }
}

async function enqueueForThePerson({ id, tag }: Asked) {
  await sql`insert into message (message_id, template, referral_id, recipient, codes, lane) values (${`<${tag}@onward.example.org>`},
    'person_sent', ${id.referral}, ${`person:${id.referral}`}, ${JSON.stringify({ reference: tag.toUpperCase() })}::jsonb, 'p')`.execute(
    database.owner,
  )
}

const statuses = (world: Asked) => statusesOf(database, world)
const count = (status: string, worlds: Asked[]) => countOf(database, status, worlds)
const becomeDue = () => makeDue(database)
