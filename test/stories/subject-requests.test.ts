/** PRIV-2: a person asks for a copy of what is held on them: found, given out, and released by the authors of private notes. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSubjects, type Subjects } from '#test/subjects.ts'

let here: Subjects
beforeAll(async () => {
  here = await openSubjects()
})
afterAll(() => here?.stop())

describe('PRIV-2: a copy of everything', () => {
  test('is found by what the person says, with a slip of the pen, and no name is in an address', async () => {
    const { id, reference } = await here.closed()
    const coordinator = await here.cases.as('coordinator')
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
      expect((await (await here.cases.as(role)).get('/system/subjects')).status, role).toBe(404)
  })

  test('counts private notes, which their authors alone release; and every production is on record', async () => {
    const { id, reference } = await here.closed()
    const coordinator = await here.cases.as('coordinator')
    const path = await here.ask(coordinator, '/system/subjects', {
      kind: 'access',
      parts: id,
      remark: 'Saw a passport.',
    })
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
    const told = await here.letters('notes_asked')
    expect(told).toEqual([
      { userId: here.cases.world.users.first, codes: JSON.stringify({ networkId: here.cases.world.networkId }) },
    ])

    const author = await here.cases.as('first')
    expect((await author.get('/')).text).toContain('1 private note of yours is asked for')
    const asked = (await author.get('/note-releases')).text
    expect(asked).toContain('afraid of a neighbour')
    expect((await (await here.cases.as('second')).get('/note-releases')).text).not.toContain('afraid')
    const action = /action="(\/note-releases\/[^"]+)"/.exec(asked)?.[1] ?? ''
    const other = await here.cases.as('second')
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
    const { now } = here.cases.app.clock
    here.cases.app.clock.now = () => new Date(now().getTime() + 20 * 60_000)
    expect((await coordinator.get(`${path}/json`)).location).toContain('/preferences/prove')
    here.cases.app.clock.now = now
    const events = await here.owner
      .selectFrom('event')
      .select(['action', 'codes'])
      .where('action', '=', 'producedData')
      .execute()
    expect(events.map(({ codes }) => (codes as { as: string }).as)).toEqual(['page', 'page', 'page', 'json'])
    for (const role of ['first', 'firstPrimary', 'outsider', 'administrator'] as const)
      expect((await (await here.cases.as(role)).get(path)).status, role).toBe(404)
  })

  test('goes with its files as one archive', async () => {
    const { id } = await here.closed()
    const coordinator = await here.cases.as('coordinator')
    const path = await here.ask(coordinator, '/system/subjects', { kind: 'access', parts: id })
    const cookie = [...coordinator.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(`${path}/zip`, here.cases.app.url), { headers: { cookie } })
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    expect(Object.keys(files)).toEqual(['everything.json', 'files/1-letter.txt'])
    expect(Buffer.from(files['files/1-letter.txt'] ?? []).toString()).toContain('your parcel is ready')
  })

  test('of a restricted referral needs it opened with a reason first', async () => {
    const { id } = await here.cases.world.send({ needs: ['food'], ask: ['first'], fill: { restricted: true } })
    const reference = (await here.cases.caseOf(id)).reference
    const coordinator = await here.cases.as('coordinator')
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
    const { id } = await here.closed()
    const personId = await here.recordOf(id)
    const primary = await here.cases.as('firstPrimary')
    const path = await here.ask(primary, '/people/subjects', { kind: 'access', parts: personId })
    const { text } = await primary.get(path)
    expect(text).toContain('Morag Penhaligon')
    expect(text).not.toContain('afraid of a neighbour')
    expect((await (await here.cases.as('coordinator')).get(path)).status).toBe(404)
    const foreign = await (await here.cases.as('second')).fill('/people/subjects', {
      ...{ do: 'ask', name: 'Penhaligon', kind: 'erasure', reason: 'asked', parts: personId },
    })
    expect(foreign.text).not.toContain('Erase it for good')
  })
})
