/** Who sent it, and the consent that it rests on. */
import { formatDateTime } from '../../../../words/index.ts'
import { Card } from '../../../ui/card.tsx'
import { Details } from '../../../ui/details.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { sayKey } from '../names.ts'
import type { Props } from './article.tsx'

export function Consent({ t, data }: Props) {
  const { content, lean } = data.view
  if (!content) return null
  const { source, consent } = content
  const sender = [lean.referrerName, lean.referrerOrganisation].filter(Boolean).join(', ')
  const given = [source.name, source.organisation].filter(Boolean).join(', ')
  const isUnverified = lean.origin === 'link' || lean.origin === 'embed'
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
          { name: t('referral.sentBy'), value: lean.origin === 'self' ? t('referral.sentBySelf') : sender },
          {
            name: t('referral.source'),
            value: given && given !== sender && lean.origin !== 'self' && (
              <>
                {given} {isUnverified && <Tag tone="wait">{t('referral.notVerified')}</Tag>}
                {isUnverified && (
                  <p class="small">
                    {sender
                      ? t('referral.notVerifiedPartner', { organisation: sender })
                      : t('referral.notVerifiedText')}
                  </p>
                )}
              </>
            ),
          },
          { name: t('referral.sourceContact'), value: [source.phone, source.email].filter(Boolean).join(' · ') },
        ]}
      />
    </Card>
  )
}

function givenText({ t, data }: Props): string {
  const consent = data.view.content?.consent
  if (!consent) return ''
  const { lawfulBasis, basisReason } = consent
  if (lawfulBasis)
    return t('consent.basis.said', { basis: t(`consent.basis.of.${lawfulBasis}`), reason: basisReason ?? '' })
  const how = sayKey(t, `referral.consentHow.${waysOf(consent.how)}`)
  const when = formatDateTime(t, consent.givenAt)
  return consent.askedBy
    ? t('referral.consentGiven', { how, when, who: consent.askedBy })
    : t('referral.consentGivenAlone', { how, when })
}

function waysOf(how: string | null): 'spoken' | 'written' | 'in_person' | 'self' {
  return how === 'written' || how === 'in_person' || how === 'self' ? how : 'spoken'
}
