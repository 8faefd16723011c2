/** Another network on the same installation, with a coordinator, an organisation and services of its own; connected by the story. */
import { randomUUID } from 'node:crypto'
import { acceptConnection, requestConnection } from '#src/actions/connect-networks.ts'
import type { ActingContext } from '#src/actions/context.ts'
import { createNetwork } from '#src/actions/create-network.ts'
import { loadActor } from '#src/db/actors.ts'
import { readNetwork } from '#src/db/networks.ts'
import { insertCategories } from '#src/db/new-network.ts'
import { acceptAgreement, insertOrganisation, joinNetwork } from '#src/db/organisations.ts'
import { saveService } from '#src/db/services/save.ts'
import { addMembership, grantInNetwork, insertUser } from '#src/db/users.ts'
import type { NetworkSettings } from '#src/domain/network.ts'
import type { World } from './network.ts'
import { area } from './network-parts.ts'

export type Second = Awaited<ReturnType<typeof secondNetwork>>

/** `adviser` helps in it with legal advice and shelter, and belongs to no other. `members`: organisations of the first that join it too. */
export async function secondNetwork(
  world: World,
  {
    settings = {},
    members = [],
  }: { settings?: Partial<NetworkSettings>; members?: (keyof World['organisations'])[] } = {},
) {
  const { database, ctx } = world
  const { owner } = database
  const made = await createNetwork(ctx, {
    ...{ name: 'Deeside Advice', slug: `d${randomUUID().slice(0, 8)}`, coordinator: { name: 'Deeside Partnership' } },
    ...{ areas: [area.code], settings },
  })
  const categories = { legal: randomUUID(), shelter: randomUUID() }
  const drafts = Object.entries({ legal: 'Legal advice', shelter: 'Shelter' }).map(([key, label]) => ({
    ...{ id: categories[key as keyof typeof categories], label, parentId: null, description: '', icon: null },
  }))
  await insertCategories(owner, made.id, drafts)
  const adviserId = await insertOrganisation(owner, { name: 'The adviser organisation' })
  const users = {
    coordinator: await addUser(world, 'Deeside coordinator', made.organisationId),
    adviser: await addUser(world, 'Deeside adviser', adviserId),
  }
  await grantInNetwork(owner, [{ userId: users.coordinator, networkId: made.id, role: 'coordinator' }])
  const joining = [adviserId, ...members.map(key => world.organisations[key])]
  for (const organisationId of joining) await joinNetwork(owner, made.id, organisationId, ctx.now())
  for (const organisationId of [made.organisationId, ...joining])
    await acceptAgreement(owner, { networkId: made.id, organisationId, userId: users.coordinator, at: ctx.now() })
  const serviceId = randomUUID()
  await owner.transaction().execute(trx =>
    saveService(trx, {
      ...{ id: serviceId, organisationId: adviserId, name: 'The adviser service', description: '' },
      ...{ locationId: null, catchment: { kind: 'network' }, capacity: 10, status: 'active', sourceKey: null },
      ...{ phone: null, email: null, website: null, hours: [], closures: [] },
      networks: [
        { networkId: made.id, categoryIds: Object.values(categories), restrictions: {}, active: true, listed: true },
      ],
    }),
  )
  const { wording } = await readNetwork(owner, made.id)
  const as = async (role: keyof typeof users): Promise<ActingContext> => {
    const actor = await loadActor(ctx.db, users[role], null)
    if (!actor) throw new Error(`nobody is ${role}`)
    return { ...ctx, actor }
  }
  return {
    ...{ networkId: made.id, categories, users, serviceId, adviserId, wordingId: wording?.id ?? '', as },
    /** Asked for by the first network's coordinator, and accepted. Returns the connection's id. */
    connect: async () => {
      const id = await requestConnection(await world.as('coordinator'), world.networkId, made.id)
      await acceptConnection(await as('coordinator'), made.id, id)
      return id
    },
  }
}

async function addUser({ database: { owner } }: World, name: string, organisationId: string): Promise<string> {
  const userId = await insertUser(owner, { name, email: `${randomUUID()}@example.org`, platformAdministrator: false })
  if (!userId) throw new Error(`two of ${name}`)
  await addMembership(owner, { userId, organisationId, role: 'primary' })
  return userId
}
