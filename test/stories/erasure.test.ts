/** PRIV-2: a person asks to have what is held on them erased: previewed, confirmed, gone for good, and told to who keeps copies. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseFiles } from '#src/actions/files/tend-files.ts'
import { eraseAgain } from '#src/actions/privacy/erase-again.ts'
import { storedFiles } from '#test/attachments.ts'
import { page } from '#test/cases.ts'
import { openSubjects, type Subjects } from '#test/subjects.ts'

let here: Subjects
beforeAll(async () => {
  here = await openSubjects()
})
afterAll(() => here?.stop())

describe('PRIV-2: erasure', () => {
  test('says what goes, waits while something is open, and takes all of it once it is confirmed', async () => {
    const { id, reference } = await here.closed('Erased')
    const open = await here.cases.world.send({ needs: ['food'], ask: ['first'] })
    const coordinator = await here.cases.as('coordinator')
    const early = await here.ask(coordinator, '/system/subjects', { kind: 'erasure', parts: open.id })
    expect((await coordinator.get(early)).text).toContain('is still open. Withdraw or close it first')
    expect((await coordinator.post(early, { sure: 'yes' })).status).toBe(303)
    expect((await coordinator.get(early)).text).not.toContain('Erased on')

    const path = await here.ask(coordinator, '/system/subjects', { kind: 'erasure', parts: id })
    const preview = (await coordinator.get(path)).text
    for (const words of ['1 private note', '1 file', 'The first organisation: 1 record'])
      expect(preview).toContain(words)
    const unsure = await coordinator.post(path, {})
    expect(unsure.status).toBe(422)
    expect(unsure.text).toContain('Confirm that you have made sure')
    await coordinator.post(path, { sure: 'yes' })
    await coordinator.post(path, { sure: 'yes' })
    expect((await coordinator.get(path)).text).toContain('Erased on')
    const lean = await here.owner.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(lean).toMatchObject({ reference, initials: null, ageBand: null, outwardCode: null, authorityCode: null })
    const copies = await here.owner
      .selectFrom('assignment')
      .select('authorityCode')
      .where('referralId', '=', id)
      .execute()
    expect(new Set(copies.map(({ authorityCode }) => authorityCode))).toEqual(new Set([null]))
    const { rows } = await sql`select from note where referral_id = ${id}`.execute(here.owner)
    expect(rows).toHaveLength(0)
    const before = storedFiles(here.cases.app).length
    await eraseFiles({ ...here.cases.world.ctx, actor: null }, here.cabinet().store)
    expect(storedFiles(here.cases.app)).toHaveLength(before - 1)
    const erased = await here.owner
      .selectFrom('event')
      .select('id')
      .where('referralId', '=', id)
      .where('action', '=', 'erased')
      .execute()
    expect(erased).toHaveLength(1)

    expect(await here.letters('copies_told')).toEqual([
      { userId: here.cases.world.users.firstPrimary, codes: JSON.stringify({ networkId: here.cases.world.networkId }) },
    ])
    const primary = await here.cases.as('firstPrimary')
    const told = (await primary.get('/people/subjects')).text
    expect(told).toContain('Erased elsewhere: yours to decide')
    expect(told).toContain('Morag Erased')
    const keep = /action="(\/subject-copies\/[^"]+)"/.exec(told)?.[1] ?? ''
    expect((await (await here.cases.as('second')).fill('/people/subjects', {})).status).toBe(422)
    await primary.post(keep, { from: 'own' })
    expect((await primary.get('/people/subjects')).text).not.toContain('Erased elsewhere')
  })

  test('an organisation erases its own record, tags that nobody else carries included', async () => {
    const { id } = await here.closed('Ownrecord')
    const personId = await here.recordOf(id)
    const primary = await here.cases.as('firstPrimary')
    await primary.get(`/people/${personId}`)
    await primary.post(`/people/${personId}/tags`, { name: 'Gone with her' })
    const path = await here.ask(primary, '/people/subjects', { kind: 'erasure', parts: personId })
    await primary.get(path)
    await primary.post(path, { sure: 'yes' })
    expect((await primary.get(`/people/${personId}`)).status).toBe(404)
    const { rows } = await sql`select from tag where name = 'Gone with her'`.execute(here.owner)
    expect(rows).toHaveLength(0)
    expect((await (await here.cases.as('first')).get(page(id))).text).toContain('Ownrecord')
  })

  test('outlives a copy from before: what was restored is erased again', async () => {
    const { id } = await here.closed('Restored')
    const kept = await here.owner
      .selectFrom('referralPerson')
      .selectAll()
      .where('referralId', '=', id)
      .executeTakeFirstOrThrow()
    const coordinator = await here.cases.as('coordinator')
    const path = await here.ask(coordinator, '/system/subjects', { kind: 'erasure', parts: id })
    await coordinator.get(path)
    await coordinator.post(path, { sure: 'yes' })
    await sql`insert into referral_person (referral_id, first_name, last_name) values (${id}, ${kept.firstName}, ${kept.lastName})`.execute(
      here.owner,
    )
    expect(await eraseAgain({ ...here.cases.world.ctx, actor: null })).toBe(1)
    const { rows } = await sql`select from referral_person where referral_id = ${id}`.execute(here.owner)
    expect(rows).toHaveLength(0)
    expect(await eraseAgain({ ...here.cases.world.ctx, actor: null })).toBe(0)
  })
})
