/** The demonstration's year before: what reports are about. Made up by chance that is the same on every start, and ended long ago. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { PastOutcome, PastReferral, PastWorld } from '../../db/seed/past.ts'
import { ageBands } from '../../domain/person.ts'
import { newReference } from '../../domain/reference.ts'

const [months, each, day] = [22, 52, 24 * 60 * 60 * 1000]
const firstNames = [
  'Aled',
  'Bea',
  'Cass',
  'Dilys',
  'Eamon',
  'Farida',
  'Gethin',
  'Hana',
  'Idris',
  'Jonah',
  'Kezia',
  'Leo',
  'Mina',
  'Nye',
  'Oona',
  'Petra',
]
const lastNames = [
  'Ashby',
  'Brook',
  'Carden',
  'Dunmore',
  'Elwood',
  'Farrow',
  'Grange',
  'Holt',
  'Inskip',
  'Jessop',
  'Kerr',
  'Lowther',
  'Marden',
  'Norrie',
]
const ethnicities = {
  white_british: 52,
  white_other: 11,
  asian_pakistani: 9,
  black_african: 10,
  arab: 6,
  mixed_caribbean: 5,
  unsaid: 7,
}
const genders = { woman: 58, man: 38, non_binary: 2, unsaid: 2 }
const disabilities = { none: 52, mental_health: 17, mobility: 14, stamina: 9, hearing: 4, learning: 4 }
/** How much likelier than others a group is turned away: a difference for the report on fair access to show. */
const harder: Readonly<Record<string, number>> = { arab: 0.2, black_african: 0.1, asian_pakistani: 0.06 }

type Chance = () => number

/** From the oldest on; fewer at first, and fewer in August and at the turn of the year. */
export function pastReferrals(world: PastWorld, now: Date): PastReferral[] {
  const chance = chanceFrom(20_260_721)
  if (world.services.length === 0 || world.senders.length === 0 || world.districts.length === 0) return []
  return Array.from({ length: months }, (_, nth) => months - nth).flatMap(ago => {
    const month = new Date(now.getTime() - ago * 30.4 * day).getUTCMonth()
    const quiet = month === 7 || month === 11 ? 0.7 : 1
    const many = Math.round(each * quiet * (1.15 - ago / 40) * (0.9 + chance() * 0.25))
    return Array.from({ length: many }, () => {
      const opened = new Date(now.getTime() - 18 * day - (ago - chance()) * 30 * day)
      opened.setUTCHours(8 + Math.floor(chance() * 9), Math.floor(chance() * 60))
      return onePast(world, opened, now, chance)
    })
  })
}

function onePast(world: PastWorld, opened: Date, now: Date, chance: Chance): PastReferral {
  const wanted = pick(world.services, chance, 1.6)
  const need = pick(wanted.needs, chance)
  const district = pick(world.districts, chance, 1.4)
  const said = {
    gender: [weighted(genders, chance)],
    ethnic_group: [weighted(ethnicities, chance)],
    disability: [weighted(disabilities, chance)],
  }
  const able = world.services.filter(one => one.needs.some(({ id }) => id === need.id))
  const shortlist = [wanted, ...able.filter(one => one.id !== wanted.id)].slice(0, 3)
  const refused =
    0.13 +
    (harder[said.ethnic_group[0] ?? ''] ?? 0) +
    (world.districts.indexOf(district) > world.districts.length * 0.7 ? 0.14 : 0)
  const asked = askAll(world, shortlist, opened, now, refused, chance)
  const sender = pick(world.senders, chance, 1.3)
  const last = asked.at(-1)
  return {
    ...{ id: randomUUID(), needId: randomUUID(), reference: newReference(randomBytes), ...sender },
    ...{
      openedAt: opened,
      closedAt: last?.endedAt ?? opened,
      urgent: chance() < 0.09,
      origin: chance() < 0.8 ? 'member' : 'link',
    },
    ...{ first: pick(firstNames, chance), last: pick(lastNames, chance), ageBand: pick(ageBands.slice(2), chance) },
    ...{
      outwardCode: district.code,
      authorityCode: district.authority,
      categoryId: need.id,
      label: need.label,
      demographics: said,
    },
    ...endOf(world, asked, chance),
    asked,
  }
}

/** Down the list until somebody takes it; each organisation is as quick as it always is. */
function askAll(
  world: PastWorld,
  shortlist: PastWorld['services'],
  opened: Date,
  now: Date,
  refused: number,
  chance: Chance,
) {
  const asked: PastReferral['asked'] = []
  let at = opened
  for (const { id: serviceId, organisationId } of shortlist) {
    const pace = 3 + ((organisationId.codePointAt(0) ?? 0) % 7) * 6
    const answeredAt = new Date(at.getTime() + Math.max(0.2, pace * -Math.log(1 - chance() * 0.985)) * 3_600_000)
    const one = { id: randomUUID(), serviceId, organisationId, askedAt: at }
    if (chance() < 0.04) {
      at = new Date(at.getTime() + 6 * day)
      asked.push({ ...one, status: 'lapsed', answeredAt: null, endedAt: at, reasonId: null })
    } else if (chance() < refused) {
      asked.push({
        ...one,
        status: 'rejected',
        answeredAt,
        endedAt: answeredAt,
        reasonId: pick(world.declineReasons, chance, 1.5),
      })
      at = answeredAt
    } else {
      const closed = new Date(
        Math.min(
          answeredAt.getTime() + (8 + chance() * chance() * 200) * day,
          now.getTime() - (1 + chance() * 5) * day,
        ),
      )
      const endedAt = closed > answeredAt ? closed : new Date(answeredAt.getTime() + 3_600_000)
      return [...asked, { ...one, status: 'closed' as const, answeredAt, endedAt, reasonId: null }]
    }
  }
  return asked
}

function endOf({ outcomes, unmetReasons }: PastWorld, asked: PastReferral['asked'], chance: Chance) {
  const none = { outcome: null as PastOutcome | null, unmetReasonId: null as string | null }
  if (asked.at(-1)?.status !== 'closed')
    return { ...none, unmetReasonId: pick(unmetReasons, chance, 1.3), status: 'unmet' as const, need: 'unmet' as const }
  const good = chance() < 0.74
  const outcome = pick(
    outcomes.filter(({ successful }) => successful === good),
    chance,
  )
  return {
    ...none,
    outcome: outcome ?? null,
    status: 'closed' as const,
    need: outcome?.successful ? ('met' as const) : ('ended' as const),
  }
}

/** `lean`: above 1 the first ones are likelier. */
function pick<One>(list: readonly One[], chance: Chance, lean = 1): One {
  return list[Math.floor(chance() ** lean * list.length)] as One
}

function weighted(weights: Readonly<Record<string, number>>, chance: Chance): string {
  let left = chance() * Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  for (const [name, weight] of Object.entries(weights)) {
    left -= weight
    if (left < 0) return name
  }
  return 'unsaid'
}

/** Mulberry32: small, and the same everywhere. */
function chanceFrom(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
