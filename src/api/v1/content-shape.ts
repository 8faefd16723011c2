/** Who the person is and what was told of them: for a full sight alone. */
import type { Content } from '../../db/referrals/view.ts'
import { safeContact } from '../../domain/safe-contact.ts'
import { id, moment, z } from '../openapi.ts'

const text = z.string().nullable()

export const answerValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])

export const content = z.object({
  person: z.object({
    title: text,
    firstName: z.string(),
    lastName: z.string(),
    dateOfBirth: text.openapi({ description: 'As much as is known: 1987, 1987-04 or 1987-04-23.' }),
    phone: text,
    email: text,
    preferredContact: text,
  }),
  address: z.object({
    ...{ line1: text, line2: text, town: text, county: text, postcode: text },
    noFixedAddress: z.boolean(),
    point: z.object({ lat: z.number(), lng: z.number(), approximate: z.boolean() }).nullable(),
  }),
  safeContact: safeContact.nullable(),
  circumstances: z.string(),
  details: z.object({
    health: text,
    householdSize: z.int().nullable(),
    demographics: z.record(z.string(), z.array(z.string())),
  }),
  answers: z
    .array(
      z.object({
        question: z.string().openapi({ description: 'Its id in the form, or in the organisation’s questions.' }),
        label: z.string().openapi({ description: 'As it was asked.' }),
        value: answerValue,
        organisation: z
          .object({ id, name: z.string() })
          .nullable()
          .openapi({ description: 'Whose question it is; null: the network’s.' }),
      }),
    )
    .openapi({ description: 'Of every question that was asked, also where it was left blank.' }),
  source: z.object({ name: text, organisation: text, email: text, phone: text }),
  consent: z.object({
    ...{
      wording: z.string(),
      version: z.int(),
      how: z.string().nullable(),
      lawfulBasis: z.string().nullable(),
      basisReason: z.string().nullable(),
      scope: z.string(),
    },
    ...{ givenAt: moment, widenedAt: moment.nullable(), askedBy: text },
  }),
})

export function shapeContent({ person, ...rest }: Content): z.infer<typeof content> {
  const { title, firstName, lastName, dateOfBirth, phone, email, preferredContact, safeContact } = person
  return {
    person: { title, firstName, lastName, dateOfBirth, phone, email, preferredContact },
    address: shapeAddress(person),
    safeContact,
    circumstances: rest.circumstances,
    details: { health: rest.health, householdSize: rest.householdSize, demographics: rest.demographics },
    answers: rest.answers.map(({ question, value, organisationId, organisationName }) => ({
      ...{ question: question.id, label: question.label.en, value },
      organisation: organisationId === null ? null : { id: organisationId, name: organisationName ?? '' },
    })),
    source: rest.source,
    consent: shapeConsent(rest.consent),
  }
}

function shapeAddress({ address1, address2, town, county, postcode, noFixedAddress, ...where }: Content['person']) {
  const { latitude: lat, longitude: lng, approximate } = where
  const point = lat === null || lng === null ? null : { lat, lng, approximate }
  return { line1: address1, line2: address2, town, county, postcode, noFixedAddress, point }
}

function shapeConsent({ givenAt, widenedAt, ...rest }: Content['consent']) {
  const { wording, version, how, lawfulBasis, basisReason, scope, askedBy } = rest
  const moments = { givenAt: givenAt.toISOString(), widenedAt: widenedAt?.toISOString() ?? null }
  return { wording, version, how, lawfulBasis, basisReason, scope, ...moments, askedBy }
}
