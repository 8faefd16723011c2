/** PRIV-2: a person asks what is held on them, or to have it erased: found, given out, released by authors, and gone. */

import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseFiles } from '#src/actions/files/tend-files.ts'
import { eraseAgain } from '#src/actions/privacy/erase-again.ts'
import { attachments, storedFiles } from '#test/attachments.ts'
import type { Browser } from '#test/browser-like.ts'
import { type Cases, openCases, page } from '#test/cases.ts'
import type { Role } from '#test/network.ts'

let cases: Cases
beforeAll(async () => {
  cases = await openCases()
})
afterAll(async () => {
  await cases?.world.stop()
  await cases?.app.stop()
})
const { attach, cabinet } = attachments(() => ({ app: cases.app, world: cases.world }))
const owner = () => cases.app.database.owner

/** Closed, with a regular note, a private one of the helper's and a file. */
async function closed(lastName = 'Penhaligon') {
  const { world } = cases
  const fill = { person: { ...person, lastName } }
  const { id, reference } = await world.send({ needs: ['food'], ask: ['first'], fill })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  await note('first', id, 'regular', 'Came on Tuesday.')
  await note('first', id, 'private', 'Seems afraid of a neighbour.')
  await attach('first', id, 'letter.txt', 'Dear Morag, your parcel is ready.')
  const outcomes = { [await cases.needOf(id, 'Food')]: await cases.outcomeOf(true) }
  await world.act('first', 'close', { id, service: 'first' }, { outcomes, note: '' })
  return { id, reference }
}
const person = {
  ...{ title: '', firstName: 'Morag', dateOfBirth: '1984-02-29', phone: '', email: 'morag@example.com' },
  preferredContact: '' as const,
}
const note = async (role: Role, id: string, kind: string, body: string) => {
  const browser = await cases.as(role)
  return browser.get(page(id)).then(() => browser.post(`${page(id)}/notes`, { kind, body }))
}
const ask = async (browser: Browser, path: string, fields: Record<string, string | string[]>) => {
  await browser.get(path)
  const { location } = await browser.post(path, { do: 'ask', name: 'Penhaligon', reason: 'asked', ...fields })
  return location ?? ''
}
const recordOf = async (id: string) => {
  const { rows } = await sql<{
    personId: string
  }>`select person_id from person_referral where referral_id = ${id}`.execute(owner())
  return rows[0]?.personId ?? ''
}
const letters = async (template: string) =>
  (await owner().selectFrom('message').select(['userId', 'codes']).where('template', '=', template).execute()).map(
    ({ userId, codes }) => ({ userId, codes: JSON.stringify(codes) }),
  )

describe('PRIV-2: a copy of everything', () => {
  test('is found by what the person says, with a slip of the pen, and no name is in an address', async () => {
    const { id, reference } = await closed()
    const coordinator = await cases.as('coordinator')
    await coordinator.get('/system/subjects')
    for (const search of [
      { name: 'Penhaligan' },
      { 'dateOfBirth-year': '1984' },
      { postcode: 'l49zq' },
      { reference },
    ]) {
      const found = await coordinator.post('/system/subjects', { do: 'find', ...search })
      expect(found.status).toBe(200)
      expect(found.text).toContain(`value="${id}"`)
    }
    const nothing = await coordinator.post('/system/subjects', { do: 'find' })
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain('Enter a name, a date of birth, a postcode or a reference')
    const unsaid = await coordinator.post('/system/subjects', { do: 'ask', name: 'Penhaligon' })
    expect(unsaid.status).toBe(422)
    for (const words of ['Choose what is this person’s', 'Choose what they ask for', 'Choose why'])
      expect(unsaid.text).toContain(words)
    for (const role of ['first', 'firstPrimary', 'commissioner', 'administrator'] as const)
      expect((await (await cases.as(role)).get('/system/subjects')).status, role).toBe(404)
  })

  test('counts private notes, which their authors alone release; and every production is on record', async () => {
    const { id, reference } = await closed()
    const coordinator = await cases.as('coordinator')
    const path = await ask(coordinator, '/system/subjects', { kind: 'access', parts: id, remark: 'Saw a passport.' })
    const before = (await coordinator.get(path)).text
    for (const words of [
      reference,
      'Morag',
      '7 Lantern Row',
      'Came on Tuesday.',
      'letter.txt',
      '1 private note.',
      'Saw a passport.',
    ])
      expect(before).toContain(words)
    expect(before).not.toContain('afraid of a neighbour')
    const told = await letters('notes_asked')
    expect(told).toEqual([
      { userId: cases.world.users.first, codes: JSON.stringify({ networkId: cases.world.networkId }) },
    ])

    const author = await cases.as('first')
    expect((await author.get('/')).text).toContain('1 private note of yours is asked for')
    const asked = (await author.get('/note-releases')).text
    expect(asked).toContain('afraid of a neighbour')
    expect((await (await cases.as('second')).get('/note-releases')).text).not.toContain('afraid')
    const action = /action="(\/note-releases\/[^"]+)"/.exec(asked)?.[1] ?? ''
    const other = await cases.as('second')
    expect((await other.fill('/note-releases', {})).status).toBe(404)
    expect((await other.post(action, { decision: 'released' })).status).toBe(404)
    expect((await author.post(action, { decision: 'kept' })).location).toContain('done=kept')
    expect((await coordinator.get(path)).text).toContain('Kept back: 1')
    expect((await author.post(action, { decision: 'released' })).location).toContain('done=released')
    expect((await coordinator.get(path)).text).toContain('afraid of a neighbour')

    const json = JSON.parse((await coordinator.get(`${path}/json`)).text)
    expect(json.held[0].referral_person[0]).toMatchObject({ first_name: 'Morag' })
    expect(json.held[0].note.map(({ body }: { body: string }) => body)).toContain('Seems afraid of a neighbour.')
    expect(JSON.stringify(json)).not.toMatch(/match_hash|storage_key/)
    const { now } = cases.app.clock
    cases.app.clock.now = () => new Date(now().getTime() + 20 * 60_000)
    expect((await coordinator.get(`${path}/json`)).location).toContain('/preferences/prove')
    cases.app.clock.now = now
    const events = await owner()
      .selectFrom('event')
      .select(['action', 'codes'])
      .where('action', '=', 'producedData')
      .execute()
    expect(events.map(({ codes }) => (codes as { as: string }).as)).toEqual(['page', 'page', 'page', 'json'])
    for (const role of ['first', 'firstPrimary', 'outsider', 'administrator'] as const)
      expect((await (await cases.as(role)).get(path)).status, role).toBe(404)
  })

  test('goes with its files as one archive', async () => {
    const { id } = await closed()
    const coordinator = await cases.as('coordinator')
    const path = await ask(coordinator, '/system/subjects', { kind: 'access', parts: id })
    const cookie = [...coordinator.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(`${path}/zip`, cases.app.url), { headers: { cookie } })
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    expect(Object.keys(files)).toEqual(['everything.json', 'files/1-letter.txt'])
    expect(Buffer.from(files['files/1-letter.txt'] ?? []).toString()).toContain('your parcel is ready')
  })

  test('of a restricted referral needs it opened with a reason first', async () => {
    const { id } = await cases.world.send({ needs: ['food'], ask: ['first'], fill: { restricted: true } })
    const reference = (await cases.caseOf(id)).reference
    const coordinator = await cases.as('coordinator')
    await coordinator.get('/system/subjects')
    const found = await coordinator.post('/system/subjects', { do: 'find', reference })
    expect(found.text).toContain('Restricted: known by its reference alone')
    expect(found.text).not.toContain('Penhaligon')
    const refused = await coordinator.post('/system/subjects', {
      do: 'ask',
      reference,
      kind: 'access',
      reason: 'asked',
      parts: id,
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Open a restricted referral with a reason first')
  })

  test('an organisation gives out its own record of the person, and nobody else’s', async () => {
    const { id } = await closed()
    const personId = await recordOf(id)
    const primary = await cases.as('firstPrimary')
    const path = await ask(primary, '/people/subjects', { kind: 'access', parts: personId })
    const { text } = await primary.get(path)
    expect(text).toContain('Morag Penhaligon')
    expect(text).not.toContain('afraid of a neighbour')
    expect((await (await cases.as('coordinator')).get(path)).status).toBe(404)
    const foreign = await (await cases.as('second')).fill('/people/subjects', {
      ...{ do: 'ask', name: 'Penhaligon', kind: 'erasure', reason: 'asked', parts: personId },
    })
    expect(foreign.text).not.toContain('Erase it for good')
  })
})

describe('PRIV-2: erasure', () => {
  test('says what goes, waits while something is open, and takes all of it once it is confirmed', async () => {
    const { id, reference } = await closed('Erased')
    const open = await cases.world.send({ needs: ['food'], ask: ['first'] })
    const coordinator = await cases.as('coordinator')
    const early = await ask(coordinator, '/system/subjects', { kind: 'erasure', parts: open.id })
    expect((await coordinator.get(early)).text).toContain('is still open. Withdraw or close it first')
    expect((await coordinator.post(early, { sure: 'yes' })).status).toBe(303)
    expect((await coordinator.get(early)).text).not.toContain('Erased on')

    const path = await ask(coordinator, '/system/subjects', { kind: 'erasure', parts: id })
    const preview = (await coordinator.get(path)).text
    for (const words of ['1 private note', '1 file', 'The first organisation: 1 record'])
      expect(preview).toContain(words)
    const unsure = await coordinator.post(path, {})
    expect(unsure.status).toBe(422)
    expect(unsure.text).toContain('Confirm that you have made sure')
    await coordinator.post(path, { sure: 'yes' })
    await coordinator.post(path, { sure: 'yes' })
    expect((await coordinator.get(path)).text).toContain('Erased on')
    const lean = await owner().selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(lean).toMatchObject({ reference, initials: null, ageBand: null, outwardCode: null, authorityCode: null })
    const { rows } = await sql`select from note where referral_id = ${id}`.execute(owner())
    expect(rows).toHaveLength(0)
    const before = storedFiles(cases.app).length
    await eraseFiles({ ...cases.world.ctx, actor: null }, cabinet().store)
    expect(storedFiles(cases.app)).toHaveLength(before - 1)
    const erased = await owner()
      .selectFrom('event')
      .select('id')
      .where('referralId', '=', id)
      .where('action', '=', 'erased')
      .execute()
    expect(erased).toHaveLength(1)

    expect(await letters('copies_told')).toEqual([
      { userId: cases.world.users.firstPrimary, codes: JSON.stringify({ networkId: cases.world.networkId }) },
    ])
    const primary = await cases.as('firstPrimary')
    const told = (await primary.get('/people/subjects')).text
    expect(told).toContain('Erased elsewhere: yours to decide')
    expect(told).toContain('Morag Erased')
    const keep = /action="(\/subject-copies\/[^"]+)"/.exec(told)?.[1] ?? ''
    expect((await (await cases.as('second')).fill('/people/subjects', {})).status).toBe(422)
    await primary.post(keep, { from: 'own' })
    expect((await primary.get('/people/subjects')).text).not.toContain('Erased elsewhere')
  })

  test('an organisation erases its own record, tags that nobody else carries included', async () => {
    const { id } = await closed('Ownrecord')
    const personId = await recordOf(id)
    const primary = await cases.as('firstPrimary')
    await primary.get(`/people/${personId}`)
    await primary.post(`/people/${personId}/tags`, { name: 'Gone with her' })
    const path = await ask(primary, '/people/subjects', { kind: 'erasure', parts: personId })
    await primary.get(path)
    await primary.post(path, { sure: 'yes' })
    expect((await primary.get(`/people/${personId}`)).status).toBe(404)
    const { rows } = await sql`select from tag where name = 'Gone with her'`.execute(owner())
    expect(rows).toHaveLength(0)
    expect((await (await cases.as('first')).get(page(id))).text).toContain('Ownrecord')
  })

  test('outlives a copy from before: what was restored is erased again', async () => {
    const { id } = await closed('Restored')
    const kept = await owner()
      .selectFrom('referralPerson')
      .selectAll()
      .where('referralId', '=', id)
      .executeTakeFirstOrThrow()
    const coordinator = await cases.as('coordinator')
    const path = await ask(coordinator, '/system/subjects', { kind: 'erasure', parts: id })
    await coordinator.get(path)
    await coordinator.post(path, { sure: 'yes' })
    await sql`insert into referral_person (referral_id, first_name, last_name) values (${id}, ${kept.firstName}, ${kept.lastName})`.execute(
      owner(),
    )
    expect(await eraseAgain({ ...cases.world.ctx, actor: null })).toBe(1)
    const { rows } = await sql`select from referral_person where referral_id = ${id}`.execute(owner())
    expect(rows).toHaveLength(0)
    expect(await eraseAgain({ ...cases.world.ctx, actor: null })).toBe(0)
  })
})
