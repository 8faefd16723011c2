/** The messages that are kept here, as administrators see them. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { enqueueMessage } from '#src/actions/enqueue-message.ts'
import { actAs } from '#src/db/database.ts'
import { startWorker } from '#src/worker/index.ts'
import { type App, startApp } from '../app.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
let app: App
let administrator: string
let member: string
let messageId: string

beforeAll(async () => {
  app = await startApp({ DEMO: 'on' })
  administrator = await app.addUser({ email: 'admin@example.org', administrator: true })
  member = await app.addUser({ email: 'member@example.org' })
  messageId = await enqueue()
  const worker = startWorker({ database: app.database, config: app.config, log })
  await vi.waitFor(async () => expect(await status()).toBe('sent'), { timeout: 10_000 })
  await worker.stop()
})
afterAll(() => app.stop())

test('in the demonstration an administrator reads the messages that no mail server took', async () => {
  const browser = await app.as(administrator)
  const list = await browser.get('/mailbox')
  expect(list.text).toContain('Choose a new password')
  expect(list.text).toContain('member@example.org')
  const message = await browser.get(`/mailbox/${messageId}`)
  expect(message.text).toMatch(/href="[^"]+\/reset-password\?token=[\w-]{43}"/)
})

test('nobody else finds the messages', async () => {
  const browser = await app.as(member)
  for (const path of ['/mailbox', `/mailbox/${messageId}`]) expect((await browser.get(path)).status).toBe(404)
})

test('a message that is held is sent again from its page', async () => {
  await setStatus('held')
  const browser = await app.as(administrator)
  const path = `/mailbox/${messageId}`
  expect((await browser.get(path)).text).toContain('Send again')
  expect((await browser.post(`${path}/again`, {})).location).toBe(`${path}?done=again`)
  expect(await status()).toBe('queued')
  expect((await browser.post(`${path}/again`, {})).status).toBe(404)
})

function enqueue() {
  const system = { userId: null, organisationId: null, system: true }
  const message = { template: 'reset', userId: member } as const
  return actAs(app.database.db, system, trx => enqueueMessage(trx, { baseUrl: app.url }, message))
}

async function status() {
  const { owner } = app.database
  const row = await owner.selectFrom('message').select('status').where('id', '=', messageId).executeTakeFirst()
  return row?.status
}

async function setStatus(to: string) {
  await app.database.owner.updateTable('message').set({ status: to }).where('id', '=', messageId).execute()
}
