/** QUALITY, background: 10,000 reminders due at once, from the clock to a real mail server. `npx tsx bench/background.ts [how many]` */

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { openDatabase } from '../src/db/database.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { startWorker } from '../src/worker/index.ts'
import { buildAsked } from '../test/asked.ts'
import { openPostOffice } from '../test/post-office.ts'

const many = Number(process.argv[2] ?? 10_000)
const folder = mkdtempSync(join(tmpdir(), 'onward-bench-'))
chmodSync(folder, 0o711)
const server = await startEmbedded(folder, () => {})
await migrate(server.url)
const database = openDatabase(server.url)
const office = await openPostOffice()
try {
  await prepare()
  const started = performance.now()
  const worker = startWorker({ database, config: config(), log: console })
  while (await isWaiting()) await new Promise(resolve => setTimeout(resolve, 250))
  const seconds = (performance.now() - started) / 1000
  await worker.stop()
  const unique = new Set(office.letters.map(({ messageId }) => messageId)).size
  console.log(`${many} reminders: ${office.letters.length} letters, ${unique} different, in ${seconds.toFixed(1)} s`)
} finally {
  await office.close()
  await database.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** One recipient each: a single team inbox, so a single lane, which is the slowest case. */
async function prepare() {
  const { id, user } = await buildAsked(database)
  await sql`update membership set ended_at = now() where organisation_id = ${id.asked}`.execute(database.owner)
  await sql`
    with referrals as (
      insert into referral (network_id, submission_id, reference, status, progress, origin, referrer_organisation_id, referrer_user_id,
        outward_code, opened_at, changed_at)
      select ${id.network}, gen_random_uuid(), 'B' || n, 'open', 'opened', 'member', ${id.sender}, ${user.referrer}, 'L4', now(), now()
      from generate_series(1, ${many}) n returning id),
    needs as (
      insert into need (referral_id, network_id, opened_at, category_id, label, status)
      select id, ${id.network}, now(), ${id.category}, 'Food parcels', 'waiting' from referrals
      returning id, referral_id),
    assignments as (
      insert into assignment (referral_id, network_id, service_id, organisation_id, status, via, asked_at, clock_from)
      select id, ${id.network}, ${id.service}, ${id.asked}, 'pending', 'route', now() - interval '49 hours', now() - interval '49 hours'
      from referrals returning id, referral_id),
    links as (
      insert into assignment_need select a.id, n.id, true from assignments a join needs n using (referral_id))
    insert into clock_step (assignment_id, round, step, due_at) select id, 1, 'remind', now() - interval '1 hour' from assignments`.execute(
    database.owner,
  )
  await sql`analyze`.execute(database.owner)
}

async function isWaiting(): Promise<boolean> {
  const { rows } = await sql<{ sent: number }>`select count(*) as sent from message where status = 'sent'`.execute(
    database.owner,
  )
  return (rows[0]?.sent ?? 0) < many
}

function config() {
  const secret = 'a secret of at least thirty-two characters'
  const mailFrom = 'Onward <onward@example.org>'
  return {
    baseUrl: 'http://127.0.0.1:3000',
    dataDir: folder,
    smtpUrl: office.url,
    storageUrl: pathToFileURL(folder).href,
    clamavUrl: null,
    mailFrom,
    secret,
  }
}
