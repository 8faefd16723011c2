/** The rule for one referral, the rule for lists, row-level security and search are four sayings of one thing. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actAs, type Database, openDatabase } from '../src/db/database.ts'
import { listReferrals } from '../src/db/referrals/list.ts'
import { loadCase } from '../src/db/referrals/load.ts'
import { type Actor, partiesOf, sightOf } from '../src/domain/policy.ts'
import { freshDatabase } from './database.ts'
import {
  administrator,
  type Case,
  coordinator,
  helpedByOwn,
  id,
  insertCases,
  other,
  own,
  user,
} from './policy-cases.ts'

let database: Database
let drop: () => Promise<void>
let cases: Case[] = []
let networkIds: string[] = []

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = openDatabase(fresh.url)
  const made = await insertCases(database.owner)
  cases = made.cases
  networkIds = made.networkIds
})
afterAll(async () => {
  await database?.close()
  await drop?.()
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
    const first = helpedByOwn(cases)
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
