import { expect, test } from 'vitest'
import { catchment } from '../../../domain/catchment.ts'
import { defaultOutcomes, defaultTerms } from '../../../domain/defaults/lists.ts'
import { checkDrawn } from '../../../domain/drawn.ts'
import { parseOpeningTimes } from '../../../domain/opening-times.ts'
import { parsePostcode } from '../../../domain/postcode.ts'
import { drawnAreas } from './areas.ts'
import { type DemoNetwork, demoNetworks, demonstrationSignIns, demoOrganisations, demoUsers } from './networks.ts'
import { drawnOutwards } from './outwards.ts'
import { outcomes } from './referral.ts'

const [mersey, estuary] = demoNetworks
const referrals = demoNetworks.flatMap(one => one.referrals)
const steps = referrals.flatMap(({ next = [], linked }) => [...next, ...(linked?.next ?? [])])
const labelsOf = ({ categories }: DemoNetwork) => categories.map(({ label }) => label)
const accounts = new Set(
  demoUsers.flatMap(({ email, member }) => member.map(({ of }) => `${email.split('@')[0]}@${of}`)),
)

test('every service names an organisation of its network, a venue, hours and categories that there are', () => {
  for (const demo of demoNetworks) {
    const members = [...demo.organisations.map(({ key }) => key), ...Object.keys(demo.joinedToo)]
    for (const service of demo.services) {
      expect(members, service.key).toContain(service.of)
      expect(
        service.does.filter(label => !labelsOf(demo).includes(label)),
        service.key,
      ).toEqual([])
      expect(parseOpeningTimes(service.open), service.key).not.toBeNull()
      expect(catchment.safeParse(service.reach).success, service.key).toBe(true)
      if (service.at) expect(Object.keys(demo.venues)).toContain(service.at)
    }
  }
  const keys = demoNetworks.flatMap(({ services }) => services.map(({ key }) => key))
  expect(new Set(keys).size).toBe(keys.length)
})

test('every kind of catchment is there, services that are full, one that takes nobody, and some for some people only', () => {
  expect(new Set(mersey.services.map(({ reach }) => reach.kind)).size).toBe(6)
  expect(mersey.services.filter(({ room }) => room === 0)).toHaveLength(1)
  expect(mersey.services.filter(({ room }) => room === null).length).toBeGreaterThan(2)
  expect(mersey.services.filter(({ only }) => only).length).toBeGreaterThan(8)
})

test('every referral asks services that meet one of its needs, from an account that there is', () => {
  for (const [demo, other] of [
    [mersey, estuary],
    [estuary, mersey],
  ] as const)
    for (const { last, from, linked, ...part } of demo.referrals) {
      expect(accounts, last).toContain(from)
      expect(strangersIn(demo, part), last).toEqual([])
      if (linked) expect(strangersIn(other, linked), last).toEqual([])
    }
})

test('NET-4: some are sent into both networks, by the form of either, and no need is called the same in both', () => {
  for (const { referrals } of demoNetworks) expect(referrals.filter(({ linked }) => linked).length).toBeGreaterThan(1)
  expect(labelsOf(estuary).filter(label => labelsOf(mersey).includes(label))).toEqual([])
  expect(Object.keys(estuary.joinedToo).length).toBeGreaterThan(0)
})

test('every reason and outcome is one of the network’s own', () => {
  const reasons: string[] = Object.values(defaultTerms).flat()
  const known: string[] = defaultOutcomes.map(({ label }) => label)
  for (const [, , how = {}] of steps) {
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
})

test('PPL-1: one person is referred twice, so that a match can be seen; nobody else shares a name', () => {
  const twice = Object.entries(Object.groupBy(referrals, ({ first, last }) => `${first} ${last}`))
    .filter(([, of = []]) => of.length > 1)
    .map(([name, of = []]) => [name, of.length, new Set(of.map(({ born, postcode }) => born + postcode)).size])
  expect(twice).toEqual([['Audrey Penketh', 2, 1]])
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

/** Needs and services that are not of this network, or do not go together. */
function strangersIn(
  demo: DemoNetwork,
  { needs, ask }: { needs: readonly string[]; ask: readonly string[] },
): string[] {
  const offers = (key: string) => demo.services.find(one => one.key === key)?.does.some(label => needs.includes(label))
  return [...needs.filter(label => !labelsOf(demo).includes(label)), ...ask.filter(key => !offers(key))]
}
