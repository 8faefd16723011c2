/** A service as those who keep it describe it: in sections, each as it is sent and as it is read back. */
import type { KeptPlace, KeptService } from '../../db/services/kept.ts'
import { catchment } from '../../domain/catchment.ts'
import { roomIn } from '../../domain/service.ts'
import {
  capacitySection,
  detailsSection,
  hoursSection,
  phone,
  publicSection,
  restrictionsSection,
  sectionStates,
  sections,
  type Way,
  website,
} from '../../domain/service-sections.ts'
import { id, z } from '../openapi.ts'

/** What was read as null may be sent back as null. */
export function orNull<Out>(schema: z.ZodType<Out, string | undefined>) {
  const typed = z.string().max(500).nullable().default(null)
  return typed.transform(given => given ?? '').pipe(schema as z.ZodType<Out, string>)
}

const shown = publicSection.extend({ phone: orNull(phone), website: orNull(website) })
const text = z.string().nullable()

/** Each section whole. */
export const sectionsSent = {
  details: detailsSection,
  hours: hoursSection.optional(),
  capacity: capacitySection.optional(),
  public: shown.optional(),
  restrictions: restrictionsSection.optional(),
}

export const description = z
  .object({
    id,
    organisation: z.object({ id, name: z.string() }),
    network: id.openapi({ description: 'Whose categories, restrictions and listing these are.' }),
    status: z.enum(['active', 'paused', 'archived']),
    pausedUntil: z.iso.date().nullable(),
    open: z.boolean().openapi({ description: 'Takes referrals in this network now.' }),
    sections: z.record(z.enum(sections), z.enum(['completed', 'incomplete'])),
    load: z.object({ cases: z.int(), waiting: z.int(), room: z.int().nullable() }),
    details: z.object({ name: z.string(), categoryIds: z.array(id), locationId: id.nullable() }),
    hours: z.object({
      spans: z.array(z.object({ weekday: z.int(), opens: z.string(), closes: z.string() })),
      closures: z.array(z.object({ firstDay: z.string(), lastDay: z.string(), reason: z.string() })),
      closedOnBankHolidays: z.boolean(),
    }),
    capacity: z.object({ capacity: z.int().nullable() }),
    public: z.object({
      listed: z.boolean(),
      description: z.string(),
      ...{ phone: text, email: text, website: text },
      ways: publicSection.shape.ways,
      otherWays: z.string(),
      gallery: text,
    }),
    restrictions: restrictionsSection,
    catchment,
  })
  .openapi('ServiceDescription')

export function shapeDescription(service: KeptService, place: KeptPlace): z.infer<typeof description> {
  const { id, organisationId, organisationName, status, pausedUntil, cases, waiting, capacity, catchment } = service
  const { spans, closures, closedOnBankHolidays } = service
  const { networkId, categoryIds, restrictions, open } = place
  return {
    ...{ id, organisation: { id: organisationId, name: organisationName }, network: networkId },
    ...{ status, pausedUntil, open, catchment, sections: sectionStates({ ...service, categoryIds, restrictions }) },
    load: { cases, waiting, room: roomIn(service) },
    details: { name: service.name, categoryIds, locationId: service.venue?.id ?? null },
    hours: { spans, closures, closedOnBankHolidays },
    capacity: { capacity },
    public: shapePublic(service, place),
    restrictions: { restrictions },
  }
}

function shapePublic(service: KeptService, { listed }: KeptPlace) {
  const { description, phone, email, website, ways, otherWays, gallery } = service
  return { listed, description, phone, email, website, ways: ways as Way[], otherWays, gallery }
}
