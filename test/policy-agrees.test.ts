/** The rule for one referral, the rule for lists, row-level security and search are four sayings of one thing. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actAs, type Database, openDatabase } from '../src/db/database.ts'
import { listReferrals } from '../src/db/referrals/list.ts'
import { loadCase } from '../src/db/referrals/load.ts'
import { type NetworkSettings, networkSettings } from '../src/domain/network.ts'
import { type Actor, partiesOf, type Sides, type Standing, sightOf } from '../src/domain/policy.ts'
import { freshDatabase } from './database.ts'

const standings: (Standing | null)[] = [
  'sender',
  'waiting',
  'helping',
  'closed',
  'referred_on',
  'gone',
  'shortlisted',
  null,
]
const flags = [false, true]
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [own, other, user, coordinator, administrator] = [1, 2, 3, 4, 5].map(id) as [
  string,
  string,
  string,
  string,
  string,
]

type Case = { id: string; sides: Sides; settings: NetworkSettings }
let database: Database
let drop: () => Promise<void>
const cases: Case[] = []
const networkIds: string[] = []

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = openDatabase(fresh.url)
  await build()
})
afterAll(async () => {
  await database.close()
  await drop()
})

const actor: Actor = {
  userId: user,
  name: 'Ama',
  organisationId: own,
  organisationName: 'Northbank',
  role: 'member',
  networks: [],
  coordinates: [],
  commissions: [],
  administrator: false,
  scopes: null,
}
const roles = (): [string, Actor][] => [
  ['a member', { ...actor, networks: networkIds.map(one => ({ id: one, agreed: true })) }],
  ['a member without the agreement', { ...actor, networks: networkIds.map(one => ({ id: one, agreed: false })) }],
  ['a coordinator', { ...actor, userId: coordinator, organisationId: null, coordinates: networkIds }],
  [
    'a coordinator who is a member too',
    {
      ...actor,
      userId: coordinator,
      coordinates: networkIds,
      networks: networkIds.map(one => ({ id: one, agreed: true })),
    },
  ],
  ['an administrator', { ...actor, userId: administrator, organisationId: null, administrator: true }],
  ['a stranger', { ...actor, userId: user, organisationId: id(99), networks: [{ id: id(98), agreed: true }] }],
]

describe('RES-13, RES-16: for every standing, setting and role', () => {
  test('the list of all shows just what the rule for one shows', async () => {
    for (const [role, viewer] of roles()) {
      const { rows } = await actAs(database.db, viewer, trx => listReferrals(trx, viewer, { tab: 'all' }, null, 1000))
      const seen = cases.filter(one => sightOf(viewer, one.sides, one.settings).level !== 'none').map(one => one.id)
      expect(rows.map(row => row.id).sort(), role).toEqual(seen.sort())
      for (const row of rows) expect(row.sight, role).toBe(levelOf(viewer, row.id))
    }
  })

  test('the lists of one’s own hold nothing else, and withhold what the page withholds', async () => {
    for (const [role, viewer] of roles()) {
      for (const tab of ['received', 'sent'] as const) {
        const { rows } = await actAs(database.db, viewer, trx => listReferrals(trx, viewer, { tab }, null, 1000))
        for (const row of rows) {
          expect(levelOf(viewer, row.id), `${role}, ${tab}`).not.toBe('none')
          if (row.sight === 'exists') expect([row.needs, row.initials, row.outwardCode]).toEqual([[], null, null])
        }
      }
    }
  })

  test('row-level security opens the person to just those who see everything', async () => {
    for (const [role, viewer] of roles()) {
      if (viewer.networks.some(({ agreed }) => !agreed)) continue // the second line does not know of agreements
      const { rows } = await actAs(database.db, viewer, trx =>
        sql<{ id: string }>`select referral_id as id from referral_person`.execute(trx),
      )
      expect(rows.map(row => row.id).sort(), role).toEqual(full(viewer))
    }
  })

  test('nobody finds by a name that they may not read', async () => {
    for (const [role, viewer] of roles()) {
      if (viewer.networks.some(({ agreed }) => !agreed)) continue
      const { rows } = await actAs(database.db, viewer, trx =>
        sql<{ id: string }>`select referral_id as id from search_people('lovelace ada', 1000)`.execute(trx),
      )
      expect(rows.map(row => row.id).sort(), role).toEqual(full(viewer))
    }
  })

  test('a private note is read by its author alone, also in SQL', async () => {
    const first = cases.find(one =>
      one.sides.parties.some(party => party.standing === 'helping' && party.organisationId === own),
    )
    const bodies = async (viewer: Actor) => {
      const { rows } = await actAs(database.db, viewer, trx =>
        sql<{ body: string }>`select body from note where referral_id = ${first?.id}`.execute(trx),
      )
      return rows.map(({ body }) => body).sort()
    }
    const member = { ...actor, networks: networkIds.map(one => ({ id: one, agreed: true })) }
    expect(await bodies(member)).toEqual(['private words', 'regular words'])
    expect(await bodies({ ...member, userId: administrator })).toEqual(['regular words'])
    expect(await bodies({ ...actor, userId: coordinator, organisationId: null, coordinates: networkIds })).toEqual([
      'regular words',
    ])
  })

  test('where identity waits for acceptance, who is asked reads its own notes alone, also in SQL', async () => {
    const viewer = { ...actor, networks: networkIds.map(one => ({ id: one, agreed: true })) }
    const asked = cases.filter(({ sides }) =>
      sides.parties.some(party => party.standing === 'waiting' && party.organisationId === own),
    )
    for (const { id: referral } of asked)
      await sql`insert into note (referral_id, kind, body, author_user_id, author_organisation_id, at) values
        (${referral}, 'regular', 'by a colleague', ${administrator}, ${own}, now()),
        (${referral}, 'regular', 'by another', ${coordinator}, ${other}, now())`.execute(database.owner)
    const extents = new Set<string>()
    for (const { id: referral, sides, settings } of asked) {
      const { notes } = sightOf(viewer, sides, settings)
      extents.add(notes)
      const { rows } = await actAs(database.db, viewer, trx =>
        sql<{ body: string }>`select body from note where referral_id = ${referral} order by body`.execute(trx),
      )
      const allowed = { all: ['by a colleague', 'by another'], own: ['by a colleague'] }[notes as string] ?? []
      expect(
        rows.map(({ body }) => body),
        `${notes}, ${referral}`,
      ).toEqual(allowed)
    }
    expect([...extents].sort()).toEqual(['all', 'none', 'own'])
  })

  test('RES-16: broken glass opens just the referral that it was broken for, while its hour lasts, to read and to act', async () => {
    const hidden = cases.filter(({ sides }) => sides.restricted && !sides.consentWithdrawn && !sides.throughNetworkId)
    const [open, over, foreign] = hidden
    if (!open || !over || !foreign) throw new Error('no restricted referrals')
    await sql`insert into break_glass (referral_id, user_id, reason, opened_at, expires_at) values
      (${open.id}, ${coordinator}, 'a risk', now(), now() + interval '1 hour'),
      (${over.id}, ${coordinator}, 'a risk', now() - interval '2 hours', now() - interval '1 hour'),
      (${foreign.id}, ${user}, 'a risk', now(), now() + interval '1 hour')`.execute(database.owner)
    const viewer = { ...actor, userId: coordinator, organisationId: null, coordinates: networkIds }
    for (const one of hidden) {
      const { sides } = await actAs(database.db, viewer, trx => loadCase(trx, one.id))
      const { rows } = await actAs(database.db, viewer, trx =>
        sql`select from referral_person where referral_id = ${one.id}`.execute(trx),
      )
      const opened = one === open
      expect([sightOf(viewer, sides, one.settings).level === 'full', rows.length === 1], one.id).toEqual([
        opened,
        opened,
      ])
      expect(partiesOf(viewer, sides, null), one.id).toEqual(opened ? ['coordinator'] : [])
    }
    await sql`delete from break_glass`.execute(database.owner)
  })

  test('who acts as coordinator is who reads it all as coordinator', () => {
    for (const [role, viewer] of roles())
      for (const { id: referral, sides } of cases) {
        const acts = partiesOf(viewer, sides, null).includes('coordinator')
        const alone = { ...viewer, organisationId: null, networks: [], administrator: false }
        expect(acts, `${role}, ${referral}`).toBe(levelOf(alone, referral) === 'full')
      }
  })

  test('whoever says nothing of who acts reads nothing', async () => {
    const { rows } = await sql`select from referral_person`.execute(database.db)
    expect(rows).toEqual([])
  })
})

const levelOf = (viewer: Actor, referral: string) => {
  const one = cases.find(({ id }) => id === referral)
  return one ? sightOf(viewer, one.sides, one.settings).level : 'none'
}
const full = (viewer: Actor) =>
  cases
    .filter(one => levelOf(viewer, one.id) === 'full')
    .map(one => one.id)
    .sort()

async function build() {
  const db = database.owner
  await sql`insert into "user" (id, name, email) values (${user}, 'Ama', 'ama@example.org'), (${coordinator}, 'Cora', 'cora@example.org'), (${administrator}, 'Ada', 'admin@example.org')`.execute(
    db,
  )
  await sql`insert into organisation (id, name) values (${own}, 'Northbank'), (${other}, 'Harbour')`.execute(db)
  let n = 100
  for (const membersSee of ['row', 'nothing'] as const) {
    for (const identityBeforeAcceptance of flags) {
      const networkId = id(++n)
      networkIds.push(networkId)
      const settings = networkSettings.parse({ membersSee, identityBeforeAcceptance })
      await sql`insert into network (id, slug, name, settings) values (${networkId}, ${`network-${n}`}, 'Mersey', ${JSON.stringify(settings)})`.execute(
        db,
      )
      await sql`insert into grant_in_network (user_id, network_id, role) values (${coordinator}, ${networkId}, 'coordinator')`.execute(
        db,
      )
      await sql`insert into organisation_in_network (network_id, organisation_id) values (${networkId}, ${own}), (${networkId}, ${other})`.execute(
        db,
      )
      for (const standing of standings)
        for (const restricted of flags)
          for (const consentWithdrawn of flags)
            await insertCase(id(++n), networkId, settings, standing, restricted, consentWithdrawn)
    }
  }
  await insertConnected(n)
  const helping = cases.find(one =>
    one.sides.parties.some(party => party.standing === 'helping' && party.organisationId === own),
  )
  await sql`insert into note (referral_id, kind, body, author_user_id, author_organisation_id, at) values
    (${helping?.id}, 'regular', 'regular words', ${user}, ${own}, now()), (${helping?.id}, 'private', 'private words', ${user}, ${own}, now())`.execute(
    db,
  )
}

/** NET-4: sent by a form of one's own network into another, of which one is no member; and within one's own, by the form of another. */
async function insertConnected(last: number) {
  const [first = '', second = ''] = networkIds
  let n = last
  const settings = networkSettings.parse({})
  const foreign = id(++n)
  await sql`insert into network (id, slug, name) values (${foreign}, 'foreign', 'Dee')`.execute(database.owner)
  for (const restricted of flags)
    for (const consentWithdrawn of flags) {
      await insertCase(id(++n), foreign, settings, 'sender', restricted, consentWithdrawn, first)
      await insertCase(id(++n), foreign, settings, null, restricted, consentWithdrawn, first)
      await insertCase(id(++n), second, settings, 'sender', restricted, consentWithdrawn, first)
    }
}

async function insertCase(
  referral: string,
  networkId: string,
  settings: NetworkSettings,
  standing: Standing | null,
  restricted: boolean,
  consentWithdrawn: boolean,
  throughNetworkId: string | null = null,
) {
  const db = database.owner
  const parties = [
    ...(standing ? [{ organisationId: own, standing }] : []),
    { organisationId: other, standing: 'helping' as const },
  ]
  cases.push({ id: referral, settings, sides: { networkId, throughNetworkId, restricted, consentWithdrawn, parties } })
  await sql`insert into referral (id, network_id, submission_id, reference, status, progress, restricted, origin, opened_at, changed_at, consent_withdrawn_at, initials, outward_code,
      through_network_id, referrer_organisation_id)
    values (${referral}, ${networkId}, ${referral}, ${referral}, 'accepted', 'accepted', ${restricted}, 'member', now(), now(), ${consentWithdrawn ? new Date() : null}, 'A. L.', 'L4',
      ${throughNetworkId}, ${standing === 'sender' ? own : null})`.execute(db)
  await sql`insert into referral_person (referral_id, first_name, last_name) values (${referral}, 'Ada', 'Lovelace')`.execute(
    db,
  )
  for (const party of parties)
    await sql`insert into referral_party (referral_id, organisation_id, side, standing, network_id, status, urgent, opened_at)
      values (${referral}, ${party.organisationId}, ${party.standing === 'sender' ? 'sent' : 'received'}, ${party.standing}, ${party.standing === 'sender' ? (throughNetworkId ?? networkId) : networkId}, 'accepted', false, now())`.execute(
      db,
    )
}
