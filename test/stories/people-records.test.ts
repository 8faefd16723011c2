/** PPL: an organisation's own records, in SQL and by the actions themselves: whose they are, merging and undoing, races. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addContact } from '#src/actions/people/contacts.ts'
import { keepSentPerson } from '#src/actions/people/keep-sent.ts'
import { mergePeople, undoMerge } from '#src/actions/people/merge.ts'
import { takeCorrections } from '#src/actions/people/save-person.ts'
import { tagPerson } from '#src/actions/people/tags.ts'
import { viewPerson } from '#src/actions/people/view-person.ts'
import { actAs } from '#src/db/database.ts'
import { findPeople } from '#src/db/people/searches.ts'
import { network, type Role, type World } from '#test/network.ts'

let world: World
beforeAll(async () => {
  world = await network()
})
afterAll(() => world.stop())

const call = { way: 'phone' as const, onDay: '2026-01-05', minutes: 20, what: 'Rang.', nextStep: '', nextOn: '' }

/** The record that the acceptance of a new referral made. */
async function accepted(person: object = {}) {
  const fill = {
    person: {
      ...{ title: '', firstName: 'Morag', lastName: 'Penhaligon', dateOfBirth: '1984-02-29', phone: '' },
      ...{ email: 'morag@example.com', preferredContact: '' as const, ...person },
    },
  }
  const { id } = await world.send({ needs: ['food'], ask: ['first'], fill })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  return { referralId: id, personId: await recordOf(id) }
}

async function recordOf(referralId: string): Promise<string> {
  const { rows } = await sql<{
    personId: string
  }>`select person_id from person_referral where referral_id = ${referralId}`.execute(world.database.owner)
  return rows[0]?.personId ?? ''
}

const snapshot = async () => {
  const tables = ['person', 'person_tag', 'person_contact', 'person_referral', 'tag']
  const rows = await Promise.all(
    tables.map(table =>
      sql`select * from ${sql.table(table)} t order by t::text`.execute(world.database.owner).then(({ rows }) => rows),
    ),
  )
  return JSON.stringify(rows)
}
const view = async (role: Role, id: string) => viewPerson(await world.as(role), id, 'page')

describe('PPL-1: accepting', () => {
  test('makes the record, with the referral, tagged with the service', async () => {
    const { personId, referralId } = await accepted()
    const record = await view('first', personId)
    expect(record.details).toMatchObject({ firstName: 'Morag', lastName: 'Penhaligon', postcode: 'L4 9ZQ' })
    expect(record.tags.map(({ name }) => name)).toEqual(['The first service'])
    expect(record.rows.map(({ id }) => id)).toEqual([referralId])
  })

  test('of somebody known offers the match, and confirming it makes one record of two', async () => {
    const [one, two] = [
      await accepted({ lastName: 'Twice' }),
      await accepted({ lastName: 'Twice', phone: '07700 900321' }),
    ]
    expect((await view('first', two.personId)).alike.map(({ id }) => id)).toEqual([one.personId])
    await mergePeople(await world.as('first'), { fromId: two.personId, intoId: one.personId })
    const record = await view('first', two.personId)
    expect(record.id).toBe(one.personId)
    expect(record.rows.map(({ id }) => id).sort()).toEqual([one.referralId, two.referralId].sort())
    expect(record.alike).toEqual([])
  })

  test('undone, the untouched record goes; with a contact on it, it stays', async () => {
    const [bare, used] = [await accepted({ lastName: 'Bare' }), await accepted({ lastName: 'Used' })]
    await addContact(await world.as('first'), used.personId, call)
    for (const [{ referralId }, by] of [
      [bare, 'coordinator'],
      [used, 'first'],
    ] as const)
      await world.act(by, 'undo', { id: referralId, service: 'first' }, {})
    expect(await recordOf(bare.referralId)).toBe('')
    expect(await recordOf(used.referralId)).toBe(used.personId)
  })
})

describe('PPL-2: merging', () => {
  test('is undone exactly, row by row, whatever hung on either', async () => {
    const [a, b, c] = [
      await accepted({ lastName: 'A' }),
      await accepted({ lastName: 'B' }),
      await accepted({ lastName: 'C' }),
    ]
    const ctx = await world.as('first')
    await addContact(ctx, a.personId, call)
    await tagPerson(ctx, b.personId, 'Eviction')
    const before = await snapshot()
    const first = await mergePeople(ctx, { fromId: a.personId, intoId: b.personId })
    const second = await mergePeople(ctx, { fromId: b.personId, intoId: c.personId })
    const merged = await view('first', a.personId)
    expect(merged.id).toBe(c.personId)
    expect([merged.contacts.length, merged.rows.length, merged.merges.length]).toEqual([1, 3, 2])
    await undoMerge(ctx, second)
    expect((await view('first', a.personId)).id).toBe(b.personId)
    await undoMerge(ctx, first)
    expect(await snapshot()).toBe(before)
  })

  test('two at once: one wins, the other is told, and nobody ends up inside themselves', async () => {
    const ctx = await world.as('first')
    for (let n = 0; n < 10; n++) {
      const [a, b] = [await accepted({ lastName: `Race ${n}` }), await accepted({ lastName: `Course ${n}` })]
      const results = await Promise.allSettled([
        mergePeople(ctx, { fromId: a.personId, intoId: b.personId }),
        mergePeople(ctx, { fromId: b.personId, intoId: a.personId }),
      ])
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const refused = results.find(result => result.status === 'rejected')
      expect((refused as PromiseRejectedResult).reason.code).toBe('already_answered')
      const ids = await Promise.all([a, b].map(async ({ personId }) => (await view('first', personId)).id))
      expect(new Set(ids).size).toBe(1)
    }
  })

  test('undone twice is undone once', async () => {
    const [a, b] = [await accepted({ lastName: 'Once' }), await accepted({ lastName: 'Only' })]
    const ctx = await world.as('first')
    const merge = await mergePeople(ctx, { fromId: a.personId, intoId: b.personId })
    const results = await Promise.allSettled([undoMerge(ctx, merge), undoMerge(ctx, merge)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('what the other record says otherwise is offered, never pushed', async () => {
    const [a, b] = [await accepted({ lastName: 'Offer' }), await accepted({ lastName: 'Offer', phone: '07700 900322' })]
    const ctx = await world.as('first')
    await mergePeople(ctx, { fromId: b.personId, intoId: a.personId })
    const [offer] = (await view('first', a.personId)).offers
    expect(offer?.differences).toEqual([{ field: 'phone', ours: '', theirs: '+447700900322' }])
    expect((await view('first', a.personId)).details.phone).toBeNull()
    await takeCorrections(ctx, a.personId, { kind: 'record', id: offer?.id ?? '', fields: ['phone'] })
    const after = await view('first', a.personId)
    expect([after.details.phone, after.offers]).toEqual(['+447700900322', []])
  })

  test('a referral corrected later is offered too', async () => {
    const { personId, referralId } = await accepted({ lastName: 'Later' })
    expect((await view('first', personId)).offers).toEqual([])
    await sql`update referral_person set phone = '+447700900333' where referral_id = ${referralId}`.execute(
      world.database.owner,
    )
    const { offers } = await view('first', personId)
    expect(offers.map(({ kind, differences }) => [kind, differences.map(({ field }) => field)])).toEqual([
      ['referral', ['phone']],
    ])
    await takeCorrections(await world.as('first'), personId, { kind: 'referral', id: referralId, fields: [] })
    const after = await view('first', personId)
    expect([after.details.phone, after.offers]).toEqual([null, []])
  })
})

describe('PPL-3: another organisation', () => {
  const tables = ['person', 'person_tag', 'person_referral', 'person_contact', 'person_merge', 'person_distinct', 'tag']

  test('sees no row of any table, whoever asks in SQL', async () => {
    const { personId } = await accepted({ lastName: 'Fenced' })
    const ctx = await world.as('first')
    const other = await accepted({ lastName: 'Beyond' })
    await addContact(ctx, personId, call)
    await mergePeople(ctx, { fromId: other.personId, intoId: personId })
    const count = (role: Role, table: string) =>
      world.as(role).then(({ db, actor }) =>
        actAs(db, { userId: actor.userId, organisationId: actor.organisationId }, async trx => {
          const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(trx)
          return rows[0]?.n
        }),
      )
    for (const role of ['second', 'third', 'coordinator', 'commissioner', 'administrator', 'outsider'] as const)
      for (const table of tables) expect([role, table, await count(role, table)]).toEqual([role, table, 0])
    for (const table of tables.filter(one => one !== 'person_distinct'))
      expect(await count('first', table)).toBeGreaterThan(0)
  })

  test('cannot hang anything on a record that is not its own', async () => {
    const { personId } = await accepted({ lastName: 'Alone' })
    const { db, actor } = await world.as('second')
    const organisationId = actor.organisationId ?? ''
    const attempt = actAs(db, { userId: actor.userId, organisationId }, trx =>
      trx
        .insertInto('personContact')
        .values({ personId, organisationId, way: 'note', onDay: '2026-01-01', what: 'Mine now.', at: new Date() })
        .execute(),
    )
    await expect(attempt).rejects.toThrow()
  })

  test('finds nobody of another, by name, by a misspelling or by number', async () => {
    await accepted({ lastName: 'Zebediah', phone: '07700 900777' })
    const find = async (role: Role, words: string) => {
      const { db, actor } = await world.as(role)
      return actAs(db, { userId: actor.userId, organisationId: actor.organisationId }, trx => findPeople(trx, words))
    }
    for (const words of ['zebediah', 'Zebedia', '900777', '07700900777']) {
      expect(await find('first', words), words).toHaveLength(1)
      for (const role of ['second', 'coordinator', 'outsider', 'administrator'] as const)
        expect(await find(role, words), role).toEqual([])
    }
  })
})

test('PPL-1: a sender keeps the person too, once, and nobody else does by that way', async () => {
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  const kept = await Promise.all(
    ['referrer', 'referrer'].map(async role => keepSentPerson(await world.as(role as Role), id)),
  )
  expect(new Set(kept).size).toBe(1)
  expect((await view('referrer', kept[0] ?? '')).rows).toHaveLength(1)
  for (const role of ['first', 'third', 'outsider'] as const)
    await expect(keepSentPerson(await world.as(role), id)).rejects.toMatchObject({ code: 'not_found' })
})
