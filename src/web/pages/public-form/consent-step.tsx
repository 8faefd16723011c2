/** Consent without an account (FORM-11): the network's wording, one unticked box, who will see what; and the way out for who does not agree. */

import { type Network, wordsIn } from '../../../db/networks.ts'
import { waysOfConsent } from '../../../domain/consent.ts'
import { formatList, type T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, Radios } from '../../ui/choices.tsx'
import { Details } from '../../ui/details.tsx'
import { Notice } from '../../ui/notice.tsx'
import { paragraphs } from '../refer/consent.tsx'
import type { Part } from './look.ts'
import type { StepProps } from './step-view.tsx'

export function ConsentStep(props: StepProps) {
  const { place, look, again } = props
  const { t, network } = place
  const several = look.others.length > 0
  return (
    <div class="stack">
      {(again === 'wording' || again === 'list') && (
        <Notice tone="warning" live>
          <p>{t(again === 'wording' ? 'publicForm.consent.wordingAgain' : 'publicForm.consent.again')}</p>
        </Notice>
      )}
      <p>{t(look.self ? 'publicForm.consent.leadSelf' : 'publicForm.consent.lead')}</p>
      <Card title={t('consent.wording')} id="wording">
        <div class="stack">
          <Worded t={t} network={network} name="wordingId" />
          {!several && <Agree t={t} self={look.self} />}
        </div>
      </Card>
      {look.others.map(one => (
        <Card
          key={one.network.id}
          title={t('consent.wordingOf', { network: one.network.name })}
          id={`wording-${one.network.id}`}
        >
          <div class="stack">
            <Worded t={t} network={one.network} name={`wording.${one.network.id}`} />
          </div>
        </Card>
      ))}
      {several && (
        <Card title={t(look.self ? 'publicForm.consent.answerSelf' : 'consent.answer')} id="answer">
          <div class="stack">
            <Agree t={t} self={look.self} />
          </div>
        </Card>
      )}
      {look.parts.map(part => (
        <WhoSees key={part.network.id} {...props} part={part} />
      ))}
      <p>
        <Button look="plain" name="go" value="refuse">
          {t(look.self ? 'publicForm.consent.noSelf' : 'publicForm.consent.no')}
        </Button>
      </p>
    </div>
  )
}

function Worded({ t, network, name }: { t: T; network: Network; name: string }) {
  const { id, wording, dataProtection, language } = wordsIn(t, network.wording)
  return (
    <>
      <blockquote class="wording">{paragraphs(wording, language)}</blockquote>
      <Details summary={t('consent.dataProtection')}>{paragraphs(dataProtection, language)}</Details>
      <input type="hidden" name={name} value={id} />
    </>
  )
}

/** Ticked by nobody but the one who asked, each time. */
function Agree({ t, self }: { t: T; self: boolean }) {
  const label = t(self ? 'publicForm.consent.boxSelf' : 'consent.box')
  return (
    <>
      <div class="agree">
        <Checkbox name="given" value="on" label={label} checked={false} />
      </div>
      {!self && <How t={t} />}
    </>
  )
}

function How({ t }: { t: T }) {
  const ways = waysOfConsent.filter(way => way !== 'self')
  return (
    <Radios
      name="how"
      legend={t('consent.how')}
      hint={t('publicForm.consent.recorded')}
      choices={ways.map(value => ({ value, label: t(`consent.ways.${value}`) }))}
    />
  )
}

/** Services that are not public are not named; what they see is the same. */
function WhoSees({ place: { t, entry }, look, part: { network, candidates } }: StepProps & { part: Part }) {
  const { membersSee, membersSeeIdentity, identityBeforeAcceptance, consentScope } = network.settings
  const named = [...new Set(candidates.flatMap(one => (one.isNamed ? [one.organisationName] : [])))]
  const asked = named.length > 0 && named.length === new Set(candidates.map(one => one.organisationId)).size
  const lines = [
    {
      who: asked ? formatList(t, named) : t('publicForm.consent.services'),
      sees: t(identityBeforeAcceptance ? 'consent.seesAskedAll' : 'consent.seesAskedNeeds'),
    },
    { who: t('consent.seesCoordinator'), sees: t('consent.seesCoordinatorText') },
    ...(entry.organisationName
      ? [
          {
            who: t('publicForm.consent.partnerSees', { name: entry.organisationName }),
            sees: t('publicForm.consent.partnerSeesText'),
          },
        ]
      : []),
    {
      who: t('consent.seesMembers'),
      sees: membersSee === 'row' ? t(`consent.seesMembersRow.${membersSeeIdentity}`) : t('consent.seesMembersNothing'),
    },
  ]
  return (
    <Card
      title={look.parts.length > 1 ? t('consent.whoSeesIn', { network: network.name }) : t('consent.whoSees')}
      id={`who-sees-${network.id}`}
    >
      <dl class="public-sees">
        {lines.map(({ who, sees }) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>{sees}</dd>
          </div>
        ))}
      </dl>
      <p class="small">
        {consentScope === 'named'
          ? t('publicForm.consent.coordinatorNamed')
          : t('consent.scopeNetwork', { network: network.name })}
      </p>
    </Card>
  )
}
