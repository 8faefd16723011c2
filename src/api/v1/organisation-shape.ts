/** An organisation as members of its network see it. */
import type { Agency } from '../../db/directory/organisations.ts'
import { openingHours, openness, span } from '../../domain/hours.ts'
import { id, moment, z } from '../openapi.ts'
import { openingNow } from './service-shape.ts'

const text = z.string().nullable()

export const listedOrganisation = z
  .object({
    id,
    ...{ name: z.string(), kind: text, description: z.string() },
    ...{ phone: text, email: text, website: text },
  })
  .openapi('Organisation')

export const agency = listedOrganisation
  .extend({
    network: id,
    status: z.enum(['active', 'suspended']),
    categories: z.array(id),
    city: text,
    address: z.array(z.string()).openapi({ description: 'Line by line.' }),
    languages: z.array(z.string()),
    interpreters: text,
    access: z.string(),
    facilities: z.array(z.string()),
    opening: z.object({ hours: z.array(span), now: openingNow }),
    referralGuidance: z.string().openapi({ description: 'What it wants to know before it is asked.' }),
    confirmedAt: moment.nullable().openapi({ description: 'When it last said that its entry is right.' }),
    changedAt: moment.nullable(),
  })
  .openapi('OrganisationEntry')

export function shapeAgency(found: Agency, network: string, at: Date): z.infer<typeof agency> {
  const { id, name, kind, description, phone, email, website, status, categoryIds, city, address, spans } = found
  const { languages, interpreters, access, facilities, referralGuidance, confirmedAt, changedAt } = found
  return {
    ...{ id, name, kind, description, phone, email, website, network, status, city, address },
    ...{ languages, interpreters, access, facilities, referralGuidance },
    categories: categoryIds,
    opening: { hours: spans, now: openness(openingHours(spans), at) },
    confirmedAt: confirmedAt?.toISOString() ?? null,
    changedAt: changedAt?.toISOString() ?? null,
  }
}
