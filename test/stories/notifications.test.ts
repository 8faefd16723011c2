/** RES-2: who is emailed what and how often, the daily letter, the team inbox, and letters that did not go. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeDigests } from '#src/actions/write-digests.ts'
import { writeChoices } from '#src/db/notice-choices.ts'
import { type How, hows, howTold, type NoticeKind } from '#src/domain/notices.ts'
import { startWorker } from '#src/worker/index.ts'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type Role, type World } from '#test/network.ts'
import { openPostOffice, type PostOffice } from '#test/post-office.ts'

let app: App
let office: PostOffice
let world: World
beforeAll(async () => {
  office = await openPostOffice()
  app = await startApp({ SMTP_URL: office.url })
  world = await network({ database: app.database })
})
afterAll(async () => {
  await app?.stop()
  await office?.close()
})
beforeEach(async () => {
  await sql`delete from notice_choice`.execute(app.database.owner)
  await sql`update organisation set team_inbox = null`.execute(app.database.owner)
  await sql`update digest_item set message_id = (select id from message limit 1) where message_id is null`.execute(
    app.database.owner,
  )
})

const as = (role: Role) => app.as(world.users[role])
const ofUser = (role: Role) => ({ userId: world.users[role] })
const choose = (role: Role, kind: NoticeKind, how: How) =>
  writeChoices(app.database.owner, ofUser(role), { [kind]: how })

/** Whom the outbox told of something on this referral, at once and in their daily letter. */
async function told(referralId: string, template: string): Promise<{ now: string[]; daily: string[] }> {
  const read = async (table: 'message' | 'digest_item') => {
    const { rows } = await sql<{ who: string }>`select coalesce(u.name, 'team') as who from ${sql.table(table)} m
      left join "user" u on u.id = m.user_id where m.referral_id = ${referralId} and m.template = ${template} order by 1`.execute(
      app.database.owner,
    )
    return rows.map(({ who }) => who)
  }
  return { now: await read('message'), daily: await read('digest_item') }
}

describe('RES-2: who is told', () => {
  test('a new referral: the primary users, and no member who did not choose to be', async () => {
    const { id } = await world.send()
    expect(await told(id, 'asked')).toEqual({ now: ['The firstPrimary'], daily: [] })
  })

  test('each as they chose on their page, which keeps it', async () => {
    const member = await as('first')
    const page = await member.get('/preferences/notifications')
    expect(page.text).toMatch(/name="asked" value="off" checked/)
    expect(page.text).not.toContain('name="question" value="off"')
    await member.post('/preferences/notifications', { asked: 'daily', received: 'off', sent: 'now', question: 'now' })
    expect((await member.get('/preferences/notifications?done=saved')).text).toMatch(
      /name="asked" value="daily" checked/,
    )
    const { id } = await world.send()
    expect(await told(id, 'asked')).toEqual({ now: ['The firstPrimary'], daily: ['The first'] })
    expect((await member.get('/preferences')).text).toContain('2 at once, 1 in a daily letter, 1 switched off')
  })

  test('the only one who would be told cannot switch it off; a token reads the choices and changes none; once a day is theirs to choose', async () => {
    const primary = await as('firstPrimary')
    expect((await primary.get('/preferences/notifications')).text).toContain(
      'You are the only one who would be told of this',
    )
    const off = { asked: 'off', received: 'off', sent: 'off', question: 'now' }
    const refused = await primary.post('/preferences/notifications', off)
    expect([refused.status, refused.text.includes('choose at once, or once a day')]).toEqual([422, true])
    const client = await clientFor(app, world.users.firstPrimary)
    const put = (body: object) =>
      fetch(`${app.url}/api/v1/me/notifications`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await put({ ...off, asked: 'daily' })).status).toBe(403)
    expect((await primary.post('/preferences/notifications', { ...off, asked: 'daily' })).status).toBe(303)
    expect((await client.get('/me/notifications')).body.kinds[0]).toEqual({
      kind: 'asked',
      how: 'daily',
      mayTurnOff: false,
    })
    await choose('first', 'asked', 'now')
    expect((await primary.post('/preferences/notifications', off)).status).toBe(303)
    const { id } = await world.send()
    expect(await told(id, 'asked')).toEqual({ now: ['The first'], daily: [] })
  })

  test('two coordinators who switch off at once do not both succeed', async () => {
    await sql`insert into grant_in_network (user_id, network_id, role) values (${world.users.second}, ${world.networkId}, 'coordinator')
      on conflict do nothing`.execute(app.database.owner)
    const off = { asked: 'now', received: 'now', sent: 'now', question: 'now', coordinating: 'off' } as const
    const { chooseNotices } = await import('#src/actions/choose-notices.ts')
    const both = await Promise.allSettled(
      (['coordinator', 'second'] as const).map(async role => chooseNotices(await world.as(role), off)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await sql`delete from grant_in_network where user_id = ${world.users.second}`.execute(app.database.owner)
  })

  test('a team inbox has its own choice, and is told beside the users', async () => {
    const primary = await as('firstPrimary')
    await primary.get('/preferences/team-inbox')
    const wrong = await primary.post('/preferences/team-inbox', {
      teamInbox: 'nobody',
      asked: 'now',
      received: 'off',
      sent: 'off',
    })
    expect([wrong.status, wrong.text.includes('value="nobody"')]).toEqual([422, true])
    await primary.post('/preferences/team-inbox', {
      teamInbox: 'desk@example.org',
      asked: 'now',
      received: 'off',
      sent: 'off',
    })
    const { id } = await world.send()
    expect((await told(id, 'asked')).now).toEqual(['The firstPrimary', 'team'])
    expect((await (await as('first')).get('/preferences/team-inbox')).status).toBe(404)
  })

  test('nobody is told of what they did themselves, not even in the daily letter', async () => {
    await choose('first', 'received', 'daily')
    const { id } = await world.send()
    await world.act(
      'coordinator',
      'reassign',
      { id, service: 'first' },
      { serviceId: '', note: '', consentAgain: false },
    )
    expect(await told(id, 'reassigned')).toEqual({ now: ['The firstPrimary'], daily: ['The first'] })
    expect((await told(id, 'unplaced')).now).not.toContain('The coordinator')
  })

  test('the outbox decides as the rule does, for every choice of three', async () => {
    await sql`update organisation set team_inbox = 'desk@example.org' where id = ${world.organisations.first}`.execute(
      app.database.owner,
    )
    const names = ['The firstPrimary', 'The first', 'team']
    for (const a of hows)
      for (const b of hows)
        for (const c of hows) {
          await choose('firstPrimary', 'asked', a)
          await choose('first', 'asked', b)
          await writeChoices(app.database.owner, { teamOf: world.organisations.first }, { asked: c })
          const { id } = await world.send({ needs: ['food'], ask: ['first'] })
          const ruled = howTold('asked', [a, b, c])
          const by = (how: How) => names.filter((_, at) => ruled[at] === how).sort()
          expect([a, b, c, await told(id, 'asked')]).toEqual([a, b, c, { now: by('now'), daily: by('daily') }])
        }
  }, 60_000)
})

describe('RES-2: the daily letter', () => {
  const morning = (ctx: World['ctx'], days = 1) => ({ ...ctx, now: () => new Date(Date.now() + days * 86_400_000) })

  test('is one, with each event once, however many processes write it; it names nobody', async () => {
    await choose('firstPrimary', 'asked', 'daily')
    const sent = [await world.send(), await world.send(), await world.send()]
    expect(await writeDigests(world.ctx)).toBe(0)
    const written = await Promise.all([1, 2, 3, 4].map(() => writeDigests(morning(world.ctx))))
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(3)
    expect(await writeDigests(morning(world.ctx, 2))).toBe(0)
    const worker = startWorker({
      database: app.database,
      config: app.config,
      log: { info() {}, warn() {}, error() {} },
    })
    const find = () => office.letters.filter(({ text }) => text?.includes('one letter a day'))
    await expect.poll(() => find().length, { timeout: 20_000 }).toBe(1)
    await worker.stop()
    const [letter] = find()
    expect(letter?.subject).toBe('3 things happened in Northbank Help')
    for (const { reference } of sent) expect(letter?.text).toContain(`${reference}: A new referral is waiting for you`)
    expect(letter?.raw).not.toMatch(/Penhaligon|Morag|Lantern|L4 9ZQ|Debt/)
    expect(letter?.html).toContain('/preferences/notifications')
  })
})

describe('RES-2: letters that did not go', () => {
  test('the coordinator sees why and to whom, corrects the address, sends again or leaves it', async () => {
    await sql`update organisation set team_inbox = 'wrong@example.org' where id = ${world.organisations.first}`.execute(
      app.database.owner,
    )
    const { id, reference } = await world.send()
    await sql`update message set status = 'held', attempts = 1, last_error = '550 5.1.1 RCPT TO' where referral_id = ${id}
      and template = 'asked'`.execute(app.database.owner)
    const held = async () =>
      (
        await sql<{
          id: string
          team: boolean
          status: string
        }>`select id, organisation_id is not null as team, status from message
        where referral_id = ${id} and template = 'asked'`.execute(app.database.owner)
      ).rows
    const coordinator = await as('coordinator')
    const page = await coordinator.get('/system/messages')
    for (const shown of [reference, 'wrong@example.org', 'There is no such address', 'The firstPrimary'])
      expect(page.text).toContain(shown)
    const team = (await held()).find(one => one.team)?.id ?? ''
    const user = (await held()).find(one => !one.team)?.id ?? ''
    const wrong = await coordinator.post(`/system/messages/${team}/correct`, { address: 'nope' })
    expect([wrong.status, wrong.text.includes('value="nope"')]).toEqual([422, true])
    await coordinator.post(`/system/messages/${team}/correct`, { address: 'right@example.org' })
    await coordinator.get('/system/messages')
    await coordinator.post(`/system/messages/${user}/leave`)
    expect((await held()).map(({ status }) => status).sort()).toEqual(['dropped', 'queued'])
    const { rows } = await sql<{
      teamInbox: string
    }>`select team_inbox from organisation where id = ${world.organisations.first}`.execute(app.database.owner)
    expect(rows[0]?.teamInbox).toBe('right@example.org')
    expect((await coordinator.get('/system/messages')).text).not.toContain(reference)
  })

  test('nobody else does, nor the coordinator of another network', async () => {
    const { id } = await world.send()
    await sql`update message set status = 'held', last_error = '550' where referral_id = ${id} and template = 'asked'`.execute(
      app.database.owner,
    )
    const { rows } = await sql<{
      id: string
    }>`select id from message where referral_id = ${id} and status = 'held'`.execute(app.database.owner)
    const other = await network({ database: app.database })
    const strangers = [
      await app.as(other.users.coordinator),
      await as('firstPrimary'),
      await as('commissioner'),
      await as('administrator'),
    ]
    for (const stranger of strangers) {
      await stranger.get('/')
      expect((await stranger.post(`/system/messages/${rows[0]?.id}/again`)).status).toBe(404)
    }
    expect((await strangers[0]?.get('/system/messages'))?.text).toContain('Every message has gone')
  })
})
