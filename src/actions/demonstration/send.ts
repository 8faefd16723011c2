/** Sends one of the demonstration's referrals, as its referrer would by the form. */
import { randomUUID } from 'node:crypto'
import type { DemoReferral } from '../../db/seed/demo/referral.ts'
import { channels, contactTimes } from '../../domain/safe-contact.ts'
import { submission } from '../../domain/submission.ts'
import type { Context } from '../context.ts'
import { sendReferral } from '../send-referral.ts'
import { actingAs, type Cast, find, findCategory } from './cast.ts'
import { answersOf } from './make-form.ts'

/** Returns the referral's id, and that of its part in the other network. `nth` gives each person a telephone number of their own. */
export async function send(
  ctx: Context,
  cast: Cast,
  other: Cast,
  referral: DemoReferral,
  at: Date,
  nth: number,
): Promise<{ id: string; linkedId: string | null }> {
  const referrer = await actingAs(ctx, cast, referral.from, at)
  const { wording } = cast.network
  const { linked } = referral
  const sent = await sendReferral(referrer, {
    networkId: cast.network.id,
    submissionId: randomUUID(),
    submission: submission.parse(filledIn(cast, other, referral, referrer.actor, nth)),
    sending: {
      shortlist: referral.ask.map(key => find(cast.services, key)),
      consent: { given: true, wordingId: wording?.id ?? '', how: referral.consent ?? 'spoken' },
      connected: linked && [
        {
          network: other.network.id,
          wordingId: other.network.wording?.id ?? '',
          shortlist: linked.ask.map(key => find(cast.services, key)),
        },
      ],
    },
    origin: 'member',
  })
  return { id: sent.id, linkedId: sent.connected[0]?.id ?? null }
}

type Referrer = { name: string; organisationName: string | null }

function filledIn(cast: Cast, other: Cast, referral: DemoReferral, { name, organisationName }: Referrer, nth: number) {
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
    needs: [
      ...referral.needs.map(label => findCategory(cast, label)),
      ...(referral.linked?.needs ?? []).map(label => findCategory(other, label)),
    ],
    urgent: referral.urgent ?? false,
    restricted: referral.restricted ?? false,
    circumstances: story,
    answers: answersOf(cast.network, cast.demo.form, referral.answers),
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
