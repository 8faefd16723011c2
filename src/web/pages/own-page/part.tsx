/** One referral on the person's own page: how far it is, who was asked, whom to call. The service is not named: it would tell what for. */
import type { AskedOne, PagePart } from '../../../db/own-page.ts'
import { goesOn } from '../../../domain/own-page.ts'
import { showPhone } from '../../../domain/phone.ts'
import { formatDay, type T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { ThreadSteps } from '../../ui/thread.tsx'

export type PartState = PagePart['status'] | 'gone' | 'consentWithdrawn'

export function stateOf({ anonymised, consentWithdrawn, status }: PagePart): PartState {
  return anonymised ? 'gone' : consentWithdrawn ? 'consentWithdrawn' : status
}

export type PartProps = { t: T; part: PagePart; names: boolean; several: boolean }

export function Part({ t, part, names, several }: PartProps) {
  const state = stateOf(part)
  const isOpen = state !== 'gone' && state !== 'consentWithdrawn'
  return (
    <Card
      {...(several && { title: t(`ownPage.state.${state}`), id: `part-${part.id}` })}
      foot={<p class="small">{footOf(t, part, names)}</p>}
    >
      {isOpen && <ThreadSteps reached={part.progress} stopped={state === 'withdrawn' || state === 'unmet'} />}
      <p class="own-lead">{t(`ownPage.stateText.${state}`)}</p>
      {state !== 'gone' && <Asked t={t} part={part} names={names} under={several ? 'h3' : 'h2'} />}
      <Coordinator t={t} part={part} names={names} under={several ? 'h3' : 'h2'} />
    </Card>
  )
}

/** A network's name can tell as much as an organisation's. */
function footOf(t: T, { sentAt, networkName: network, reference }: PagePart, names: boolean): string {
  const where = names ? t('ownPage.part', { network, reference }) : reference
  return `${where} · ${t('ownPage.sentOn', { when: formatDay(t, sentAt) })}`
}

type Section = Omit<PartProps, 'several'> & { under: 'h2' | 'h3' }

function Asked({ t, part, names, under: Heading }: Section) {
  const { id, asked } = part
  return (
    <section aria-labelledby={`asked-${id}`}>
      <Heading id={`asked-${id}`} class="own-heading">
        {t('ownPage.asked')}
      </Heading>
      {asked.length === 0 && <p>{t('ownPage.askedNobody')}</p>}
      <ul class="asked-ones">
        {asked.map((one, nth) => (
          <li key={one.id}>
            <strong>{names ? one.organisation : t('ownPage.someone', { count: nth + 1 })}</strong>
            <span>{t(`ownPage.standing.${one.status}`)}</span>
            {names && one.status === 'accepted' && isReadable(part) && <Reach t={t} {...one} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Coordinator({ t, part, names, under: Heading }: Section) {
  const { id, helpName, helpPhone, helpEmail } = part
  if (!helpPhone && !helpEmail) return null
  return (
    <section aria-labelledby={`call-${id}`}>
      <Heading id={`call-${id}`} class="own-heading">
        {t('ownPage.callCoordinator')}
      </Heading>
      {names && helpName && (
        <p>
          <strong>{helpName}</strong>
        </p>
      )}
      <Reach t={t} phone={helpPhone} email={names ? helpEmail : null} />
    </section>
  )
}

function isReadable({ consentWithdrawn, anonymised, status }: PagePart): boolean {
  return !consentWithdrawn && !anonymised && goesOn(status)
}

function Reach({ t, phone, email }: { t: T } & Pick<AskedOne, 'phone' | 'email'>) {
  if (!phone && !email) return null
  return (
    <dl class="own-reach">
      {phone && (
        <div>
          <dt>{t('ownPage.phone')}</dt>
          <dd>
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{showPhone(phone)}</a>
          </dd>
        </div>
      )}
      {email && (
        <div>
          <dt>{t('ownPage.email')}</dt>
          <dd>
            <a href={`mailto:${email}`}>{email}</a>
          </dd>
        </div>
      )}
    </dl>
  )
}
