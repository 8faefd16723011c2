/** QUALITY: list 25, read one, create and search over HTTP, each beside floor-sql, and how they grow. */
import { idOf, people, tokenOf } from './data.ts'
import type { Ask } from './driver.ts'
import { compare, type Figures, type Subject } from './measure.ts'
import { type Bound, type Section, two } from './section.ts'
import type { Place, World } from './world.ts'

type Pair = { program: Figures; floor: Figures }
type Kind = keyof typeof kinds
type Measured = { referrals: number; pairs: Map<Kind, Pair> }

/** `most`: how much slower with the most referrals than with the fewest. */
const kinds = {
  'list 25': { share: 0.5, most: 1.3 },
  'read one': { share: 0.5, most: 1.3 },
  create: { share: 0.3, most: 1.3 },
  'search by name': { slower: 3, most: 2 },
  'search by reference': { slower: 3, most: 2 },
} as const

export async function measureReferrals(world: World, places: ReadonlyMap<number, Place>): Promise<Section> {
  const measured: Measured[] = []
  for (const [referrals, place] of places) measured.push({ referrals, pairs: await measurePlace(world, place) })
  return {
    title: 'Referrals through the API',
    notes: [
      'Eight at once, each with the token of one of 400 people of 200 organisations. floor-sql answers the same rows from one prepared ' +
        'statement, the actor set, without permissions; it writes the record of a reading, and for create all the same rows.',
    ],
    bounds: [...measured.flatMap(sharesOf), ...growthOf(measured)],
    figures: measured.flatMap(({ referrals, pairs }) =>
      [...pairs.values()].flatMap(({ program, floor }) =>
        [program, floor].map(one => ({ ...one, name: `${one.name}, ${referrals} referrals` })),
      ),
    ),
  }
}

async function measurePlace({ databasePid }: World, place: Place): Promise<Map<Kind, Pair>> {
  const asks = await prepare(place)
  const pairs = new Map<Kind, Pair>()
  for (const kind of Object.keys(kinds) as Kind[]) {
    const { program: ask, floor: floorAsk } = asks[kind]
    const subjects: Subject[] = [
      { ...place.program, name: kind, database: databasePid, ask },
      { ...place.floorSql, name: `floor-sql: ${kind}`, database: databasePid, ask: floorAsk },
    ]
    const [program, floor] = await compare(subjects)
    if (program && floor) pairs.set(kind, { program, floor })
  }
  return pairs
}

function sharesOf({ referrals, pairs }: Measured): Bound[] {
  return [...pairs].map(([kind, { program, floor }]) => {
    const limits = kinds[kind]
    const what = `${kind}, ${referrals} referrals`
    if ('share' in limits) {
      const share = program.rate / floor.rate
      return {
        what,
        bound: `≥ ${limits.share} of floor-sql's requests/s`,
        found: `${two(share)}; by CPU ${two(spent(floor) / spent(program))}`,
        held: share >= limits.share,
      }
    }
    const times = program.p95 / floor.p95
    return { what, bound: `p95 ≤ ${limits.slower} × floor-sql's`, found: two(times), held: times <= limits.slower }
  })
}

/** What the machine worked for a request, however many others it worked for meanwhile. */
function spent({ cpu, databaseCpu }: Figures): number {
  return cpu + databaseCpu
}

/** By CPU of program and database together: what else the machine does takes turns with us, and would count as growth. */
function growthOf(measured: readonly Measured[]): Bound[] {
  const [least, most] = [measured[0], measured.at(-1)]
  if (!least || !most || least === most) return []
  return (Object.keys(kinds) as Kind[]).flatMap(kind => {
    const [from, to] = [least.pairs.get(kind)?.program, most.pairs.get(kind)?.program]
    if (!from || !to) return []
    const times = spent(to) / spent(from)
    const what = `${kind}, ${least.referrals} → ${most.referrals} referrals`
    return [{ what, bound: `CPU ≤ ${kinds[kind].most} ×`, found: `${two(times)} ×`, held: times <= kinds[kind].most }]
  })
}

type Mine = {
  organisation: string
  organisation_number: number
  id: string
  last_name: string
  first_name: string
  reference: string
}
type Asks = Record<Kind, { program: (nth: number) => Ask; floor: (nth: number) => Ask }>

async function prepare(place: Place): Promise<Asks> {
  const mine = await place.query<Mine>(someOfMine)
  const at = (nth: number) => mine[nth % mine.length] as Mine
  const organisationOf = (user: number) => idOf('organisation', 1 + ((user - 1) >> 1))
  const user = (nth: number) => 1 + (nth % people)
  const reader = (nth: number) => 2 * at(nth).organisation_number - (nth % 2)
  const acting = (nth: number) => `${idOf('user', reader(nth))}/${at(nth).organisation}`
  const search = (q: string, nth: number) => ({
    ...withToken(reader(nth)),
    method: 'POST' as const,
    path: '/api/v1/referrals/search',
    body: { q },
  })
  const order = await orders(place)
  return {
    'list 25': {
      program: nth => ({ ...withToken(user(nth)), path: '/api/v1/referrals' }),
      floor: nth => {
        const organisation = organisationOf(user(nth))
        return { path: `/list/${idOf('user', user(nth))}/${organisation}/${organisation}` }
      },
    },
    'read one': {
      program: nth => ({ ...withToken(reader(nth)), path: `/api/v1/referrals/${at(nth).id}` }),
      floor: nth => ({ path: `/read/${acting(nth)}/${at(nth).id}` }),
    },
    create: {
      program: nth => ({ ...withToken(user(nth)), method: 'POST', path: '/api/v1/referrals', body: order.ours(nth) }),
      floor: nth => ({
        method: 'POST',
        path: `/create/${idOf('user', user(nth))}/${organisationOf(user(nth))}`,
        body: order.ready(nth),
      }),
    },
    'search by name': {
      program: nth => search(`${at(nth).first_name} ${at(nth).last_name}`, nth),
      floor: nth => ({
        path: `/names/${acting(nth)}/${encodeURIComponent(`${at(nth).first_name} ${at(nth).last_name}`)}`,
      }),
    },
    'search by reference': {
      program: nth => search(at(nth).reference, nth),
      floor: nth => ({ path: `/references/${acting(nth)}/${at(nth).reference}` }),
    },
  }
}

function withToken(user: number) {
  return { headers: { authorization: `Bearer ${tokenOf(user)}` } }
}

/** Referrals whose person their organisation may read, old and new. */
const someOfMine = `
  select p.organisation_id as organisation, split_part(o.name, ' ', 2)::integer as organisation_number, r.id, r.reference, n.first_name, n.last_name
  from referral r join referral_party p on p.referral_id = r.id and p.standing in ('sender', 'helping', 'closed', 'waiting')
  join organisation o on o.id = p.organisation_id join referral_person n on n.referral_id = r.id
  order by md5(r.id::text || p.side) limit 5000`

/** The same referral as the program is sent it, and as the floor inserts it. */
async function orders(place: Place) {
  const [network] = place.networks
  const [wording] = await place.query<{ id: string }>('select id from consent_wording where network_id = $1', [
    network?.id,
  ])
  const services = await place.query<{
    service: string
    category: string
    organisation: string
    others: string[]
    parties: string[]
  }>(offers, [network?.id])
  const postcodes = await place.query<{ code: string }>('select code from postcode order by md5(code) limit 1000')
  const person = (nth: number) => ({ firstName: nameFrom(nth), lastName: nameFrom(nth * 7919) })
  const circumstances = 'Needs help with what has become too much to deal with alone. '.repeat(4)
  const at = (nth: number) => services[nth % services.length]
  const postcode = (nth: number) => postcodes[nth % postcodes.length]?.code
  return {
    ours: (nth: number) => ({
      network: network?.id,
      submission: {
        person: { ...person(nth), dateOfBirth: '1987-04-23', phone: '07700 900123' },
        address: { line1: '1 Some Street', town: 'Town', postcode: postcode(nth) },
        safeContact: { channels: ['phone'] },
        source: { name: 'Person' },
        needs: [at(nth)?.category],
        circumstances,
      },
      shortlist: at(nth)?.others,
      consent: { given: true, wordingId: wording?.id, how: 'spoken' },
    }),
    ready: (nth: number) => ({
      ...{
        ...person(nth),
        circumstances,
        network: network?.id,
        wording: wording?.id,
        postcode: postcode(nth),
        messages: 1,
      },
      ...{ category: at(nth)?.category, organisation: at(nth)?.organisation, shortlist: at(nth)?.others },
      parties: [idOf('organisation', 1 + ((nth % people) >> 1)), ...(at(nth)?.parties ?? [])],
    }),
  }
}

/** As varied as names are, so that searches by name find few. */
function nameFrom(nth: number): string {
  const syllables = [
    'ka',
    'mo',
    'ri',
    'sal',
    'ten',
    'lu',
    'nis',
    'jo',
    'har',
    'pe',
    'dov',
    'vi',
    'gan',
    'fre',
    'bea',
    'wy',
  ]
  const of = (digit: number) => syllables[(nth >> (4 * digit)) % syllables.length] ?? ''
  return `${of(0)}${of(1)}${of(2)}${of(3)}`
}

/** For each of a network's leaves three open services of different organisations. */
const offers = `
  select c.category_id as category, (array_agg(s.organisation_id::text order by s.id))[1] as organisation,
    (array_agg(s.id::text order by s.id))[1:3] as others, (array_agg(s.organisation_id::text order by s.id))[1:3] as parties
  from service_category c join category k on k.id = c.category_id and k.parent_id is not null
  join lateral (select distinct on (organisation_id) * from service where id = c.service_id) s on true
  where c.network_id = $1 and c.open group by 1 having count(distinct s.organisation_id) >= 3 and (array_agg(s.organisation_id::text order by s.id))[1] <> all ((array_agg(s.organisation_id::text order by s.id))[2:3])
    and (array_agg(s.organisation_id::text order by s.id))[2] <> (array_agg(s.organisation_id::text order by s.id))[3]`
