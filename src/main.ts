/** The only wiring: environment, database, pages, worker; and how all of it stops. */
import type { Logger } from 'pino'
import { issueSetUpCode } from './actions/issue-set-up-code.ts'
import { loadDemonstration } from './actions/load-demonstration.ts'
import { entryToken } from './actions/make-entry-link.ts'
import { api } from './api/index.ts'
import { type Config, readConfig } from './config.ts'
import { type Database, openDatabase } from './db/database.ts'
import {
  demonstrationPassword,
  isDemonstration,
  isNew,
  readDemonstrationLinks,
  readDemonstrationSignIns,
} from './db/demonstration.ts'
import { startEmbedded } from './db/embedded.ts'
import { alone, migrate } from './db/migrate.ts'
import { forgetOldSignIns } from './db/sessions.ts'
import { isProblem } from './domain/problem.ts'
import { openLog } from './log.ts'
import { listen } from './web/listen.ts'
import { measureProcess } from './web/observe.ts'
import { createApp } from './web/server.tsx'
import { startWorker } from './worker/index.ts'

const hour = 3_600_000
/** Undone in the opposite order. */
const closers: (() => Promise<void> | void)[] = []
const say = (line: string) => console.log(line)
const now = () => new Date()
/** What the demonstration wrote since then is put into the mail folder, for its page of messages. */
const yesterday = () => new Date(Date.now() - 24 * hour)

process.once('SIGTERM', stop)
process.once('SIGINT', stop)
await start().catch(giveUp)

async function start() {
  const config = readConfig(process.env)
  const log = openLog(config.logLevel)
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, error => {
      log.fatal({ err: error }, event)
      process.exit(1)
    })
  const database = await openStore(config)
  if (config.worker !== 'off') closers.push(startWorker({ database, config, log }).stop, tidyHourly(database, log))
  if (config.worker !== 'only') await openDoors(config, database, log)
}

async function openStore(config: Config): Promise<Database> {
  const url = config.databaseUrl ?? (await openOwn(config))
  await migrate(url)
  const database = openDatabase(url)
  closers.push(database.close)
  await alone(url, async () => {
    if ((await isDemonstration(database.owner, config.demo)) && (await isNew(database.owner)))
      await loadDemonstration(database, {
        ...config,
        past: true,
        deliverSince: config.smtpUrl ? now() : yesterday(),
      })
  })
  return database
}

async function openOwn({ dataDir }: Config): Promise<string> {
  const { url, stop } = await startEmbedded(dataDir, say)
  closers.push(stop)
  return url
}

async function openDoors(config: Config, database: Database, log: Logger) {
  measureProcess()
  const { port, close } = await listen(createApp({ database, config, log, now }, [api]), config)
  closers.push(close)
  const at = config.baseUrl.replace(/:0$/, `:${port}`)
  say(`Onward is at ${at}`)
  await announceSetUp(database, config, at)
  if (await isDemonstration(database.db, config.demo)) await announceDemonstration(database, config, at)
}

/** On the console alone, where only those read who run the program; never into the log. */
async function announceSetUp({ db }: Database, { secret }: Config, at: string) {
  const issued = await issueSetUpCode(db, secret, now())
  if (issued) say(`\nNobody has an account yet. Open ${at}/set-up and enter this code:\n\n  ${issued.code}\n`)
}

async function announceDemonstration({ db }: Database, { secret }: Config, at: string) {
  const signIns = await readDemonstrationSignIns(db)
  if (signIns.length === 0) return
  say(`\nThe demonstration's sign-ins, all with the password ${demonstrationPassword}`)
  for (const { email, role, organisation } of signIns)
    say(`  ${email.padEnd(44)} ${role.padEnd(14)} ${organisation ?? ''}`)
  const links = await readDemonstrationLinks(db)
  if (links.length > 0) say('\nThe form without an account:')
  for (const { id, label, organisation } of links)
    say(`  ${at}/f/${entryToken(secret, id)}  ${organisation ? `${label}, ${organisation}` : label}`)
  const sites = [...new Set(links.flatMap(link => link.sites))]
  if (sites.length > 0) say(`  The same with /embed after it, inside a page of ${sites.join(' or ')}`)
}

function tidyHourly({ db }: Database, log: Logger) {
  const tidy = () =>
    forgetOldSignIns(db, now()).catch(error => log.warn({ err: error }, 'old sign-ins stay for an hour more'))
  const timer = setInterval(tidy, hour)
  return () => clearInterval(timer)
}

async function stop() {
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(1))
  for (const close of closers.splice(0).reverse()) await close()
  process.exit(0)
}

async function giveUp(error: unknown) {
  console.error(isProblem(error) ? error.message : error)
  for (const close of closers.splice(0).reverse()) await Promise.resolve(close()).catch(() => {})
  process.exit(1)
}
