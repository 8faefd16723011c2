/** What the program does by itself: sends what is in the outbox and runs the clock. Any number of processes may. */
import { join } from 'node:path'
import { askForConfirmation } from '../actions/ask-for-confirmation.ts'
import type { Context } from '../actions/context.ts'
import { deleteOldDrafts } from '../actions/delete-old-drafts.ts'
import { endGraces } from '../actions/end-graces.ts'
import { endPauses } from '../actions/end-pauses.ts'
import { checkHeldFiles, eraseFiles } from '../actions/files/tend-files.ts'
import { finishHandingOver } from '../actions/hand-over/suspended-work.ts'
import { tendCovers } from '../actions/hand-over/tend-covers.ts'
import { keepServiceDays } from '../actions/keep-service-days.ts'
import { noteDirectoryChanges } from '../actions/note-directory-changes.ts'
import { retainDue } from '../actions/privacy/retain.ts'
import { publishTables } from '../actions/publish-tables.ts'
import { runClock } from '../actions/run-clock.ts'
import { sealAudit } from '../actions/seal-audit.ts'
import { sweepHeld } from '../actions/sweep-held.ts'
import { writeDigests } from '../actions/write-digests.ts'
import type { Config } from '../config.ts'
import { minutesBefore } from '../db/actors.ts'
import type { Database } from '../db/database.ts'
import { forgetDeliveries } from '../db/webhooks/log.ts'
import { keptFolder } from '../domain/kept-mail.ts'
import { logDays } from '../domain/webhook.ts'
import { openCabinet } from '../files/cabinet.ts'
import { openMailer } from '../mail/mailer.ts'
import { allowedHosts } from '../outgoing/hosts.ts'
import { deliverDue } from './deliver.ts'
import { forgetLetters } from './forget-letters.ts'
import { keepDoing, type Log, type Running, type Task } from './loop.ts'
import { lanesAtOnce, openPostRoom } from './send-mail.ts'

export type WorkerSettings = {
  database: Pick<Database, 'db' | 'owner'>
  config: Pick<Config, 'baseUrl' | 'dataDir' | 'smtpUrl' | 'mailFrom' | 'secret' | 'storageUrl' | 'clamavUrl'> & {
    outgoingAllow?: Config['outgoingAllow']
  }
  log: Log
  now?: () => Date
}

const second = 1000

/** Stopping finishes what is under way, so that a normal stop repeats nothing. */
export function startWorker({ database, config, log, now = () => new Date() }: WorkerSettings): Running {
  const mailer = openMailer(config, { lanes: lanesAtOnce })
  const { baseUrl, secret } = config
  const ctx = { db: database.db, actor: null, now, baseUrl, secret }
  const cabinet = openCabinet(config)
  const allowed = allowedHosts(config.outgoingAllow ?? [])
  const dispatch = { db: database.owner, ctx, allowed, log }
  const tasks: Task[] = [
    { name: 'mail', everyMs: second, run: openPostRoom({ db: database.owner, mailer, site: config, log, now }) },
    { name: 'clock', everyMs: 15 * second, run: async signal => (await runClock(ctx, signal)) > 0 },
    { name: 'audit', everyMs: 60 * second, run: () => seal(ctx, log) },
    { name: 'webhooks', everyMs: second, run: signal => deliverDue(dispatch, signal) },
    {
      name: 'old deliveries',
      everyMs: 3600 * second,
      run: () => forgetDeliveries(database.owner, minutesBefore(now(), logDays * 1440)),
    },
    { name: 'pauses', everyMs: 600 * second, run: async () => (await endPauses(ctx)) < 0 },
    { name: 'graces', everyMs: 600 * second, run: async () => (await endGraces(ctx)) < 0 },
    { name: 'suspensions', everyMs: 60 * second, run: async () => (await finishHandingOver(ctx)) < 0 },
    { name: 'covers', everyMs: 60 * second, run: async () => (await tendCovers(ctx)) < 0 },
    { name: 'digests', everyMs: 60 * second, run: async () => (await writeDigests(ctx)) < 0 },
    { name: 'drafts', everyMs: 3600 * second, run: async () => (await deleteOldDrafts(ctx)) < 0 },
    { name: 'held submissions', everyMs: 3600 * second, run: async () => (await sweepHeld(ctx)) > 0 },
    { name: 'held files', everyMs: 30 * second, run: async () => (await checkHeldFiles(ctx, cabinet)) < 0 },
    { name: 'old files', everyMs: 600 * second, run: async () => (await eraseFiles(ctx, cabinet.store)) < 0 },
    { name: 'retention', everyMs: 600 * second, run: async () => (await retainDue(ctx)).more },
    {
      name: 'erased letters',
      everyMs: 60 * second,
      run: () => forgetLetters(database.owner, join(config.dataDir, keptFolder)),
    },
    { name: 'service days', everyMs: 3600 * second, run: async () => (await keepServiceDays(ctx)) < 0 },
    { name: 'directory changes', everyMs: 300 * second, run: async () => (await noteDirectoryChanges(ctx)) < 0 },
    { name: 'fixed tables', everyMs: 3600 * second, run: async () => (await publishTables(ctx)) < 0 },
    { name: 'confirmations', everyMs: 3600 * second, run: async () => (await askForConfirmation(ctx)) > 0 },
  ]
  const running = tasks.map(task => keepDoing(task, log))
  return {
    stop: async () => {
      await Promise.all(running.map(task => task.stop()))
      mailer.close()
    },
  }
}

/** The last seal goes to the log as well: kept apart from the database, it shows that no end was cut off. */
async function seal(ctx: Context, log: Log): Promise<boolean> {
  const { sealed, head } = await sealAudit(ctx)
  if (sealed > 0) log.info({ seal: head }, 'the audit is sealed')
  return sealed >= 1000
}
