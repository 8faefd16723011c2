/** How to reach an organisation, what languages it speaks, and when somebody last said that all this is true. */

import type { Agency } from '../../../db/directory/organisations.ts'
import { formatDate, formatList, type T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import type { AgencyData } from './agency-services.tsx'
import { labelsOf } from './categories.ts'
import { Contact } from './contact.tsx'

export function AgencyFacts({ data: { t, agency, network } }: { data: AgencyData }) {
  const { languages, interpreters, access, facilities, address, categoryIds } = agency
  return (
    <Card title={t('directory.agency.about')} id="about" foot={<p>{lastSaid(t, agency)}</p>}>
      <Facts
        facts={[
          { name: t('directory.agency.contact'), value: <Contact t={t} {...agency} /> },
          { name: t('directory.agency.address'), value: address.length > 1 && address.join(', ') },
          { name: t('directory.agency.offers'), value: labelsOf(network, categoryIds).join(', ') },
          { name: t('directory.agency.languages'), value: languages.length > 0 && formatList(t, languages) },
          { name: t('directory.agency.interpreters'), value: interpreters },
          { name: t('directory.agency.access'), value: access },
          { name: t('directory.agency.facilities'), value: facilities.join(', ') },
        ]}
      />
    </Card>
  )
}

/** ORG-4. */
function lastSaid(t: T, { confirmedAt, confirmedBy, changedAt, changedBy }: Agency): string {
  const confirmed = confirmedAt
    ? confirmedBy
      ? t('directory.agency.confirmedBy', { date: formatDate(t, confirmedAt), name: confirmedBy })
      : t('directory.agency.confirmed', { date: formatDate(t, confirmedAt) })
    : t('directory.agency.notConfirmed')
  if (!changedAt) return confirmed
  const changed = changedBy
    ? t('directory.agency.changedBy', { date: formatDate(t, changedAt), name: changedBy })
    : t('directory.agency.changed', { date: formatDate(t, changedAt) })
  return `${confirmed}, ${changed}`
}
