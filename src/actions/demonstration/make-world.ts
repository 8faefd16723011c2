/** The demonstration's network, organisations, people and services, made by the same actions as real ones. */
import { randomUUID } from 'node:crypto'
import { demonstrationPassword } from '../../db/demonstration.ts'
import { insertCategories } from '../../db/new-network.ts'
import { acceptAgreement, joinNetwork } from '../../db/organisations.ts'
import { markConfirmed } from '../../db/profiles.ts'
import { drawnAreas } from '../../db/seed/demo/areas.ts'
import { demoCategories } from '../../db/seed/demo/categories.ts'
import { coordinating, type DemoOrganisation, demoOrganisations } from '../../db/seed/demo/organisations.ts'
import { drawnOutwards } from '../../db/seed/demo/outwards.ts'
import { type DemoUser, demoUsers } from '../../db/seed/demo/people.ts'
import { insertDrawnPlaces } from '../../db/seed/places.ts'
import { defaultDemographics } from '../../domain/defaults/demographics.ts'
import { type Context, inTransaction } from '../context.ts'
import { createNetwork } from '../create-network.ts'
import { createOrganisation } from '../create-organisation.ts'
import { createUser } from '../create-user.ts'
import { find, type Ids } from './cast.ts'

const children = {
  key: 'children',
  label: 'Children at home',
  kind: 'several',
  options: [
    { key: 'expecting', label: 'Expecting a baby' },
    { key: 'under_five', label: 'Under five' },
    { key: 'school_age', label: 'Of school age' },
    { key: 'none', label: 'None' },
  ],
} as const

export async function makeNetwork(ctx: Context): Promise<{ networkId: string; ids: Ids }> {
  const ids: Ids = { organisations: new Map(), services: new Map(), users: new Map() }
  await inTransaction(ctx, trx => insertDrawnPlaces(trx, drawnAreas, drawnOutwards))
  for (const one of demoOrganisations) ids.organisations.set(one.key, await makeOrganisation(ctx, one))
  const networkId = await openNetwork(ctx, ids)
  for (const user of demoUsers) await makeUser(ctx, networkId, ids, user)
  await inTransaction(ctx, async trx => {
    const drafts = demoCategories.map(category => ({ ...category, id: randomUUID() }))
    const idOf = (label: string | null) => drafts.find(one => one.label === label)?.id ?? null
    await insertCategories(
      trx,
      networkId,
      drafts.map(({ parent, ...draft }) => ({ ...draft, parentId: idOf(parent) })),
    )
    for (const { key, joined, agreed = true } of demoOrganisations) {
      const [organisationId, userId] = [find(ids.organisations, key), primaryOf(ids, key)]
      await joinNetwork(trx, networkId, organisationId, daysAgo(ctx, joined))
      await markConfirmed(trx, organisationId, {
        at: daysAgo(ctx, Math.min(joined, confirmedDaysAgo(joined))),
        by: userId,
      })
      if (agreed) await acceptAgreement(trx, { networkId, organisationId, userId, at: daysAgo(ctx, joined - 1) })
    }
  })
  return { networkId, ids }
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

async function openNetwork(ctx: Context, { organisations }: Ids): Promise<string> {
  const name = demoOrganisations.find(({ key }) => key === coordinating)?.name ?? ''
  const began = Math.max(...demoOrganisations.map(({ joined }) => joined))
  const { id } = await createNetwork(
    { ...ctx, now: () => daysAgo(ctx, began) },
    {
      name: 'Mersey Help Network',
      slug: 'mersey',
      coordinator: { id: find(organisations, coordinating), name },
      areas: drawnAreas.map(({ code }) => code),
      description: 'Advice, food, housing, health and company across the six boroughs of Liverpool City Region.',
      colour: '#0b5a4e',
      help: {
        name: 'Colm Byrne',
        email: 'help@mersey.example.org',
        phone: '0151 496 0101',
        technical: 'support@mersey.example.org',
      },
      demographics: [...defaultDemographics, children],
      demonstration: true,
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
  for (const { of } of member) ids.users.set(`${account}@${of}`, id)
}

function primaryOf(ids: Ids, key: string): string {
  const primary = demoUsers.find(({ member }) => member.some(({ of, role }) => of === key && role === 'primary'))
  return find(ids.users, `${primary?.email.split('@')[0]}@${key}`)
}

function daysAgo({ now }: Context, days: number): Date {
  return new Date(now().getTime() - days * 24 * 60 * 60 * 1000)
}

/** Of most within the last three months; two or three are overdue. */
function confirmedDaysAgo(joined: number): number {
  return (joined * 7) % 112
}
