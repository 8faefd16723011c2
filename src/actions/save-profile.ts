/** ORG-1: saves one section of how an organisation describes itself; its logo. */
import { randomUUID } from 'node:crypto'
import { hashToken } from '../auth/secrets.ts'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { readNetwork } from '../db/networks.ts'
import { insertPicture } from '../db/pictures.ts'
import { changeProfile, lockProfile, type Profile, type ProfileParts, readProfile } from '../db/profiles.ts'
import type { DB } from '../db/schema.ts'
import { listTermIds } from '../db/terms.ts'
import { requirePostcode } from '../domain/postcode.ts'
import { Problem } from '../domain/problem.ts'
import { type ProfileSection, type ProfileValues, profileSections, weekOf } from '../domain/profile.ts'
import { facilitiesAfter } from '../domain/venue.ts'
import { readPicture } from '../files/picture.ts'
import type { FileStore } from '../files/store.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

/** `networkId`: the network whose categories, kinds and facilities are meant. */
export type ProfilePlace = { organisationId: string; networkId: string }
/** One or several sections, each whole; what is left out stays as it was. */
export type ProfileChange = { [S in ProfileSection]?: ProfileValues[S] | undefined }

/** `seen`: as `sectionMark` gave it when the form was opened; empty asks nothing. Throws `conflict` where somebody changed the section meanwhile. */
export function saveProfile<S extends ProfileSection>(
  ctx: ActingContext,
  { section, seen, ...place }: ProfilePlace & { section: S; seen: string },
  values: ProfileValues[S],
): Promise<void> {
  return describeOrganisation(ctx, place, { [section]: values }, { section, seen })
}

export function sectionMark(profile: Profile, section: ProfileSection, networkId: string): string {
  const stored = ownParts[section].map(name => profile[name])
  const categories = section === 'about' ? profile.categories.filter(one => one.networkId === networkId) : []
  const ids = categories.map(({ categoryId }) => categoryId).toSorted()
  return hashToken(JSON.stringify([stored, ids])).toString('base64url')
}

const ownParts: { [S in ProfileSection]: readonly (keyof Profile)[] } = {
  about: ['name', 'kind', 'description'],
  contact: ['phone', 'email', 'website', 'address1', 'address2', 'city', 'postcode', 'teamInbox'],
  access: ['languages', 'interpreters', 'facilities', 'access'],
  hours: ['spans'],
  guidance: ['referralGuidance'],
}

/** All or none. */
export function describeOrganisation(
  ctx: ActingContext,
  place: ProfilePlace,
  given: ProfileChange,
  opened?: { section: ProfileSection; seen: string },
): Promise<void> {
  const changed = profileSections.filter(section => given[section])
  return keepProfile(ctx, place.organisationId, changed, async (trx, profile) => {
    if (opened?.seen && sectionMark(profile, opened.section, place.networkId) !== opened.seen)
      throw new Problem('conflict', 'Somebody changed this section while the page was open.')
    const offered = await requireOwnWords(trx, ctx, place, given, profile)
    const parts = partsOf(given, place.networkId)
    return given.access
      ? { ...parts, facilities: facilitiesAfter(profile.facilities, offered, given.access.facilities) }
      : parts
  })
}

const logoSize = { width: 600, height: 400 }

/** Throws at `picture` for what is none, at `alt` where nobody says what it shows. */
export async function saveLogo(
  ctx: ActingContext,
  store: FileStore,
  organisationId: string,
  { bytes, alt }: { bytes: Uint8Array; alt: string },
): Promise<void> {
  const said = alt.trim()
  if (said === '' || said.length > 300)
    throw new Problem('invalid', 'Say in a few words what the logo shows.', { field: 'alt' })
  const { bytes: safe, ...picture } = await readPicture(bytes, logoSize, 'picture')
  const storageKey = `pictures/${randomUUID()}.webp`
  await keepProfile(ctx, organisationId, ['logo'], async trx => {
    await store.put(storageKey, safe, picture.type)
    const row = { ...picture, organisationId, storageKey, alt: said, addedBy: ctx.actor.userId }
    return { logoFileId: await insertPicture(trx, row) }
  })
}

export function removeLogo(ctx: ActingContext, organisationId: string): Promise<void> {
  return keepProfile(ctx, organisationId, ['logo'], async () => ({ logoFileId: null }))
}

function keepProfile(
  ctx: ActingContext,
  organisationId: string,
  sections: readonly (ProfileSection | 'logo')[],
  work: (trx: Transaction<DB>, profile: Profile) => Promise<ProfileParts>,
): Promise<void> {
  return inTransaction(ctx, async trx => {
    await lockProfile(trx, organisationId)
    const parts = await work(trx, await readProfile(trx, ctx.actor, organisationId))
    await changeProfile(trx, organisationId, parts, { at: ctx.now(), by: ctx.actor.userId })
    const party = ctx.actor.organisationId === organisationId ? 'organisation' : 'coordinator'
    const events = sections.map(section => ({
      ...{ action: 'saveProfile', party, codes: { organisation: organisationId, section } },
    }))
    await recordEvents(
      trx,
      ctx.now(),
      events.map(event => eventBy(ctx, event)),
    )
  })
}

function partsOf({ about, contact, access, hours, guidance }: ProfileChange, networkId: string): ProfileParts {
  return {
    ...(about && asParts.about(about, networkId)),
    ...(contact && asParts.contact(contact, networkId)),
    ...(access && asParts.access(access, networkId)),
    ...(hours && asParts.hours(hours, networkId)),
    ...(guidance && asParts.guidance(guidance, networkId)),
  }
}

const asParts: { [S in ProfileSection]: (values: ProfileValues[S], networkId: string) => ProfileParts } = {
  about: ({ categoryIds, ...rest }, networkId) => ({ ...rest, categories: { networkId, categoryIds } }),
  contact: ({ postcode, ...rest }) => ({
    ...rest,
    postcode: postcode === '' ? null : requirePostcode(postcode, 'postcode').postcode,
  }),
  access: values => values,
  hours: ({ days }) => ({ spans: weekOf(days) }),
  guidance: values => values,
}

/** Categories and facilities are the network's own, and the organisation is in it. Returns the facilities that it offers. */
async function requireOwnWords(
  trx: Transaction<DB>,
  ctx: ActingContext,
  { organisationId, networkId }: ProfilePlace,
  { about, access }: ProfileChange,
  { networks, facilities }: Profile,
): Promise<string[]> {
  const isOwn = ctx.actor.role === 'primary' && ctx.actor.organisationId === organisationId
  if (!networks.some(({ id }) => id === networkId) || !(isOwn || ctx.actor.coordinates.includes(networkId)))
    throw new Problem('not_found', 'There is no such network.')
  if (about) {
    const { categories } = await readNetwork(trx, networkId)
    requireAll(about.categoryIds, [...categories.keys()], 'categoryIds')
  }
  if (access) {
    const offered = await listTermIds(trx, [networkId], 'facility')
    requireAll(access.facilities, [...offered, ...facilities], 'facilities')
    return offered
  }
  return []
}

function requireAll(chosen: readonly string[], known: readonly string[], field: string): void {
  if (!chosen.every(id => known.includes(id))) throw new Problem('invalid', 'Choose from the list.', { field })
}
