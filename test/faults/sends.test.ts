/** SECURITY, Figures: the server killed in the middle of sending; acknowledged referrals lost 0, messages lost 0. */
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createToken } from '#src/actions/create-token.ts'
import { type Database, openDatabase } from '#src/db/database.ts'
import { joinEmbedded, startEmbedded } from '#src/db/embedded.ts'
import { migrate } from '#src/db/migrate.ts'
import { scopes } from '#src/domain/policy.ts'
import { speaker } from '#test/api-world.ts'
import { emptyDatabase } from '#test/database.ts'
import { filledIn, network, type World } from '#test/network.ts'
import { openPostOffice, type PostOffice } from '#test/post-office.ts'
import { startServer } from './server.ts'

const kills = 10
const senders = 4
const lanes = 3

test('RES-15: on a PostgreSQL of its own, ten times killed in a stream of sends, nothing is lost', async () => {
  const folder = folderFor('sends')
  const { url, drop } = await emptyDatabase()
  await migrate(url)
  await prove({ DATABASE_URL: url, DATA_DIR: folder }, async () => url)
  await drop()
  rmSync(folder, { recursive: true, force: true })
})

test('the embedded database, left running by each process that was killed, is taken over at the next start', async () => {
  const folder = folderFor('embedded')
  const made = await startEmbedded(folder, () => {})
  await migrate(made.url)
  const world = await network({ database: openDatabase(made.url) })
  await world.database.close()
  await made.stop()
  await prove({ DATA_DIR: folder }, async () => (await joinEmbedded(folder)) ?? '', world)
  rmSync(folder, { recursive: true, force: true })
})

type Acknowledged = Map<string, { key: string; id: string; reference: string }>

/** Clients send with keys of their own, and send again until they hear; meanwhile the server is killed and started. */
async function prove(env: Record<string, string>, addressOf: () => Promise<string>, given?: World) {
  const office = await openPostOffice()
  const all = { ...env, SMTP_URL: office.url, DEMO: 'off', SECRET: 's'.repeat(40) }
  let server = await startServer(all)
  const database = openDatabase(await addressOf())
  const world = given ?? (await network({ database }))
  const { token } = await createToken(
    { ...world.ctx, db: database.owner },
    { userId: world.users.referrer, organisationId: null, name: 'stream', scopes, days: 1 },
  )
  const heard: Acknowledged = new Map()
  const stream = keepSending(world, token, () => server.url, heard)
  for (let killed = 0; killed < kills; killed++) {
    const before = heard.size
    await expect.poll(() => heard.size, { timeout: 30_000, interval: 5 }).toBeGreaterThan(before + 10)
    await server.kill()
    server = await startServer(all)
  }
  await stream.stop()
  await expectNothingLost(database, heard, office)
  await database.close()
  expect(await server.stop()).toBe(0)
  await office.close()
}

function keepSending(world: World, token: string, url: () => string, heard: Acknowledged) {
  const going = { on: true }
  const clients = Array.from({ length: senders }, async () => {
    while (going.on) await sendUntilHeard(world, token, url, heard)
  })
  const stop = async () => {
    going.on = false
    await Promise.all(clients)
  }
  return { stop }
}

/** The same key until an answer comes: what every careful client does. */
async function sendUntilHeard(world: World, token: string, url: () => string, heard: Acknowledged) {
  const key = randomUUID()
  const order = orderFor(world)
  for (let tries = 0; tries < 400; tries++) {
    const answer = await speaker(url(), token)
      .post('/referrals', order, { 'idempotency-key': key })
      .catch(() => null)
    if (answer?.status === 201 || answer?.status === 200) {
      heard.set(key, { key, id: answer.body.id, reference: answer.body.reference })
      return
    }
    if (answer && answer.status < 500) throw new Error(`refused: ${answer.text}`)
    await pass(50)
  }
  throw new Error('never heard')
}

function orderFor(world: World) {
  return {
    network: world.networkId,
    submission: filledIn(world, ['food', 'debt']),
    shortlist: [world.services.first, world.services.second],
    consent: { given: true, wordingId: world.wordingId, how: 'spoken' },
  }
}

async function expectNothingLost({ owner }: Database, heard: Acknowledged, office: PostOffice) {
  const { rows } = await sql<{ id: string; asked: number }>`
    select r.id, (select count(*)::integer from assignment a where a.referral_id = r.id) as asked from referral r`.execute(
    owner,
  )
  const kept = new Map(rows.map(row => [row.id, row.asked]))
  const acknowledged = [...heard.values()]
  expect(acknowledged.filter(({ id }) => !kept.has(id))).toEqual([])
  expect(new Set(acknowledged.map(({ id }) => id)).size).toBe(acknowledged.length)
  expect(rows.filter(({ asked }) => asked !== 1)).toEqual([])

  const waiting = () => countOf(owner, `status = 'queued'`)
  await expect.poll(waiting, { timeout: 60_000, interval: 100 }).toBe(0)
  const { rows: messages } = await sql<{
    messageId: string
  }>`select message_id from message where status <> 'dropped'`.execute(owner)
  const arrived = Map.groupBy(office.letters, ({ messageId }) => messageId)
  expect(messages.filter(({ messageId }) => !arrived.has(messageId))).toEqual([])
  expect(arrived.size).toBe(messages.length)
  expect(office.letters.length - messages.length).toBeLessThanOrEqual(kills * lanes)
  expect(Math.max(...[...arrived.values()].map(all => all.length))).toBeLessThanOrEqual(2)
  console.log(
    `${acknowledged.length} acknowledged, ${rows.length} kept, ${messages.length} messages, ${office.letters.length} letters`,
  )
}

async function countOf(db: Database['owner'], where: string): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::integer as count from message where ${sql.raw(where)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A server that drops root's rights has to be able to walk in. */
function folderFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `onward-${name}-`))
  chmodSync(folder, 0o711)
  return folder
}
