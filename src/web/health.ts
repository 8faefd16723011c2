/** Alive, ready, and how it goes: for whoever runs the program. */
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { sql } from 'kysely'
import { hashToken } from '../auth/secrets.ts'
import { loadTokenActor } from '../db/actors.ts'
import { openStore } from '../files/store.ts'
import { absent } from './doors.ts'
import type { Deps, PublicEnv } from './env.ts'
import { registry } from './observe.ts'

export const health = new Hono<PublicEnv>()
  .get('/healthz', c => c.json({ status: 'alive' }))
  .get('/readyz', async c => {
    const checks = {
      database: await succeeds(askDatabase(c.var.deps)),
      storage: await succeeds(touchStorage(c.var.deps)),
    }
    const ready = Object.values(checks).every(Boolean)
    if (!ready) c.header('Retry-After', '10')
    return c.json({ status: ready ? 'ready' : 'unavailable', ...checks }, ready ? 200 : 503)
  })
  .get('/metrics', async c => {
    if (!isLoopback(c) && !(await isAdministrator(c))) throw absent()
    return c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType })
  })

function askDatabase({ database }: Deps) {
  return sql`select 1`.execute(database.db)
}

/** A folder is made when something is first put into it; until then what it will stand in is asked. */
async function touchStorage({ config }: Deps) {
  if (config.storageUrl.startsWith('file:')) await access(config.dataDir, constants.W_OK)
  await openStore(config.storageUrl).check()
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}

/** A proxy on the same machine says for whom it asks. */
function isLoopback(c: Context<PublicEnv>): boolean {
  if (c.req.header('x-forwarded-for') || c.req.header('forwarded')) return false
  const address = getConnInfo(c).remote.address ?? ''
  return /^(::1|(::ffff:)?127\.)/.test(address)
}

async function isAdministrator(c: Context<PublicEnv>): Promise<boolean> {
  const token = /^Bearer ([\w-]{20,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const { database, now } = c.var.deps
  const actor = token ? await loadTokenActor(database.db, hashToken(token), now()) : null
  return actor?.administrator ?? false
}
