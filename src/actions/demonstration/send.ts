/** Sends one of the demonstration's referrals, as its referrer would by the form. */
import { randomUUID } from 'node:crypto'
import type { DemoReferral } from '../../db/seed/demo/referral.ts'
import { channels, contactTimes } from '../../domain/safe-contact.ts'
import { submission } from '../../domain/submission.ts'
import type { Context } from '../context.ts'
import { sendReferral } from '../send-referral.ts'
import { actingAs, type Cast, find, findCategory } from './cast.ts'

/** Returns the referral's id. `nth` gives each person a telephone number of their own. */
export async function send(ctx: Context, cast: Cast, referral: DemoReferral, at: Date, nth: number): Promise<string> {
  const referrer = await actingAs(ctx, cast, referral.from, at)
  const { wording } = cast.network
  const sent = await sendReferral(referrer, {
    networkId: cast.network.id,
    submissionId: randomUUID(),
    submission: submission.parse(filledIn(cast, referral, referrer.actor, nth)),
    sending: {
      shortlist: referral.ask.map(key => find(cast.services, key)),
      consent: { given: true, wordingId: wording?.id ?? '', how: referral.consent ?? 'spoken' },
    },
    origin: 'member',
  })
  return sent.id
}

type Referrer = { name: string; organisationName: string | null }

function filledIn(cast: Cast, referral: DemoReferral, { name, organisationName }: Referrer, nth: number) {
  const { first, last, born, safe, postcode, street = '', health = '', household = null, story } = referral
  const words = safe.split(' ')
  const byPhone = words.includes('phone') || words.includes('text')
  return {
    person: {
      ...{ firstName: first, lastName: last, dateOfBirth: born },
      phone: byPhone ? `07700 900${String(100 + nth).slice(-3)}` : '',
      email: words.includes('email') ? emailOf(referral) : '',
    },
    address: { line1: street, town: 'Liverpool', postcode },
    safeContact: safeContactOf(words, referral),
    details: { health, householdSize: household, demographics: demographicsOf(referral) },
    source: { name, organisation: organisationName ?? '' },
    needs: referral.needs.map(label => findCategory(cast, label)),
    urgent: referral.urgent ?? false,
    circumstances: story,
  }
}

function safeContactOf(words: string[], { avoid = '' }: DemoReferral) {
  return {
    channels: channels.filter(channel => words.includes(channel)),
    times: contactTimes.filter(time => words.includes(time)),
    voicemail: words.includes('voicemail') ? 'yes' : words.includes('quiet') ? 'no' : 'not_asked',
    avoid,
  }
}

function demographicsOf({ gender, children }: DemoReferral): Record<string, string[]> {
  return { ...(gender && { gender: [gender] }), ...(children && { children: [children] }) }
}

function emailOf({ first, last }: DemoReferral): string {
  const plain = `${first}.${last}`.normalize('NFKD').replace(/[^a-z.]/gi, '')
  return `${plain.toLowerCase()}@example.com`
}
