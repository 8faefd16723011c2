/** Marker words in an organisation’s own records of people. */
import { sql } from 'kysely'
import type { App } from '#test/app.ts'
import type { Role } from '#test/network.ts'
import { number } from './markers.ts'
import { type As, must, type Of } from './steps.ts'

export async function record(app: App, as: As, role: Role, referralId: string, of: Of): Promise<string> {
  const id = await recordOf(app, referralId)
  const browser = await as(role)
  const path = `/people/${id}`
  await browser.get(`${path}/edit`)
  must(
    await browser.post(`${path}/edit`, {
      ...{
        title: of('recordTitle'),
        firstName: of('recordFirst'),
        lastName: of('recordLast'),
        address1: of('recordLine1'),
      },
      ...{ address2: of('recordLine2'), town: of('recordTown'), county: of('recordCounty') },
      ...{
        'safeContact.channels': ['phone'],
        'safeContact.timesNote': of('recordTimes'),
        'safeContact.avoid': of('recordAvoid'),
      },
      ...{ phone: number.phone },
    }),
  )
  await browser.get(path)
  const day = { 'onDay-day': '5', 'onDay-month': '1', 'onDay-year': '2026' }
  const next = { 'nextOn-day': '5', 'nextOn-month': '1', 'nextOn-year': '2031', nextStep: of('nextStep') }
  must(await browser.post(`${path}/contacts`, { way: 'phone', what: of('contact'), minutes: '5', ...day, ...next }))
  must(await browser.post(`${path}/tags`, { name: of('tag') }))
  must(await browser.upload(`${path}/files`, { [`${of('recordFileName')}.txt`]: of('recordFile') }))
  must(await browser.fill(`${path}/hold`, { do: 'hold', reason: `Since ${of('recordHold')}` }))
  must(await browser.fill(`${path}/hold`, { do: 'lift' }))
  return id
}

/** The sender keeps the person too. */
export async function keep(app: App, as: As, id: string): Promise<string> {
  const browser = await as('referrer')
  await browser.get(`/referrals/${id}`)
  const { location } = must(await browser.post(`/referrals/${id}/keep`))
  return location?.split('/')[2]?.split('?')[0] ?? (await recordOf(app, id))
}

export async function recordOf({ database }: App, referralId: string): Promise<string> {
  const { rows } = await sql<{
    personId: string
  }>`select person_id from person_referral where referral_id = ${referralId}
    order by added_at limit 1`.execute(database.owner)
  return rows[0]?.personId ?? ''
}
