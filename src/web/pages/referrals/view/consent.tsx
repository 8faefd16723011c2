/** Who sent it, and the consent that it rests on. */
import { formatDateTime } from '../../../../words/index.ts'
import { Card } from '../../../ui/card.tsx'
import { Details } from '../../../ui/details.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { sayKey } from '../names.ts'
import type { Props } from './article.tsx'

export function Consent({ t, data }: Props) {
  const { content, lean } = data.view
  if (!content) return null
  const { source, consent } = content
  const sender = [lean.referrerName, lean.referrerOrganisation].filter(Boolean).join(', ')
  const given = [source.name, source.organisation].filter(Boolean).join(', ')
  return (
    <Card title={t('referral.consent')} id="consent">
      <p>
        {givenText({ t, data })} {sayKey(t, `referral.consentScope.${consent.scope === 'named' ? 'named' : 'network'}`)}
      </p>
      {consent.widenedAt && <p>{t('referral.consentWidened', { when: formatDateTime(t, consent.widenedAt) })}</p>}
      <Details summary={t('referral.consentWording', { version: consent.version })}>
        <p class="said">{consent.wording}</p>
      </Details>
      <Facts
        facts={[
          { name: t('referral.sentBy'), value: sender },
          { name: t('referral.source'), value: given !== sender && given },
          { name: t('referral.sourceContact'), value: [source.phone, source.email].filter(Boolean).join(' · ') },
        ]}
      />
    </Card>
  )
}

function givenText({ t, data }: Props): string {
  const consent = data.view.content?.consent
  if (!consent) return ''
  const how = sayKey(t, `referral.consentHow.${waysOf(consent.how)}`)
  const when = formatDateTime(t, consent.givenAt)
  return consent.askedBy
    ? t('referral.consentGiven', { how, when, who: consent.askedBy })
    : t('referral.consentGivenAlone', { how, when })
}

function waysOf(how: string): 'spoken' | 'written' | 'in_person' | 'self' {
  return how === 'written' || how === 'in_person' || how === 'self' ? how : 'spoken'
}
