import { expect, test } from 'vitest'
import { catchment } from '../../../domain/catchment.ts'
import { defaultOutcomes, defaultTerms } from '../../../domain/defaults/lists.ts'
import { checkDrawn } from '../../../domain/drawn.ts'
import { parseOpeningTimes } from '../../../domain/opening-times.ts'
import { parsePostcode } from '../../../domain/postcode.ts'
import { drawnAreas } from './areas.ts'
import { demoCategories } from './categories.ts'
import { demoOrganisations } from './organisations.ts'
import { drawnOutwards } from './outwards.ts'
import { demonstrationSignIns, demoUsers } from './people.ts'
import { type DemoReferral, outcomes } from './referral.ts'
import { endedReferrals } from './referrals/ended.ts'
import { helpingReferrals } from './referrals/helping.ts'
import { movedReferrals } from './referrals/moved.ts'
import { waitingReferrals } from './referrals/waiting.ts'
import { demoServices } from './services.ts'
import { demoVenues } from './venues.ts'

const referrals = [...waitingReferrals, ...helpingReferrals, ...movedReferrals, ...endedReferrals]
const labels = new Set(demoCategories.map(({ label }) => label))
const accounts = new Set(
  demoUsers.flatMap(({ email, member }) => member.map(({ of }) => `${email.split('@')[0]}@${of}`)),
)
const steps = (referral: DemoReferral) => referral.next ?? []

test('every service names an organisation, a venue, hours and categories that there are', () => {
  for (const service of demoServices) {
    expect(demoOrganisations.map(({ key }) => key)).toContain(service.of)
    expect(
      service.does.filter(label => !labels.has(label)),
      service.key,
    ).toEqual([])
    expect(parseOpeningTimes(service.open), service.key).not.toBeNull()
    expect(catchment.safeParse(service.reach).success, service.key).toBe(true)
    if (service.at) expect(Object.keys(demoVenues)).toContain(service.at)
  }
  expect(new Set(demoServices.map(({ key }) => key)).size).toBe(demoServices.length)
})

test('every kind of catchment is there, services that are full, one that takes nobody, and some for some people only', () => {
  expect(new Set(demoServices.map(({ reach }) => reach.kind)).size).toBe(6)
  expect(demoServices.filter(({ room }) => room === 0)).toHaveLength(1)
  expect(demoServices.filter(({ room }) => room === null).length).toBeGreaterThan(2)
  expect(demoServices.filter(({ only }) => only).length).toBeGreaterThan(8)
})

test('every referral asks services that meet one of its needs, from an account that there is', () => {
  const wrong = referrals.flatMap(({ last, from, needs, ask }) => [
    ...(accounts.has(from) ? [] : [`${last}: ${from}`]),
    ...needs.filter(label => !labels.has(label)).map(label => `${last}: ${label}`),
    ...ask.filter(key => !offers(key, needs)).map(key => `${last}: ${key}`),
  ])
  expect(wrong).toEqual([])
})

test('every reason and outcome is one of the network’s own', () => {
  const reasons: string[] = Object.values(defaultTerms).flat()
  const known: string[] = defaultOutcomes.map(({ label }) => label)
  for (const referral of referrals)
    for (const [, , how = {}] of steps(referral)) {
      if (how.why) expect(reasons).toContain(how.why)
      if (how.outcome) expect(known).toContain(outcomes[how.outcome as keyof typeof outcomes])
    }
})

test('FORM-7: the stories are as long as real ones, and people are reached only as they said', () => {
  for (const { story, last, postcode } of referrals) {
    expect(story.length, last).toBeGreaterThanOrEqual(60)
    expect(story.length, last).toBeLessThanOrEqual(400)
    expect(parsePostcode(postcode).kind, postcode).toBe('full')
  }
  expect(new Set(referrals.map(({ first, last }) => `${first} ${last}`)).size).toBe(referrals.length)
})

test('the outlines are whole, coarse and touch no other kind of data', () => {
  expect(drawnAreas).toHaveLength(6)
  for (const { outline } of drawnAreas) {
    const corners = outline.coordinates[0]?.[0]?.length ?? 0
    expect(corners).toBeGreaterThanOrEqual(13)
    expect(corners).toBeLessThanOrEqual(26)
    expect(checkDrawn(outline)).toEqual(outline)
  }
  for (const { code, latitude, longitude } of drawnOutwards) {
    expect(parsePostcode(code).kind).toBe('outward')
    expect([latitude, longitude].every(degrees => Math.abs(degrees * 100 - Math.round(degrees * 100)) < 1e-9)).toBe(
      true,
    )
  }
  for (const { last, postcode } of referrals)
    expect(
      drawnOutwards.map(({ code }) => code),
      last,
    ).toContain(postcode.split(' ')[0])
})

test('there is a sign-in for every role, and one person belongs to two organisations', () => {
  const roles = new Set(demonstrationSignIns.map(({ role }) => role))
  expect([...roles].sort()).toEqual(['administrator', 'commissioner', 'coordinator', 'member', 'primary'])
  expect(demoUsers.filter(({ member }) => member.length > 1)).toHaveLength(1)
  for (const { key } of demoOrganisations)
    expect(demoUsers.some(({ member }) => member.some(({ of, role }) => of === key && role === 'primary'))).toBe(true)
})

function offers(key: string, needs: readonly string[]): boolean {
  const service = demoServices.find(one => one.key === key)
  return service?.does.some(label => needs.includes(label)) ?? false
}
