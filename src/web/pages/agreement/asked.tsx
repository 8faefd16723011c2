/** On Home: agreements that wait for a primary user of the organisation. */
import type { AgreementAsked } from '../../../db/agreements.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/notice.tsx'

export function AgreementsAsked({ t, asked }: { t: T; asked: readonly AgreementAsked[] }) {
  return (
    <>
      {asked.map(({ networkId, slug, networkName: network, before, graceUntil }) => (
        <Notice key={networkId} tone="warning" title={t('joining.agreement.ask', { network })}>
          <p>
            {before && graceUntil
              ? t('joining.agreement.askChanged', { date: formatDate(t, graceUntil) })
              : t('joining.agreement.askText')}{' '}
            <a href={paths.agreement(slug)}>{t('joining.agreement.read')}</a>
          </p>
        </Notice>
      ))}
    </>
  )
}
