/** Makes a network that is ready for work: lists, demographics, form, consent wording and agreement are there from the start. */
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { findAreas, insertForm, insertNetwork, insertTexts } from '../db/new-network.ts'
import { insertOrganisation, joinNetwork } from '../db/organisations.ts'
import type { DB } from '../db/schema.ts'
import { type DemographicDraft, defaultDemographics } from '../domain/defaults/demographics.ts'
import { agreementText, consentText, dataProtectionText, fillText } from '../domain/defaults/texts.ts'
import { type NetworkSettings, networkSettings } from '../domain/network.ts'
import { may } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { type Context, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

export type NetworkDraft = {
  name: string
  /** As in its addresses: lower case, digits, single hyphens. */
  slug: string
  /** One that is there, or the name of one to be made. */
  coordinator: { id: string; name: string } | { name: string }
  /** Codes or names of areas whose outlines are known. */
  areas: readonly string[]
  description?: string
  colour?: string
  help?: { name?: string; email?: string; phone?: string; technical?: string }
  settings?: Partial<NetworkSettings>
  demographics?: readonly DemographicDraft[]
  demonstration?: boolean
}
export type NewNetwork = { id: string; organisationId: string }

export function createNetwork(ctx: Context, draft: NetworkDraft): Promise<NewNetwork> {
  if (ctx.actor && !may(ctx.actor, 'administer')) throw new Problem('not_found', 'There is no such page.')
  return inTransaction(ctx, trx => makeNetwork(trx, ctx, draft))
}

/** Within what else its making takes. */
export async function makeNetwork(trx: Transaction<DB>, ctx: Context, draft: NetworkDraft): Promise<NewNetwork> {
  if (!/^[a-z0-9](-?[a-z0-9]+)*$/.test(draft.slug) || draft.slug.length > 60)
    throw new Problem('invalid', 'Use lower-case letters, digits and single hyphens.', { field: 'slug' })
  if (draft.name.trim() === '') throw new Problem('invalid', 'Name the network.', { field: 'name' })
  const at = ctx.now()
  const settings = networkSettings.parse(draft.settings ?? {})
  const areaCodes = await codesOf(trx, draft.areas)
  const { coordinator } = draft
  const organisationId = 'id' in coordinator ? coordinator.id : await insertOrganisation(trx, coordinator)
  const id = await insertNetwork(trx, rowOf(draft, organisationId, settings, at), areaCodes)
  if (!id)
    throw new Problem('conflict', `There is a network with the short name "${draft.slug}" already.`, {
      ...{ field: 'slug', reason: 'taken' },
    })
  await insertForm(trx, id, draft.demographics ?? defaultDemographics, at)
  await insertTexts(trx, id, textsOf(draft, settings), at)
  await joinNetwork(trx, id, organisationId, at)
  await recordEvents(trx, at, [eventBy(ctx, { action: 'createNetwork', networkId: id })])
  return { id, organisationId }
}

async function codesOf(trx: Transaction<DB>, named: readonly string[]): Promise<string[]> {
  const areas = await findAreas(trx, named)
  const isKnown = (one: string) =>
    areas.some(({ code, name }) => [code, name].some(known => known.toLowerCase() === one.toLowerCase()))
  const missing = named.filter(one => !isKnown(one))
  if (missing.length > 0)
    throw new Problem('invalid', `No such area: ${missing.join(', ')}. Import boundaries first.`, { field: 'areas' })
  return [...new Set(areas.map(({ code }) => code))]
}

function rowOf(draft: NetworkDraft, coordinatingOrganisationId: string, settings: NetworkSettings, createdAt: Date) {
  const { name, slug, description = '', colour = '#0b5a4e', help = {}, demonstration = false } = draft
  return {
    ...{ name: name.trim(), slug, description, colour, demonstration, settings, createdAt, coordinatingOrganisationId },
    ...{ helpName: help.name ?? '', helpEmail: help.email ?? '', helpPhone: help.phone ?? '' },
    technicalHelp: help.technical ?? '',
    // A demonstration is complete as it is.
    checklistHiddenAt: demonstration ? createdAt : null,
  }
}

function textsOf({ name, coordinator, help }: NetworkDraft, { retentionMonths }: NetworkSettings) {
  const reach = help?.email ? `${coordinator.name} at ${help.email}` : coordinator.name
  const values = { network: name.trim(), coordinator: coordinator.name, months: String(retentionMonths), help: reach }
  return {
    wording: fillText(consentText, values),
    dataProtection: fillText(dataProtectionText, values),
    agreement: fillText(agreementText, values),
  }
}
