/** One of the demonstration's networks, with its organisations, people and categories, made by the same actions as real ones. */
import { randomUUID } from 'node:crypto'
import { demonstrationPassword } from '../../db/demonstration.ts'
import { insertCategories } from '../../db/new-network.ts'
import { acceptAgreement, joinNetwork } from '../../db/organisations.ts'
import { markConfirmed } from '../../db/profiles.ts'
import type { DemoNetwork } from '../../db/seed/demo/networks.ts'
import type { DemoOrganisation } from '../../db/seed/demo/organisations.ts'
import type { DemoUser } from '../../db/seed/demo/people.ts'
import { type Context, inTransaction } from '../context.ts'
import { createNetwork } from '../create-network.ts'
import { createOrganisation } from '../create-organisation.ts'
import { createUser } from '../create-user.ts'
import { find, type Ids } from './cast.ts'

/** Adds to `ids` whom and what it makes; those of the network before it may join. Returns its id. */
export async function makeNetwork(ctx: Context, demo: DemoNetwork, ids: Ids): Promise<string> {
  for (const one of demo.organisations) ids.organisations.set(one.key, await makeOrganisation(ctx, one))
  const networkId = await openNetwork(ctx, demo, ids)
  for (const user of demo.users) await makeUser(ctx, networkId, ids, user)
  const drafts = demo.categories.map(category => ({ ...category, id: randomUUID() }))
  const idOf = (label: string | null) => drafts.find(one => one.label === label)?.id ?? null
  const categories = drafts.map(({ parent, ...draft }) => ({ ...draft, parentId: idOf(parent) }))
  await inTransaction(ctx, trx => insertCategories(trx, networkId, categories))
  await joinAll(ctx, networkId, demo, ids)
  return networkId
}

function joinAll(ctx: Context, networkId: string, { organisations, joinedToo }: DemoNetwork, ids: Ids) {
  const too = Object.entries(joinedToo).map(([key, joined]) => ({ key, joined, agreed: true }))
  return inTransaction(ctx, async trx => {
    for (const { key, joined, agreed = true } of [...organisations, ...too]) {
      const [organisationId, userId] = [find(ids.organisations, key), find(ids.primaries, key)]
      await joinNetwork(trx, networkId, organisationId, daysAgo(ctx, joined))
      if (!(key in joinedToo)) await markConfirmed(trx, organisationId, { at: confirmedAt(ctx, joined), by: userId })
      if (agreed) await acceptAgreement(trx, { networkId, organisationId, userId, at: daysAgo(ctx, joined - 1) })
    }
  })
}

function makeOrganisation(
  ctx: Context,
  { key, name, kind, about, asks, phone, city, languages = [], joined }: DemoOrganisation,
) {
  return createOrganisation(
    { ...ctx, now: () => daysAgo(ctx, joined) },
    {
      ...{ name, kind, phone, city, languages, description: about, referralGuidance: asks, networkIds: [] },
      ...{ email: `hello@${key}.example.org`, website: `https://${key}.example.org` },
    },
  )
}

async function openNetwork(ctx: Context, demo: DemoNetwork, { organisations }: Ids): Promise<string> {
  const { name, slug, description, colour, help, areas, demographics, coordinating } = demo
  const coordinator = demo.organisations.find(({ key }) => key === coordinating)?.name ?? ''
  const began = Math.max(...demo.organisations.map(({ joined }) => joined))
  const { id } = await createNetwork(
    { ...ctx, now: () => daysAgo(ctx, began) },
    {
      ...{ name, slug, description, colour, help, areas, demographics, demonstration: true },
      settings: { publicDirectory: true },
      coordinator: { id: find(organisations, coordinating), name: coordinator },
    },
  )
  return id
}

async function makeUser(
  ctx: Context,
  networkId: string,
  ids: Ids,
  { grant, member, ...user }: DemoUser,
): Promise<void> {
  const id = await createUser(ctx, {
    ...user,
    memberships: member.map(({ of, ...rest }) => ({ ...rest, organisationId: find(ids.organisations, of) })),
    grants: grant ? [{ networkId, role: grant }] : [],
    password: demonstrationPassword,
    demonstration: true,
  })
  const [account = ''] = user.email.split('@')
  for (const { of, role } of member) {
    ids.users.set(`${account}@${of}`, id)
    if (role === 'primary') ids.primaries.set(of, id)
  }
}

function daysAgo({ now }: Context, days: number): Date {
  return new Date(now().getTime() - days * 24 * 60 * 60 * 1000)
}

/** Of most within the last three months; two or three are overdue. */
function confirmedAt(ctx: Context, joined: number): Date {
  return daysAgo(ctx, Math.min(joined, (joined * 7) % 112))
}
