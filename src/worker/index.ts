/** What the program does by itself: sends what is in the outbox and runs the clock. Any number of processes may. */
import { askForConfirmation } from '../actions/ask-for-confirmation.ts'
import { deleteOldDrafts } from '../actions/delete-old-drafts.ts'
import { endGraces } from '../actions/end-graces.ts'
import { endPauses } from '../actions/end-pauses.ts'
import { finishHandingOver } from '../actions/hand-over-work.ts'
import { runClock } from '../actions/run-clock.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { openMailer } from '../mail/mailer.ts'
import { keepDoing, type Log, type Running, type Task } from './loop.ts'
import { lanesAtOnce, openPostRoom } from './send-mail.ts'

export type WorkerSettings = {
  database: Pick<Database, 'db' | 'owner'>
  config: Pick<Config, 'baseUrl' | 'dataDir' | 'smtpUrl' | 'mailFrom' | 'secret'>
  log: Log
  now?: () => Date
}

const second = 1000

/** Stopping finishes what is under way, so that a normal stop repeats nothing. */
export function startWorker({ database, config, log, now = () => new Date() }: WorkerSettings): Running {
  const mailer = openMailer(config, { lanes: lanesAtOnce })
  const { baseUrl, secret } = config
  const ctx = { db: database.db, actor: null, now, baseUrl, secret }
  const tasks: Task[] = [
    { name: 'mail', everyMs: second, run: openPostRoom({ db: database.owner, mailer, site: config, log, now }) },
    { name: 'clock', everyMs: 15 * second, run: async signal => (await runClock(ctx, signal)) > 0 },
    { name: 'pauses', everyMs: 600 * second, run: async () => (await endPauses(ctx)) < 0 },
    { name: 'graces', everyMs: 600 * second, run: async () => (await endGraces(ctx)) < 0 },
    { name: 'suspensions', everyMs: 60 * second, run: async () => (await finishHandingOver(ctx)) < 0 },
    { name: 'drafts', everyMs: 3600 * second, run: async () => (await deleteOldDrafts(ctx)) < 0 },
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
