/** The doctor on the command line looks the installation over, and repairs what is derived. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doctor } from '#src/cli/doctor.ts'
import { readConfig } from '#src/config.ts'
import { runCommand } from '#test/command-line.ts'
import { network, type World } from '#test/network.ts'

let world: World
const config = readConfig({ DATA_DIR: '/tmp', SECRET: 's'.repeat(40), BASE_URL: 'http://onward.example.org' })

beforeAll(async () => {
  world = await network()
})
afterAll(() => world?.stop())

const examine = (...words: string[]) => runCommand(world.database, config, doctor, ...words)

describe('doctor', () => {
  test('a healthy installation passes every check', async () => {
    const ring = [[-3, 53.3], [-2.8, 53.3], [-2.8, 53.5], [-3, 53.5], [-3, 53.3]] // biome-ignore format: a ring
    await world.send()
    await world.database.owner.updateTable('message').set({ status: 'sent' }).execute()
    await world.database.owner
      .updateTable('area')
      .set({ geometry: JSON.stringify({ type: 'Polygon', coordinates: [ring] }) })
      .execute()
    await examine('--repair')
    const lines = await examine()
    expect(lines.filter(line => line.startsWith('✗'))).toEqual([])
    expect(lines.map(line => line.slice(2, 20).trim())).toContain('second line')
  })

  test('it finds a derived column that is wrong, repairs it, and changes nothing else', async () => {
    const { id } = await world.send()
    const before = await rowOf(id)
    await world.database.owner
      .updateTable('referral')
      .set({ status: 'closed', progress: 'closed' })
      .where('id', '=', id)
      .execute()
    await world.database.owner.updateTable('serviceCategory').set({ open: false }).execute()
    await expect(examine()).rejects.toThrow('2 things are wrong.')
    await examine('--repair')
    expect(await rowOf(id)).toEqual(before)
    await expect(examine()).resolves.toBeDefined()
  })

  test('what stands beside an asking for the figures follows its referral, is found wrong where it is, and repaired', async () => {
    const { owner } = world.database
    const { id } = await world.send()
    const beside = () =>
      owner.selectFrom('assignment').select(['authorityCode', 'counted']).where('referralId', '=', id).execute()
    const [{ authorityCode } = { authorityCode: null }] = await beside()
    const follows: [object, object][] = [
      [{ restricted: true }, { authorityCode, counted: false }],
      [{ restricted: false }, { authorityCode, counted: true }],
      [{ consentWithdrawnAt: new Date() }, { authorityCode, counted: false }],
      [{ consentWithdrawnAt: null }, { authorityCode, counted: true }],
      [{ authorityCode: null }, { authorityCode: null, counted: true }],
      [{ authorityCode }, { authorityCode, counted: true }],
    ]
    for (const [change, expected] of follows) {
      await owner.updateTable('referral').set(change).where('id', '=', id).execute()
      expect(await beside()).toEqual([expected])
    }
    await expect(examine()).resolves.toBeDefined()
    await owner
      .updateTable('assignment')
      .set({ counted: false, authorityCode: 'E00000000' })
      .where('referralId', '=', id)
      .execute()
    await expect(examine()).rejects.toThrow('One thing is wrong.')
    await examine('--repair')
    expect(await beside()).toEqual([{ authorityCode, counted: true }])
  })

  test('mail that was given up and a clock that stands still are wrong', async () => {
    const { id } = await world.send({ now: () => new Date(Date.now() - 3 * 86_400_000) })
    await expect(examine()).rejects.toThrow('One thing is wrong.')
    await world.database.owner.updateTable('clockStep').set({ doneAt: new Date() }).execute()
    await world.database.owner.updateTable('message').set({ status: 'held' }).where('referralId', '=', id).execute()
    await expect(examine()).rejects.toThrow('One thing is wrong.')
  })
})

async function rowOf(id: string) {
  const referral = await world.database.owner.selectFrom('referral').selectAll().where('id', '=', id).execute()
  const parties = await world.database.owner
    .selectFrom('referralParty')
    .selectAll()
    .where('referralId', '=', id)
    .execute()
  return { referral, parties }
}
