/** RPT-3 to RPT-5: whose figures each sees, how they are narrowed and compared, and what is hidden in them. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actAs } from '#src/db/database.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type Role, type World } from '#test/network.ts'
import { reportReader } from '#test/reading-reports.ts'
import { halfYear, noon, sendReported } from '#test/reported-referrals.ts'

let app: App
let world: World
let ask: ReturnType<typeof reportReader>

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  await sendReported(world)
  ask = reportReader(world, noon, halfYear)
}, 120_000)
afterAll(async () => {
  await world?.stop()
  await app?.stop()
})

describe('RPT-2: the coordinator’s figures', () => {
  test('compared with the period before, which is as long', async () => {
    const { table, before } = await ask('coordinator', 'activity', {
      by: 'need',
      compare: 'yes',
      from: '2026-05-18',
      until: '2026-06-15',
    })
    expect(before).toEqual({ first: '2026-04-19', last: '2026-05-17' })
    expect(table).toEqual({ Food: [1, 0.5, 2, -0.5], Housing: [1, 0.5, 0, null], Debt: [0, 0, 1, -1] })
  })

  test('narrowed by need, by who sent it and by area', async () => {
    const { food } = world.categories
    expect((await ask('coordinator', 'activity', { by: 'status', need: food })).table).toEqual({
      'status.closed': [2, 2 / 3],
      'status.needs_placing': [1, 1 / 3],
    })
    expect((await ask('coordinator', 'activity', { by: 'area', area: 'E08000012' })).table).toEqual({
      Liverpool: [4, 1],
    })
    expect((await ask('coordinator', 'activity', { by: 'area', area: 'E08000003' })).rows).toEqual([])
  })
})

test('RPT-4: the food that nobody took is unmet, because of where the person lives; a refusal of consent counts without anybody', async () => {
  await sql`insert into consent_refusal (network_id, category_id, authority_code, month)
    values (${world.networkId}, ${world.categories.company}, ${'E08000012'}, ${'2026-06-01'})`.execute(
    app.database.owner,
  )
  const { rows } = await ask('coordinator', 'unmet', { by: 'together' })
  expect(rows.sort()).toEqual([
    ['Company > Liverpool > 2026-06-01 > why.refused', 1],
    ['Food > Liverpool > 2026-05-01 > why.area', 1],
  ])
  expect((await ask('coordinator', 'unmet')).table).toEqual({ Liverpool: [2, 1, 0, 0, 0, 1, 1] })
})

test('RPT-5: groups of fewer than five are hidden, larger ones tell how often they are accepted', async () => {
  const { rows } = await ask('coordinator', 'fairness', { by: 'area' })
  expect(rows).toEqual([['Liverpool', 'hidden', 'hidden', 'hidden', 'hidden']])
  const own = await ask('firstPrimary', 'people', { by: 'age' })
  expect(own.rows.flat()).toContain('hidden')
})

describe('RPT-3: who sees which figures', () => {
  test('an organisation its own: what it received, the declined and the restricted one it helps with too, and what it sent', async () => {
    expect((await ask('firstPrimary', 'activity', { by: 'status' })).table).toEqual({
      'status.closed': [2, 0.5],
      'status.accepted': [1, 0.25],
      'status.gone': [1, 0.25],
    })
    expect((await ask('referrerPrimary', 'activity', { by: 'status', of: 'sent' })).table).toEqual({
      'status.closed': [2, 0.4],
      'status.accepted': [1, 0.2],
      'status.needs_placing': [1, 0.2],
      'status.open': [1, 0.2],
    })
    expect((await ask('third', 'activity', { by: 'status' })).rows).toEqual([])
  })

  test('what is of another network, organisation or role does not exist', async () => {
    await expect(ask('firstPrimary', 'activity', { of: world.networkId })).rejects.toThrow('no such report')
    await expect(ask('commissioner', 'activity', { of: world.networkId })).rejects.toThrow('no such report')
    await expect(ask('commissioner', 'fairness')).rejects.toThrow('no such report')
    await expect(ask('outsider', 'unmet')).rejects.toThrow('no such report')
    await expect(ask('first', 'activity')).rejects.toThrow('no such report')
    expect((await ask('outsider', 'activity')).rows.every(([, count]) => count === 0)).toBe(true)
  })

  test('an administrator learns that referrals exist, and nothing of what they are about', async () => {
    const { ways } = await ask('administrator', 'activity')
    expect(ways).toEqual(['time', 'status', 'sender', 'recipient'])
    const narrowed = await ask('administrator', 'activity', { by: 'need', need: world.categories.food })
    expect(narrowed.by).toBe('time')
    expect(narrowed.rows.map(([, count]) => count)).toEqual([0, 0, 0, 0, 3, 1])
  })

  test('what was said of people is opened by SQL to those who may read it alone', async () => {
    const rowsFor = async (role: Role, side: string) => {
      const { actor } = await world.as(role)
      const { rows } = await actAs(app.database.db, actor, trx =>
        sql`select from demographics_said(${side}, ${world.networkId}, 'gender', array(select id from referral where opened_at >= '2026-01-01'))`.execute(
          trx,
        ),
      )
      return rows.length
    }
    const countedFor = async (role: Role) => {
      const { actor } = await world.as(role)
      const { rows } = await actAs(app.database.db, actor, trx =>
        sql<{
          count: number
        }>`select coalesce(sum(count), 0)::int as count from demographics_of_network(${world.networkId}, 'gender', '2026-01-01', '2026-12-31')`.execute(
          trx,
        ),
      )
      return rows[0]?.count
    }
    expect(await countedFor('coordinator')).toBe(4)
    expect(await rowsFor('coordinator', 'network')).toBe(4)
    for (const role of ['commissioner', 'firstPrimary', 'outsider', 'administrator'] as const)
      expect([await rowsFor(role, 'network'), await countedFor(role)], role).toEqual([0, 0])
    expect(await rowsFor('firstPrimary', 'received')).toBe(3)
    expect(await rowsFor('first', 'received')).toBe(0)
    const { actor } = await world.as('coordinator')
    const { rows } = await actAs(app.database.db, actor, trx =>
      sql`select from demographics_published(${world.networkId}, 'gender', '2026-01-01', '2027-01-01')`.execute(trx),
    )
    expect(rows).toEqual([])
  })

  test('a member sees them once a primary user says so, and no more when they take it back', async () => {
    app.clock.now = () => new Date()
    const { id } = await app.database.owner
      .selectFrom('membership')
      .select('id')
      .where('userId', '=', world.users.first)
      .executeTakeFirstOrThrow()
    const [member, primary] = [await app.as(world.users.first), await app.as(world.users.firstPrimary)]
    expect((await member.get('/reports')).status).toBe(404)
    expect((await primary.get(`/users/${id}`)).text).toContain('May see the organisation’s reports')
    await primary.post(`/users/${id}`, { name: 'The first', role: 'member', asksReports: 'yes', seesReports: 'yes' })
    expect((await member.get('/reports')).text).toContain('/reports/activity')
    expect((await member.get('/reports/activity?of=received')).status).toBe(200)
    await primary.post(`/users/${id}`, { name: 'The first', role: 'member', asksReports: 'yes' })
    expect((await member.get('/reports/activity?of=received')).status).toBe(404)
  })
})
