/** PRIV-1 to PRIV-3, proved: marker words through every input, then none left anywhere, and none on the way where it may not be. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseFiles } from '#src/actions/files/tend-files.ts'
import { retainDue } from '#src/actions/privacy/retain.ts'
import { openCabinet } from '#src/files/cabinet.ts'
import { forgetLetters } from '#src/worker/forget-letters.ts'
import { type App, startApp } from '#test/app.ts'
import { addressesAndTitles, deliver, found, wholeDatabase, wholeFolder } from '#test/marked/looking.ts'
import { openMarkers, type Planted, recording } from '#test/marked/markers.ts'
import { plant } from '#test/marked/plant.ts'
import { network, type World } from '#test/network.ts'

async function everywhere(app: App): Promise<[string, string][]> {
  return [...(await wholeDatabase(app)), ...wholeFolder(app), ['logs', app.logged.join('\n')]]
}

/** What the worker does after something was erased. */
async function tidy(app: App, world: World) {
  await eraseFiles({ ...world.ctx, actor: null }, openCabinet(app.config).store)
  await forgetLetters(app.database.owner, join(app.config.dataDir, 'mail'))
}

async function open() {
  const app = await startApp()
  const world = await network({ database: app.database })
  return { app, world, markers: openMarkers(), seen: [] } satisfies Planted
}

describe('erasure', () => {
  let planted: Planted
  let things: Awaited<ReturnType<typeof plant>>
  beforeAll(async () => {
    planted = await open()
    things = await plant(planted)
  })
  afterAll(async () => {
    await planted?.world.stop()
    await planted?.app.stop()
  })

  test('PRIV-3: of 40 words and more that people typed, none is in a letter, a log line, an address, a link or a title', async () => {
    const { app, markers, seen } = planted
    expect(markers.all().length).toBeGreaterThanOrEqual(40)
    const letters = await deliver(app)
    expect(letters.length).toBeGreaterThan(5)
    const names = [...letters, ...addressesAndTitles(seen), ['logs', app.logged.join('\n')] as const]
    expect(found(markers.all(), names)).toEqual([])
  })

  test('PRIV-2: all of them are held before, and after erasure none is in any table, file, letter or log', async () => {
    const { app, world, markers, seen } = planted
    const before = found(markers.all(), await everywhere(app))
    const unheld = markers.all().filter(([what]) => !before.some(line => line.startsWith(`${what} in `)))
    expect(unheld).toEqual([])
    const { as } = recording(app, seen)
    const coordinator = await as(world.users.coordinator)
    const asked = { do: 'ask', reason: 'asked', remark: markers.of('remark') }
    await coordinator.get('/system/subjects')
    const parts = { parts: [...things.referrals] }
    const search = { name: 'Zq', dateOfBirth: markers.number.dateOfBirth }
    const copy = await coordinator.post('/system/subjects', { ...asked, ...search, ...parts, kind: 'access' })
    const dossier = await coordinator.get(copy.location ?? '')
    expect(dossier.text).toContain(markers.of('circumstances'))
    const { location } = await coordinator.post('/system/subjects', { ...asked, ...search, ...parts, kind: 'erasure' })
    await coordinator.get(location ?? '')
    expect((await coordinator.post(location ?? '', { sure: 'yes' })).status).toBe(303)
    for (const [role, person] of [
      [things.primary, things.people[0]],
      ['referrerPrimary', things.people[1]],
      [things.linkPrimary, things.people[2]],
      [things.closing, things.people[3]],
    ] as const) {
      const primary = await as(world.users[role])
      await primary.get('/people/subjects')
      const own = await primary.post('/people/subjects', { ...asked, name: 'Zq', kind: 'erasure', parts: person ?? '' })
      await primary.get(own.location ?? '')
      expect((await primary.post(own.location ?? '', { sure: 'yes' })).status).toBe(303)
    }
    await tidy(app, world)
    expect(found(markers.all(), await everywhere(app))).toEqual([])
    expect(found(markers.all(), addressesAndTitles(seen))).toEqual([])
  })
})

describe('retention', () => {
  let planted: Planted
  beforeAll(async () => {
    planted = await open()
    await plant(planted)
    await deliver(planted.app)
  })
  afterAll(async () => {
    await planted?.world.stop()
    await planted?.app.stop()
  })

  test('PRIV-1: what is anonymised or deleted when its time is up leaves none of them in any table, file, letter or log', async () => {
    const { app, world, markers } = planted
    const later = (days: number) => ({ ...world.ctx, actor: null, now: () => new Date(Date.now() + days * 86_400_000) })
    await retainDue(later(380))
    await retainDue(later(1900))
    await tidy(app, world)
    expect(found(markers.all(), await everywhere(app))).toEqual([])
  })
})
