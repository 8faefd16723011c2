/** SECURITY, Figures: messages lost 0; on SIGKILL at most one repeat per lane, with the same Message-ID. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '#src/db/database.ts'
import { buildAsked } from '../asked.ts'
import { freshDatabase } from '../database.ts'
import { openPostOffice } from '../post-office.ts'

const kills = 10
const messages = 2400
const lanes = 3

test('ten times killed in the middle of sending, no message is lost and no lane repeats more than one a time', async () => {
  const { url, drop } = await freshDatabase()
  const database = openDatabase(url)
  const office = await openPostOffice()
  await enqueueMany(database.owner)

  let running = await startSending(url, office.url)
  for (let killed = 0; killed < kills; killed++) {
    const before = office.letters.length
    await expect.poll(() => office.letters.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(before + 50)
    await kill(running)
    running = await startSending(url, office.url)
  }
  await expect.poll(() => waiting(database.owner), { timeout: 60_000 }).toBe(0)
  await kill(running)

  const times = Map.groupBy(office.letters, ({ messageId }) => messageId)
  expect(times.size).toBe(messages)
  expect(office.letters.length - messages).toBeLessThanOrEqual(kills * lanes)
  expect(Math.max(...[...times.values()].map(all => all.length))).toBeLessThanOrEqual(2)
  await office.close()
  await database.close()
  await drop()
})

type Owner = ReturnType<typeof openDatabase>['owner']

async function enqueueMany(owner: Owner) {
  const { id, user } = await buildAsked({ owner })
  const recipients = [user.primary, user.notified, user.coordinator]
  for (const [lane, userId] of recipients.entries())
    await sql`insert into message (message_id, template, event_id, user_id, referral_id, recipient, codes, lane)
      select '<' || gen_random_uuid() || '@onward.example.org>', 'asked', n, ${userId}, ${id.referral}, 'user:' || ${userId}::text,
        '{"reference":"K7QF-2M3P"}', ${`lane ${lane}`} from generate_series(1, ${messages / lanes}) n`.execute(owner)
}

async function waiting(owner: Owner): Promise<number> {
  const { rows } = await sql<{ left: number }>`select count(*) as left from message where status = 'queued'`.execute(
    owner,
  )
  return rows[0]?.left ?? 0
}

async function startSending(url: string, smtp: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../keep-sending.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, url, smtp, tmpdir()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout ?? child, 'data')
  return child
}

async function kill(child: ChildProcess) {
  child.kill('SIGKILL')
  await once(child, 'exit')
}
