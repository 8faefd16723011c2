/** PRIV-1: what is kept how long, what holds it, and that it goes by itself, once, whoever does it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { retainDue } from '#src/actions/privacy/retain.ts'
import { actAs } from '#src/db/database.ts'
import { reports } from '#src/reports/index.ts'
import { type Cases, openCases, page } from '#test/cases.ts'

let cases: Cases
beforeAll(async () => {
  cases = await openCases()
})
afterAll(async () => {
  await cases?.world.stop()
  await cases?.app.stop()
})

const day = 86_400_000
const later = (days: number) => () => new Date(Date.now() + days * day)
const owner = () => cases.app.database.owner
const worker = (now: () => Date) => ({ ...cases.world.ctx, actor: null, now })

/** Closed by the service that helped. */
async function closed() {
  const { world } = cases
  const { id, reference } = await world.send({ needs: ['food'], ask: ['first'] })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  const outcomes = { [await cases.needOf(id, 'Food')]: await cases.outcomeOf(true) }
  await world.act('first', 'close', { id, service: 'first' }, { outcomes, note: '' })
  return { id, reference }
}
async function lean(id: string) {
  const row = await owner().selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const { rows } = await sql`select from referral_person where referral_id = ${id}`.execute(owner())
  return { ...row, hasPerson: rows.length > 0 }
}
const actionsOf = async (id: string) =>
  (await owner().selectFrom('event').select('action').where('referralId', '=', id).orderBy('id').execute()).map(
    ({ action }) => action,
  )

describe('PRIV-1: a closed referral', () => {
  test('says on its page when it will be anonymised, and goes then, keeping what statistics need', async () => {
    const { id } = await closed()
    const shown = (await (await cases.as('first')).get(page(id))).text
    expect(shown).toMatch(/This referral will be anonymised on .{8,40}, in 36\d days/)
    await retainDue(worker(later(300)))
    expect((await lean(id)).anonymisedAt).toBeNull()
    await retainDue(worker(later(370)))
    const row = await lean(id)
    expect(row).toMatchObject({ hasPerson: false, initials: null, outwardCode: 'L4', status: 'closed' })
    expect(row.anonymisedAt).not.toBeNull()
    expect(row.authorityCode).not.toBeNull()
    expect(row.ageBand).not.toBeNull()
    expect(await actionsOf(id)).toContain('anonymised')
    for (const role of ['first', 'referrer', 'coordinator'] as const) {
      const { status, text } = await (await cases.as(role)).get(page(id))
      expect(status).toBe(200)
      expect(text).toContain('This referral was anonymised on')
      expect(text).not.toContain('Penhaligon')
    }
  })

  test('that is held stays until the hold is lifted; both are in its history, with the reason on its page', async () => {
    const { id } = await closed()
    const coordinator = await cases.as('coordinator')
    const empty = await coordinator.fill(`${page(id)}/hold`, { do: 'hold', reason: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('There is a problem')
    const reason = 'A complaint is open until the spring.'
    const placed = await coordinator.fill(`${page(id)}/hold`, { do: 'hold', reason })
    expect(placed.location).toContain('done=held')
    expect((await (await cases.as('first')).get(page(id))).text).toContain(reason)
    await retainDue(worker(later(400)))
    expect((await lean(id)).hasPerson).toBe(true)
    await coordinator.fill(`${page(id)}/hold`, { do: 'lift' })
    expect(await actionsOf(id)).toEqual(expect.arrayContaining(['placeHold', 'liftHold']))
    await retainDue(worker(later(400)))
    expect((await lean(id)).hasPerson).toBe(false)
    expect((await coordinator.get(`${page(id)}/hold`)).status).toBe(404)
  })

  test('is held by its coordinator alone', async () => {
    const { id } = await closed()
    for (const role of ['first', 'referrer', 'outsider', 'commissioner', 'administrator'] as const)
      expect((await (await cases.as(role)).get(`${page(id)}/hold`)).status, role).toBe(404)
  })

  test('goes once, whichever of several workers takes it', async () => {
    const ids = [await closed(), await closed(), await closed()].map(({ id }) => id)
    const done = await Promise.all([1, 2, 3, 4].map(() => retainDue(worker(later(420)))))
    expect(done.reduce((sum, { referrals }) => sum + referrals, 0)).toBeGreaterThanOrEqual(ids.length)
    for (const id of ids) expect((await actionsOf(id)).filter(action => action === 'anonymised')).toHaveLength(1)
  })

  test('that is open is never touched', async () => {
    const { id } = await cases.world.send()
    await retainDue(worker(later(4000)))
    expect((await lean(id)).hasPerson).toBe(true)
  })
})

describe('PRIV-1: the coordinator', () => {
  test('sees how many go when, and which are next by reference; a shorter time is tried out before it is kept', async () => {
    const { reference } = await closed()
    const coordinator = await cases.as('coordinator')
    const now = await coordinator.get('/system/retention')
    expect(now.text).toContain(reference)
    expect(now.text).not.toContain('Penhaligon')
    expect(now.text).toMatch(/0 referrals would be anonymised in the coming night/)
    const tried = await coordinator.post('/system/retention', {
      ...seenIn(now.text),
      retentionMonths: '1',
      do: 'preview',
    })
    expect(tried.text).toContain('It is not saved yet')
    expect(tried.text).toMatch(/[1-9]\d* referrals? would be anonymised on or before/)
    const wrong = await coordinator.post('/system/retention', { ...seenIn(now.text), retentionMonths: '500' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Enter a whole number of months from 1 to 120')
    const saved = await coordinator.post('/system/retention', { ...seenIn(now.text), retentionMonths: '18' })
    expect(saved.location).toContain('done=saved')
    const late = await coordinator.post('/system/retention', { ...seenIn(now.text), retentionMonths: '6' })
    expect(late.status).toBe(409)
    await coordinator.post('/system/retention', {
      ...seenIn((await coordinator.get('/system/retention')).text),
      retentionMonths: '12',
    })
  })
})

describe('PRIV-1: an organisation’s own record', () => {
  test('counts down from the last that was done, is held by a primary user, and goes whole', async () => {
    const { id } = await closed()
    const { rows } = await sql<{
      personId: string
    }>`select person_id from person_referral where referral_id = ${id}`.execute(owner())
    const personId = rows[0]?.personId ?? ''
    const primary = await cases.as('firstPrimary')
    expect((await primary.get(`/people/${personId}`)).text).toContain('This record will be deleted on')
    await primary.fill(`/people/${personId}/hold`, { do: 'hold', reason: 'A court case.' })
    expect((await primary.get(`/people/${personId}`)).text).toContain('A court case.')
    expect((await primary.get('/people/retention')).text).toContain('1 record is held back')
    await retainDue(worker(later(800)))
    expect(await exists(personId)).toBe(true)
    await primary.fill(`/people/${personId}/hold`, { do: 'lift' })
    await primary.fill('/people/retention', { retentionMonths: '60' })
    await retainDue(worker(later(800)))
    expect(await exists(personId)).toBe(true)
    await primary.fill('/people/retention', { retentionMonths: '24' })
    await retainDue(worker(later(800)))
    expect(await exists(personId)).toBe(false)
  })
})

const seenIn = (text: string) => ({ seen: /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '' })
async function exists(personId: string): Promise<boolean> {
  return (await sql`select from person where id = ${personId}`.execute(owner())).rows.length > 0
}

describe('PRIV-1: statistics', () => {
  test('are the same before and after: every report, cut every way, and what people answered about themselves', async () => {
    await withDemographics()
    const moment = new Date()
    const before = await figures(moment)
    const answered = await tallied()
    expect(answered.length).toBeGreaterThan(0)
    const { referrals } = await retainDue(worker(later(380)))
    expect(referrals).toBeGreaterThan(0)
    expect(await figures(moment)).toEqual(before)
    expect(await tallied()).toEqual(answered)
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from demographic_tally`.execute(owner())
    expect(rows[0]?.count).toBeGreaterThan(0)
  })

  test('RPT-1, RPT-5: who is referred and who gets help is the same before and after, by each answer and by none', async () => {
    for (let n = 0; n < 3; n++) await withDemographics()
    await closed()
    const before = await cutByAnswers()
    expect(before.flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual(expect.arrayContaining(['woman', '']))
    const { referrals } = await retainDue(worker(later(380)))
    expect(referrals).toBeGreaterThan(6)
    expect(await cutByAnswers()).toEqual(before)
  })
})

/** As the coordinator reads them, of the whole month that it is. */
async function cutByAnswers() {
  const { actor } = await cases.world.as('coordinator')
  const now = new Date()
  const first = `${now.toISOString().slice(0, 7)}-01`
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0)).toISOString().slice(0, 10)
  const whose = { kind: 'network' as const, networkId: cases.world.networkId }
  const asked = { whose, days: { first, last }, step: 'day' as const, now }
  const found = []
  for (const report of reports.filter(({ id }) => ['people', 'fairness'].includes(id)))
    for (const by of report.by) {
      const read = (db: Parameters<typeof report.read>[0]['db']) => report.read({ db, actor, asked, by, before: null })
      const { rows } = await actAs(cases.app.database.db, actor, read)
      found.push({ report: report.id, by, rows })
    }
  return found
}

/** Two closed referrals, of people who answered. */
async function withDemographics() {
  const { rows } = await sql<{ key: string; option: string }>`
    select d.key, d.options -> 0 ->> 'key' as option from demographic d where d.network_id = ${cases.world.networkId}
      and d.kind in ('single', 'several') and jsonb_array_length(d.options) > 0 order by d.position limit 1`.execute(
    owner(),
  )
  const { key = '', option = '' } = rows[0] ?? {}
  for (const { id } of [await closed(), await closed()])
    await sql`update referral_detail set demographics = jsonb_build_object(${key}::text, jsonb_build_array(${option}::text))
      where referral_id = ${id}`.execute(owner())
}

/** As they stand at one moment: how long something has waited grows by itself. */
async function figures(now: Date) {
  const { actor } = await cases.world.as('coordinator')
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const asked = {
    whose: { kind: 'network' as const, networkId: cases.world.networkId },
    ...{ days: { first: day(-30), last: day(1) }, step: 'day' as const, now },
  }
  const found: unknown[] = []
  for (const report of reports)
    for (const by of report.by)
      found.push([report.id, by, (await report.read({ db: owner(), actor, asked, by, before: null })).rows])
  return found
}

/** What is not anonymised yet with what was counted when it was. */
async function tallied() {
  const { rows } = await sql<{ key: string; option: string; count: number }>`
    select key, option, sum(count)::int as count from (
      select key, option, count from demographic_tally where option <> ''
      union all select d.key, o.option, 1 from referral_detail x cross join lateral jsonb_each(x.demographics) d
        cross join lateral jsonb_array_elements_text(d.value) o(option)) both_of_them
    group by key, option order by key, option`.execute(owner())
  return rows
}
