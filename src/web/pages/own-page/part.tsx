/** One referral on the person's own page: how far it is, who was asked, whom to call. */
import type { AskedOne, PagePart } from '../../../db/own-page.ts'
import { goesOn } from '../../../domain/own-page.ts'
import { showPhone } from '../../../domain/phone.ts'
import { formatDay, type T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { ThreadSteps } from '../../ui/thread.tsx'

export type PartState = PagePart['status'] | 'gone' | 'consentWithdrawn'

export function stateOf({ anonymised, consentWithdrawn, status }: PagePart): PartState {
  return anonymised ? 'gone' : consentWithdrawn ? 'consentWithdrawn' : status
}

export type PartProps = { t: T; part: PagePart; names: boolean; several: boolean }

export function Part({ t, part, names, several }: PartProps) {
  const state = stateOf(part)
  const isOpen = state !== 'gone' && state !== 'consentWithdrawn'
  const { networkName: network, reference } = part
  return (
    <>
      <Card
        {...(several && { title: t(`ownPage.state.${state}`), id: `part-${part.id}` })}
        foot={<p class="small">{footOf(t, part, { names, network, reference })}</p>}
      >
        {isOpen && <ThreadSteps reached={part.progress} stopped={state === 'withdrawn' || state === 'unmet'} />}
        <p>{t(`ownPage.stateText.${state}`)}</p>
      </Card>
      {state !== 'gone' && <Asked t={t} part={part} names={names} />}
      <Call t={t} part={part} names={names} />
    </>
  )
}

/** A network's name can tell as much as a service's. */
function footOf(t: T, { sentAt }: PagePart, of: { names: boolean; network: string; reference: string }): string {
  const where = of.names ? t('ownPage.part', of) : of.reference
  return `${where} · ${t('ownPage.sentOn', { when: formatDay(t, sentAt) })}`
}

function Asked({ t, part: { id, asked }, names }: Omit<PartProps, 'several'>) {
  return (
    <Card title={t('ownPage.asked')} id={`asked-${id}`}>
      {asked.length === 0 && <p>{t('ownPage.askedNobody')}</p>}
      <ul class="asked-ones">
        {asked.map((one, nth) => (
          <li key={one.id}>
            <span>
              {names ? (
                <>
                  <strong>{one.organisation}</strong>
                  <br />
                  {one.service}
                </>
              ) : (
                t('ownPage.someone', { count: nth + 1 })
              )}
            </span>
            <span>{t(`ownPage.standing.${one.status}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Call({ t, part, names }: Omit<PartProps, 'several'>) {
  const helping = isReadable(part) && names ? part.asked.filter(({ status }) => status === 'accepted') : []
  const { helpName, helpPhone, helpEmail } = part
  const coordinator = names ? helpName : ''
  if (helping.length === 0 && !helpPhone && !helpEmail) return null
  return (
    <Card title={t('ownPage.call')} id={`call-${part.id}`}>
      {helping.length > 0 && <p>{t('ownPage.callThem')}</p>}
      {helping.map(one => (
        <Reach key={one.id} t={t} {...one} name={one.organisation} />
      ))}
      {(helpPhone || helpEmail) && (
        <>
          <p>{t(helping.length > 0 ? 'ownPage.callUs' : 'ownPage.callCoordinator')}</p>
          <Reach t={t} name={coordinator} phone={helpPhone} email={names ? helpEmail : null} />
        </>
      )}
    </Card>
  )
}

function isReadable({ consentWithdrawn, anonymised, status }: PagePart): boolean {
  return !consentWithdrawn && !anonymised && goesOn(status)
}

function Reach({ t, name, phone, email }: { t: T; name: string } & Pick<AskedOne, 'phone' | 'email'>) {
  return (
    <>
      {name && (
        <p>
          <strong>{name}</strong>
        </p>
      )}
      <Facts
        facts={[
          {
            name: t('ownPage.phone'),
            value: phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{showPhone(phone)}</a>,
          },
          { name: t('ownPage.email'), value: email && <a href={`mailto:${email}`}>{email}</a> },
        ]}
      />
    </>
  )
}
