/** The whole program but its worker, in this process: real HTTP, real SQL on a database of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { api } from '#src/api/index.ts'
import { hashPassword } from '#src/auth/password.ts'
import { hashToken, newToken } from '#src/auth/secrets.ts'
import { readConfig } from '#src/config.ts'
import { setPassword } from '#src/db/credentials.ts'
import { type Database, openDatabase } from '#src/db/database.ts'
import { addSession } from '#src/db/sessions.ts'
import { openLog } from '#src/log.ts'
import { createApp } from '#src/web/server.tsx'
import { type Browser, openBrowser } from './browser-like.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'

export type App = Awaited<ReturnType<typeof startApp>>
export const password = 'nine-purple-kettles'

/** `env` as the operator would set it; on a database of its own, or the one given. `clock.now` may be moved. */
export async function startApp(env: Readonly<Record<string, string>> = {}, given?: FreshDatabase) {
  const { url: databaseUrl, drop } = given ?? (await freshDatabase())
  const folder = mkdtempSync(join(tmpdir(), 'onward-app-'))
  const config = readConfig({
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    DEMO: 'off',
    SECRET: 's'.repeat(40),
    ...env,
  })
  const database = openDatabase(config.databaseUrl ?? databaseUrl)
  const clock = { now: () => new Date() }
  const logged: string[] = []
  const log = openLog('debug', { write: line => logged.push(line) })
  const app = createApp({ database, config, log, now: () => clock.now() }, [api])
  const { server, url } = await listen(app.fetch, Number(env.PORT ?? 0))
  const stop = async () => {
    server.close()
    await database.close()
    await drop()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    url,
    database,
    config,
    clock,
    /** Every route that answers, middleware left out. */
    routes: app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path })),
    /** Every line that the program logged. */
    logged,
    stop,
    /** A new browser, nobody signed in. */
    browser: () => openBrowser(url),
    /** A browser in which this user is signed in, without the cost of a password. */
    as: (userId: string) => openAs(database, url, userId, clock.now()),
    addUser: (user: NewUser) => addUser(database, user),
  }
}

type NewUser = { email: string; name?: string; administrator?: boolean }

/** Somebody with the password `password`. Returns the id. */
async function addUser(
  { owner }: Database,
  { email, name = 'Ama Mensah', administrator = false }: NewUser,
): Promise<string> {
  const { id } = await owner
    .insertInto('user')
    .values({ email, name, platformAdministrator: administrator })
    .returning('id')
    .executeTakeFirstOrThrow()
  knownHash ??= hashPassword(password)
  await setPassword(owner, id, await knownHash, new Date())
  return id
}
let knownHash: Promise<string> | undefined

async function openAs({ owner }: Database, url: string, userId: string, now: Date): Promise<Browser> {
  const token = newToken()
  await addSession(owner, userId, hashToken(token), now)
  const browser = openBrowser(url)
  browser.cookies.set('session', token)
  return browser
}

async function listen(fetch: Parameters<typeof serve>[0]['fetch'], port: number) {
  const server = serve({ fetch, port, hostname: '127.0.0.1' })
  await new Promise(resolve => server.once('listening', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
