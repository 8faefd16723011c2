/** How to reach the person; how it is safe to do so stands first. */
import type { PersonContent } from '../../../../db/referrals/view.ts'
import { showPhone } from '../../../../domain/phone.ts'
import { mayLeaveVoicemail, type SafeContact } from '../../../../domain/safe-contact.ts'
import { formatChoice, type T } from '../../../../words/index.ts'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { wordContact } from '../../refer/standard-field.tsx'
import type { Props } from './article.tsx'

export function Contact({ t, data }: Props) {
  const person = data.view.content?.person
  if (!person) return null
  const { phone, email, preferredContact, safeContact } = person
  return (
    <Card title={t('referral.contact')} id="contact">
      {(safeContact || phone || email) && (
        <Notice tone="warning" title={t('referral.safeTitle')}>
          <p>{safeSentences(t, safeContact).join(' ')}</p>
        </Notice>
      )}
      <Facts
        facts={[
          {
            name: t('referral.phone'),
            value: phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{showPhone(phone)}</a>,
          },
          { name: t('referral.email'), value: email && <a href={`mailto:${email}`}>{email}</a> },
          {
            name: t('referral.prefers'),
            value: preferredContact && wordContact(t, data.network.form, preferredContact),
          },
          { name: t('referral.address'), value: <Address t={t} person={person} /> },
        ]}
      />
    </Card>
  )
}

export function safeSentences(t: T, safe: SafeContact | null): string[] {
  if (!safe) return [t('referral.safe.notAsked')]
  if (safe.channels.length === 0) return [t('referral.safe.none')]
  const channels = listOf(
    t,
    safe.channels.map(channel => t(`referral.channel.${channel}`)),
  )
  const times = [...safe.times.map(time => t(`referral.contactTime.${time}`)), safe.timesNote].filter(Boolean)
  return [
    t('referral.safe.only', { channels }),
    times.length > 0 && t('referral.safe.times', { times: times.join(', ') }),
    safe.channels.includes('phone') && voicemailOf(t, safe),
    safe.avoid && t('referral.safe.avoid', { words: safe.avoid }),
  ].filter(sentence => typeof sentence === 'string' && sentence !== '') as string[]
}

function voicemailOf(t: T, safe: SafeContact): string {
  if (mayLeaveVoicemail(safe)) return t('referral.safe.voicemailYes')
  return safe.voicemail === 'no' ? t('referral.safe.voicemailNo') : t('referral.safe.voicemailUnknown')
}

/** "Text message or email". */
function listOf(t: T, words: readonly string[]): string {
  return formatChoice(
    t,
    words.map((word, index) => (index === 0 ? word : word.toLowerCase())),
  )
}

function Address({ t, person }: { t: T; person: PersonContent }) {
  const lines = [person.address1, person.address2, person.town, person.county, person.postcode].filter(Boolean)
  if (lines.length === 0) return <>{person.noFixedAddress ? t('referral.noFixedAddress') : t('common.notGiven')}</>
  return (
    <>
      {lines.map(line => (
        <span key={line} class="line">
          {line}
        </span>
      ))}
    </>
  )
}
