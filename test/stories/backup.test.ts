/** Backup: everything in one file while the program runs, back into an empty place, refused where a byte is not as it was. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealAudit, verifyAudit } from '#src/actions/seal-audit.ts'
import { backup } from '#src/cli/backup.ts'
import { restore } from '#src/cli/restore.ts'
import type { Config } from '#src/config.ts'
import { copyOut, inOneMoment, listKept } from '#src/db/backup/copy.ts'
import { type Database, openDatabase } from '#src/db/database.ts'
import { openStore } from '#src/files/store.ts'
import { type App, startApp } from '#test/app.ts'
import { runCommand } from '#test/command-line.ts'
import { freshDatabase } from '#test/database.ts'
import { type Furnished, furnish } from '#test/permissions/furnished.ts'

let app: App
let world: Furnished
const folder = mkdtempSync(join(tmpdir(), 'onward-backup-'))
const file = join(folder, 'everything.backup')
const empties: { database: Database; drop: () => Promise<void> }[] = []

beforeAll(async () => {
  app = await startApp()
  world = await furnish(app)
  await sealAudit(world.world.ctx)
  await runCommand(app.database, app.config, backup, file)
}, 120_000)
afterAll(async () => {
  for (const { database, drop } of empties) {
    await database.close()
    await drop()
  }
  await app?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function empty(name: string) {
  const { url, drop } = await freshDatabase()
  const database = openDatabase(url)
  empties.push({ database, drop })
  const config: Config = { ...app.config, storageUrl: pathToFileURL(join(folder, name)).href }
  return { database, config }
}

/** Of every table: its rows as they are written out, in any order. */
function hashesOf({ ownerPool }: Database) {
  return inOneMoment(ownerPool, async client => {
    const hashes: Record<string, string> = {}
    for (const kept of await listKept(client)) {
      const chunks: Buffer[] = []
      for await (const chunk of copyOut(client, kept)) chunks.push(chunk)
      const lines = Buffer.concat(chunks).toString().split('\n').sort()
      hashes[kept.table] = createHash('sha256').update(lines.join('\n')).digest('hex')
    }
    return hashes
  })
}

test('BACKUP: every table, every file and the end of the audit are as they were', async () => {
  const place = await empty('whole')
  const said = await runCommand(place.database, place.config, restore, file)
  expect(await hashesOf(place.database)).toEqual(await hashesOf(app.database))
  const stored = await app.database.owner.selectFrom('file').select('storageKey').execute()
  expect(stored.length).toBeGreaterThan(1)
  for (const { storageKey } of stored)
    expect(await openStore(place.config.storageUrl).read(storageKey)).toEqual(
      await openStore(app.config.storageUrl).read(storageKey),
    )
  const { seals, broken } = await verifyAudit({ db: place.database.owner })
  expect(broken).toBeNull()
  expect(seals).toBeGreaterThan(0)
  expect(said.join()).toContain(`The audit ends with ${seals}:`)
  // What was taken down for it is back: references, triggers, counting on.
  await expect(
    sql`insert into note (referral_id, kind, body) values (gen_random_uuid(), 'message', '')`.execute(
      place.database.owner,
    ),
  ).rejects.toThrow()
  await expect(sql`update event set action = 'x'`.execute(place.database.owner)).rejects.toThrow('append-only')
  const { rows } = await sql<{ id: number }>`
    insert into event (at, action, party) values (now(), 'x', 'system') returning id`.execute(place.database.owner)
  expect(rows[0]?.id).toBeGreaterThan(1)
  await expect(runCommand(place.database, place.config, restore, file)).rejects.toThrow('something here already')
})

test('BACKUP: a file that lost its end, or had a byte changed anywhere, is refused and nothing is restored', async () => {
  const place = await empty('damaged')
  const whole = readFileSync(file)
  const broken = join(folder, 'broken')
  const refuse = async (bytes: Buffer, where: number) => {
    writeFileSync(broken, bytes)
    await expect(runCommand(place.database, place.config, restore, broken), String(where)).rejects.toThrow(/damaged/)
  }
  for (const part of [0.1, 0.5, 0.99]) await refuse(whole.subarray(0, Math.floor(whole.length * part)), part)
  let tried = 0
  for (const part of [0.02, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95]) {
    const bytes = Buffer.from(whole)
    const at = Math.floor(bytes.length * part)
    if (bytes[at] === 0) continue // between two pieces nothing is kept
    bytes[at] = (bytes[at] ?? 0) ^ 0x55
    await refuse(bytes, part)
    tried++
  }
  expect(tried).toBeGreaterThan(3)
  await refuse(Buffer.from('not a backup at all'), 0)
  expect((await sql`select from "user"`.execute(place.database.owner)).rows).toEqual([])
  expect(existsSync(join(folder, 'damaged', 'files'))).toBe(false)
})

test('BACKUP: one that was made under another SECRET is refused, and a file there is never written over', async () => {
  const place = await empty('secret')
  const other = { ...place.config, secret: 'x'.repeat(40) }
  await expect(runCommand(place.database, other, restore, file)).rejects.toThrow('another SECRET')
  await expect(runCommand(app.database, app.config, backup, file)).rejects.toThrow('already')
  await expect(runCommand(place.database, place.config, restore, join(folder, 'none'))).rejects.toThrow('no file')
})

test('BACKUP, PRIV-2: what was erased since it was made is erased again', async () => {
  const place = await empty('erased')
  const list = join(folder, 'erasures.json')
  await sql`insert into erasure values ('referral', ${world.referral}, 'request', now()) on conflict do nothing`.execute(
    app.database.owner,
  )
  await runCommand(app.database, app.config, backup, '--erasures', list)
  const said = await runCommand(place.database, place.config, restore, file, '--erasures', list)
  expect(said.join()).toContain('1 erasures made since')
  const { rows } = await sql`select from referral_person where referral_id = ${world.referral}`.execute(
    place.database.owner,
  )
  expect(rows).toEqual([])
})
