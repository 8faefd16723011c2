/** A person's record as the API shows it: the organisation's own, never another's. */
import type { PersonView } from '../../actions/people/view-person.ts'
import type { PersonRow } from '../../db/people/list.ts'
import { detailFields, ways } from '../../domain/people.ts'
import { safeContact } from '../../domain/safe-contact.ts'
import { id, moment, z } from '../openapi.ts'

const text = z.string().nullable()
const day = z.iso.date()

export const details = z
  .object({
    ...{ title: text, firstName: z.string(), lastName: z.string(), dateOfBirth: text, phone: text, email: text },
    ...{ preferredContact: text, address1: text, address2: text, town: text, county: text, postcode: text },
    safeContact: safeContact.nullable(),
  })
  .openapi('PersonDetails')

export const contact = z
  .object({
    id,
    way: z.enum(ways),
    onDay: day,
    minutes: z.int().nullable(),
    what: z.string(),
    next: z.object({ step: z.string(), on: day, doneAt: moment.nullable() }).nullable(),
    author: text,
    at: moment,
  })
  .openapi('PersonContact')

export const tag = z.object({ id, name: z.string() })
export const countedTag = z.object({ id, name: z.string(), people: z.int() }).openapi('PersonTag')

const difference = z.object({
  field: z.enum([...detailFields, 'safeContact'] as unknown as ['safeContact']),
  ours: z.string(),
  theirs: z.string(),
})

const file = z
  .object({
    ...{ id, name: z.string(), bytes: z.int(), state: z.enum(['held', 'ready', 'refused']), macros: z.boolean() },
    ...{ author: text, mayRemove: z.boolean(), at: moment },
  })
  .openapi('PersonFile')

export const personRow = z
  .object({
    id,
    firstName: z.string(),
    lastName: z.string(),
    dateOfBirth: text,
    postcode: text,
    tags: z.array(z.string()),
    lastContact: day.nullable(),
    next: z.object({ step: z.string(), on: day }).nullable(),
    cases: z.int(),
  })
  .openapi('PersonRow')

export const person = z
  .object({
    id: id.openapi({ description: 'Of the record that stays, where the one asked for was merged into another.' }),
    details,
    createdAt: moment,
    changedAt: moment.nullable(),
    tags: z.array(tag),
    contacts: z.array(contact),
    files: z.array(file),
    referrals: z.array(z.object({ id, reference: z.string(), status: z.string(), received: z.boolean() })),
    withheldReferrals: z.int().openapi({ description: 'How many are closed to you now.' }),
    merges: z.array(z.object({ id, at: moment, by: text })),
    alike: z
      .array(id)
      .openapi({ description: 'Records that may be the same person: merge them, or say that they are two.' }),
    corrections: z
      .array(z.object({ kind: z.enum(['record', 'referral']), id, differences: z.array(difference) }))
      .openapi({ description: 'What another account says otherwise: offered, never taken over by itself.' }),
  })
  .openapi('Person')

export function shapeRow({ lastOn, nextOn, nextStep, ...row }: PersonRow): z.infer<typeof personRow> {
  return { ...row, lastContact: lastOn, next: nextOn && nextStep ? { step: nextStep, on: nextOn } : null }
}

export function shapePerson(view: PersonView): z.infer<typeof person> {
  const received = new Map(view.referrals.map(link => [link.referralId, link.received]))
  return {
    id: view.id,
    details: view.details,
    createdAt: view.createdAt.toISOString(),
    changedAt: view.changedAt?.toISOString() ?? null,
    tags: view.tags,
    contacts: view.contacts.map(shapeContact),
    files: view.files.map(shapeFile),
    referrals: view.rows.map(({ id, reference, status }) => ({
      ...{ id, reference, status },
      received: received.get(id) ?? false,
    })),
    withheldReferrals: view.withheld,
    merges: view.merges.map(({ id, at, by }) => ({ id, at: at.toISOString(), by })),
    alike: view.alike.map(({ id }) => id),
    corrections: view.offers.map(({ kind, id, differences }) => ({
      ...{ kind, id },
      differences: differences as z.infer<typeof difference>[],
    })),
  }
}

function shapeContact(one: PersonView['contacts'][number]): z.infer<typeof contact> {
  const { id, way, onDay, minutes, what, nextStep, nextOn, nextDoneAt, author, at } = one
  const next = nextStep && nextOn ? { step: nextStep, on: nextOn, doneAt: nextDoneAt?.toISOString() ?? null } : null
  return { id, way, onDay, minutes, what, next, author, at: at.toISOString() }
}

function shapeFile({ id, name, bytes, state, macros, author, own, at }: PersonView['files'][number]) {
  return { id, name, bytes, state, macros, author, mayRemove: own, at: at.toISOString() }
}
