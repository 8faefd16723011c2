/** ADM-4: who did what and who looked, for those who answer for it. */

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealAudit, verifyAudit } from '#src/actions/seal-audit.ts'
import { clientFor } from '../api-world.ts'
import { type App, startApp } from '../app.ts'
import type { Browser } from '../browser-like.ts'
import { pdf } from '../made-files.ts'
import { network, type World } from '../network.ts'

let app: App
let world: World
let coordinator: Browser
let sent: Awaited<ReturnType<World['send']>>

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database, settings: { attachmentMegabytes: 1 } })
  coordinator = await app.as(world.users.coordinator)
  sent = await world.send({ needs: ['food'], ask: ['first'] })
  await (await app.as(world.users.firstPrimary)).get(`/referrals/${sent.id}`)
})
afterAll(() => app.stop())

test('ADM-4: a coordinator finds what was done on a referral, by its reference', async () => {
  const page = await coordinator.get(`/audit?reference=${sent.reference}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Sent the referral')
  expect(page.text).toContain('A service was asked')
  expect(page.text).toContain(`href="/referrals/${sent.id}"`)
})

test('ADM-4, RES-14: and who opened it, narrowed to one person and back', async () => {
  const page = await coordinator.get(`/audit?kind=read&reference=${sent.reference}`)
  expect(page.text).toContain('Opened the referral')
  const narrowed = await coordinator.get(`/audit?kind=read&user=${world.users.firstPrimary}`)
  expect(narrowed.text).toContain('Opened the referral')
  const other = await coordinator.get(`/audit?kind=read&user=${world.users.commissioner}`)
  expect(other.text).toContain('Nothing here yet')
})

test('ADM-4: every way to read what describes a person leaves its mark: page, paper, file, table and API', async () => {
  const path = `/referrals/${sent.id}`
  const member = await app.as(world.users.first)
  const client = await clientFor(app, world.users.first)
  await member.get(path)
  await member.upload(`${path}/files`, { 'letter.pdf': pdf })
  const file = (await app.database.owner.selectFrom('file').select('id').executeTakeFirstOrThrow()).id
  const marks = async () => {
    const count = sql<{
      n: number
    }>`select (select count(*) from view_record)::int + (select count(*) from event)::int as n`
    return (await count.execute(app.database.owner)).rows[0]?.n ?? 0
  }
  const pages = [
    path,
    `${path}/csv`,
    `${path}/xlsx`,
    `${path}/print`,
    `${path}/files/${file}`,
    '/referrals/download?tab=all',
  ]
  const api = [
    `/referrals/${sent.id}`,
    `/referrals/${sent.id}/file`,
    `/referrals/${sent.id}/files/${file}`,
    '/referrals/export',
  ]
  for (const way of [...pages, ...api.map(one => `api ${one}`)]) {
    const before = await marks()
    const [, route] = /^api (.*)$/.exec(way) ?? []
    expect((await (route ? client.get(route) : member.get(way))).status, way).toBe(200)
    expect(await marks(), way).toBeGreaterThan(before)
  }
})

test('ADM-4: days that are none and half a reference are told at the field, and what was typed stays', async () => {
  const page = await coordinator.get('/audit?from-day=31&from-month=2&from-year=2026&reference=K7')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Enter a real date, with day, month and year')
  expect(page.text).toContain('Enter a whole reference, such as K7QF-2M9XH')
  expect(page.text).toContain('value="31"')
  const day = new Date().toISOString().slice(0, 10)
  expect((await coordinator.get(`/audit?from=${day}&to=${day}`)).text).toContain('Sent the referral')
  expect((await coordinator.get('/audit?to=2020-01-01')).text).toContain('Nothing here yet')
})

test('ADM-4: the coordinator of one network reads nothing of another; members and commissioners have no audit', async () => {
  const other = await network({ database: app.database })
  const theirs = await app.as(other.users.coordinator)
  expect((await theirs.get(`/audit?reference=${sent.reference}`)).text).not.toContain('Sent the referral')
  for (const role of ['firstPrimary', 'commissioner'] as const)
    expect((await (await app.as(world.users[role])).get('/audit')).status, role).toBe(404)
})

test('ADM-4: an administrator reads of the whole installation, sign-ins that were refused included', async () => {
  const stranger = app.browser()
  await stranger.fill('/sign-in', { email: 'nobody@example.org', password: 'not the password' })
  const page = await (await app.as(world.users.administrator)).get('/audit')
  expect(page.text).toContain('Was refused at sign-in')
  expect(page.text).not.toContain('nobody@example.org')
})

test('ADM-4: it is taken away as a file, which is itself written down', async () => {
  const file = await coordinator.get(`/audit/audit.csv?reference=${sent.reference}`)
  expect(file.headers.get('content-type')).toContain('text/csv')
  expect(file.text.split('\n').length).toBeGreaterThan(2)
  expect((await coordinator.get('/audit')).text).toContain('Downloaded the audit log')
  expect((await coordinator.get('/audit/audit.xlsx')).status).toBe(200)
  const wrong = await coordinator.get('/audit/audit.csv?from=yesterday')
  expect([wrong.status, wrong.location]).toEqual([303, '/audit?from=yesterday'])
})

test('ADM-4: the page says how far it is sealed, and the chain holds over all of it', async () => {
  const ctx = { db: app.database.db, actor: null, now: () => new Date(), secret: 's', baseUrl: app.url }
  const { head } = await sealAudit(ctx)
  expect((await coordinator.get('/audit')).text).toContain(head?.split(':')[1])
  expect(await verifyAudit(ctx)).toMatchObject({ broken: null })
})
