/** What the small world of stories is made of (network.ts). */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#src/actions/context.ts'
import { createNetwork } from '#src/actions/create-network.ts'
import type { Database } from '#src/db/database.ts'
import { readNetwork } from '#src/db/networks.ts'
import { insertCategories } from '#src/db/new-network.ts'
import { acceptAgreement, insertOrganisation, joinNetwork } from '#src/db/organisations.ts'
import { saveService } from '#src/db/services/save.ts'
import { addMembership, grantInNetwork, insertUser } from '#src/db/users.ts'
import type { NetworkSettings } from '#src/domain/network.ts'

/** `firstPrimary` manages the organisation whose member is `first`; `outsider` belongs to no network. */
export type Role = keyof typeof roles
export type Kind = (typeof kinds)[number]
/** `first` offers food and debt, `second` debt and housing, `third` housing, `thirdToo` food and company; the last is of the third too. */
export type ServiceKey = keyof typeof offers

const kinds = ['food', 'debt', 'housing', 'company'] as const
const organisations = ['referrer', 'first', 'second', 'third', 'outsider'] as const
const roles = {
  referrer: ['referrer', 'member'],
  referrerPrimary: ['referrer', 'primary'],
  first: ['first', 'member'],
  firstPrimary: ['first', 'primary'],
  second: ['second', 'primary'],
  third: ['third', 'primary'],
  coordinator: ['coordinating', 'primary'],
  commissioner: [null, null],
  administrator: [null, null],
  outsider: ['outsider', 'primary'],
} as const
const offers = {
  first: ['first', ['food', 'debt']],
  second: ['second', ['debt', 'housing']],
  third: ['third', ['housing']],
  thirdToo: ['third', ['food', 'company']],
} as const satisfies Record<string, readonly [(typeof organisations)[number], readonly Kind[]]>

export const area = { code: 'E08000012', name: 'Liverpool' }

export type Built = Awaited<ReturnType<typeof build>>

export async function build({ owner }: Database, ctx: Context, settings: Partial<NetworkSettings>) {
  await insertPlaces({ owner })
  const made = await createNetwork(ctx, {
    ...{ name: 'Northbank Help', slug: `n${randomUUID().slice(0, 8)}`, coordinator: { name: 'Northbank Partnership' } },
    ...{
      areas: [area.code],
      settings,
      help: { name: 'Ceri Vaughan', email: 'ceri@example.org', phone: '0151 496 0300' },
    },
  })
  const categories = idsFor(kinds)
  await insertCategories(
    owner,
    made.id,
    kinds.map(kind => ({ id: categories[kind], parentId: null, label: labels[kind], description: '', icon: null })),
  )
  const organisationIds = { ...(await addOrganisations(owner, made.id, ctx.now())), coordinating: made.organisationId }
  const users = await addUsers(owner, made.id, organisationIds)
  for (const name of ['referrer', 'first', 'second', 'third', 'coordinating'] as const)
    await acceptAgreement(owner, {
      ...{ networkId: made.id, organisationId: organisationIds[name], at: ctx.now() },
      userId: users[name === 'coordinating' ? 'coordinator' : name],
    })
  const services = await addServices(owner, made.id, organisationIds, categories)
  const { wording } = await readNetwork(owner, made.id)
  return {
    networkId: made.id,
    organisations: organisationIds,
    categories,
    users,
    services,
    wordingId: wording?.id ?? '',
  }
}

export const labels: Record<Kind, string> = { food: 'Food', debt: 'Debt', housing: 'Housing', company: 'Company' }
type OrganisationIds = Record<(typeof organisations)[number] | 'coordinating', string>

/** L4 9ZQ lies in the network's area, M1 9ZQ outside it; of the rest of L4 only the outward code is known. */
async function insertPlaces({ owner }: Pick<Database, 'owner'>) {
  await sql`insert into area (code, name, approximate) values (${area.code}, ${area.name}, true) on conflict do nothing`.execute(
    owner,
  )
  await sql`insert into outward_code (code, latitude, longitude, authority_code) values ('L4', 53.44, -2.96, ${area.code})
    on conflict do nothing`.execute(owner)
  await sql`insert into postcode (code, latitude, longitude, authority_code, edition) values
    ('L49ZQ', 53.44, -2.96, ${area.code}, 'test'), ('M19ZQ', 53.48, -2.23, 'E08000003', 'test') on conflict do nothing`.execute(
    owner,
  )
}

async function addOrganisations(db: Database['owner'], networkId: string, at: Date) {
  const ids = new Map<string, string>()
  for (const name of organisations) {
    const id = await insertOrganisation(db, { name: `The ${name} organisation`, phone: '0151 496 0301' })
    ids.set(name, id)
    if (name !== 'outsider') await joinNetwork(db, networkId, id, at)
  }
  return Object.fromEntries(ids) as Record<(typeof organisations)[number], string>
}

async function addUsers(db: Database['owner'], networkId: string, organisationIds: OrganisationIds) {
  const tag = randomUUID().slice(0, 8)
  const ids = new Map<string, string>()
  for (const [name, [of, role]] of Object.entries(roles)) {
    const user = { name: `The ${name}`, email: `${name.toLowerCase()}.${tag}@example.org` }
    const userId = await insertUser(db, { ...user, platformAdministrator: name === 'administrator' })
    if (!userId) throw new Error(`two of ${user.email}`)
    ids.set(name, userId)
    if (of) await addMembership(db, { userId, organisationId: organisationIds[of], role })
    if (name === 'coordinator' || name === 'commissioner') await grantInNetwork(db, [{ userId, networkId, role: name }])
  }
  return Object.fromEntries(ids) as Record<Role, string>
}

async function addServices(
  db: Database['owner'],
  networkId: string,
  organisationIds: OrganisationIds,
  categories: Record<Kind, string>,
) {
  const ids = idsFor(Object.keys(offers) as ServiceKey[])
  for (const [key, [of, does]] of Object.entries(offers))
    await db.transaction().execute(trx =>
      saveService(trx, {
        ...{
          id: ids[key as ServiceKey],
          organisationId: organisationIds[of],
          name: `The ${key} service`,
          description: '',
        },
        ...{ locationId: null, catchment: { kind: 'network' }, capacity: 10, status: 'active', sourceKey: null },
        ...{ phone: null, email: null, website: null, hours: [], closures: [] },
        networks: [
          { networkId, categoryIds: does.map(kind => categories[kind]), restrictions: {}, active: true, listed: true },
        ],
      }),
    )
  return ids
}

function idsFor<N extends string>(names: readonly N[]): Record<N, string> {
  return Object.fromEntries(names.map(name => [name, randomUUID()])) as Record<N, string>
}
