/** Another referral for the same person, by the organisation that sent the first: what is known of them is not asked twice; needs, circumstances and consent are new. */
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction } from '../../../actions/context.ts'
import { startDraft } from '../../../actions/save-draft.ts'
import { viewReferral } from '../../../actions/view-referral.ts'
import { isOfForm } from '../../../db/referrals/submission.ts'
import type { Content, GivenAnswer } from '../../../db/referrals/view.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { paths } from '../../paths.ts'
import type { Typed } from './draft.ts'

export const againPage = new Hono<PageEnv>().post('/referrals/:id/again', async c => {
  const { ctx } = c.var
  const id = c.req.param('id')
  if (!z.uuid().safeParse(id).success) throw absent()
  const { content, file, parties } = await viewReferral(ctx, id, 'page')
  if (!content || !parties.includes('referrer')) throw absent()
  // NET-4: one that another network's form made begins in that form again.
  const networkId = file.throughNetworkId ?? file.networkId
  const isSameForm = await inTransaction(ctx, trx => isOfForm(trx, id, networkId))
  const typed = { ...typedFrom(content), ...(isSameForm && answersFrom(content.answers)) }
  const body = { typed, shortlist: null, startsFrom: null }
  return c.redirect(paths.draft(await startDraft(ctx, networkId, body, randomUUID())), 303)
})

/** To the network's own questions; those of organisations are asked anew by whoever is on the next list. */
function answersFrom(answers: readonly GivenAnswer[]): Typed {
  const own = answers.filter(({ organisationId, value }) => organisationId === null && value !== null)
  return Object.fromEntries(own.map(({ question, value }) => [`answers.${question.id}`, asTyped(value)]))
}

function asTyped(value: GivenAnswer['value']): string | string[] {
  if (Array.isArray(value)) return [...value]
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

/** As if it had been typed: the form's own names. */
function typedFrom({ person, demographics, health, householdSize, source }: Content): Typed {
  const { safeContact, address1, address2, noFixedAddress } = person
  const typed: Record<string, string | string[] | number | null | undefined | false> = {
    'person.title': person.title,
    'person.firstName': person.firstName,
    'person.lastName': person.lastName,
    'person.dateOfBirth': person.dateOfBirth,
    'person.phone': person.phone,
    'person.email': person.email,
    'person.preferredContact': person.preferredContact,
    'address.line1': address1,
    'address.line2': address2,
    'address.town': person.town,
    'address.county': person.county,
    'address.postcode': person.postcode,
    'address.noFixedAddress': noFixedAddress && 'yes',
    'details.health': health,
    'details.householdSize': householdSize,
    ...Object.fromEntries(Object.entries(demographics).map(([key, value]) => [`details.demographics.${key}`, value])),
    ...Object.fromEntries(Object.entries(source).map(([key, value]) => [`source.${key}`, value])),
    ...(safeContact && {
      'safeContact.channels': safeContact.channels.length > 0 ? safeContact.channels : 'none',
      'safeContact.times': safeContact.times,
      'safeContact.timesNote': safeContact.timesNote,
      'safeContact.voicemail': safeContact.voicemail,
      'safeContact.avoid': safeContact.avoid,
    }),
  }
  const known = Object.entries(typed).filter(([, value]) => value !== null && value !== undefined && value !== false)
  return Object.fromEntries(known.map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]))
}
