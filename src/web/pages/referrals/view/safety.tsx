/** Who can see a referral (RES-16), and for coordinators who looked (RES-14). */
import type { Look } from '../../../../db/referrals/oversight.ts'
import { formatDateTime, formatTime, isKey, type T } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Details } from '../../../ui/details.tsx'
import { Table } from '../../../ui/table.tsx'
import { keepQuery, sayKey } from '../names.ts'
import type { Props } from './article.tsx'

export function Safety({ t, data }: Props) {
  const { mayRestrict, mayBreakGlass, file, glass } = data.view
  const coordinates = data.actor.coordinates.includes(file.networkId)
  if (!mayRestrict && !mayBreakGlass && !coordinates) return null
  const does = file.restricted ? 'unrestrict' : 'restrict'
  return (
    <Card title={t('safety.title')} id="safety">
      <p class="small">{t(file.restricted ? 'safety.closed' : 'safety.open')}</p>
      {mayBreakGlass && <p class="small">{t('safety.glass.first')}</p>}
      <OwnHour t={t} data={data} />
      <div class="buttons">
        {mayBreakGlass && (
          <LinkButton look="quiet" icon="lock" href={keepQuery(paths.breakGlass(data.id), data.query)}>
            {t('safety.glass.link')}
          </LinkButton>
        )}
        {mayRestrict && (
          <LinkButton look="quiet" icon="lock" href={keepQuery(paths.restriction(data.id), data.query)}>
            {t(`safety.${does}.link`)}
          </LinkButton>
        )}
      </div>
      {glass.length > 0 && (
        <>
          <h3>{t('safety.glass.opened')}</h3>
          <ul class="lines">
            {glass.map(one => (
              <li>
                <strong>{t('safety.glass.line', { person: one.person, when: formatDateTime(t, one.openedAt) })}</strong>
                <p class="small">{one.reason}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {coordinates && <Views t={t} views={data.view.views} />}
    </Card>
  )
}

/** The coordinator who opened it sees until when. */
function OwnHour({ t, data }: Props) {
  const open = data.view.glass.find(one => one.open && one.userId === data.actor.userId)
  if (!open) return null
  return (
    <p>
      <strong>{t('safety.glass.until', { time: formatTime(t, open.expiresAt) })}</strong>
    </p>
  )
}

function Views({ t, views }: { t: T; views: readonly Look[] }) {
  if (views.length === 0) return <p class="small">{t('safety.views.none')}</p>
  return (
    <Details summary={t('safety.views.title', { count: views.length })}>
      <Table
        caption={t('safety.views.caption')}
        hideCaption
        columns={[
          { heading: t('safety.views.who'), cell: look => [look.person, look.organisation].filter(Boolean).join(', ') },
          { heading: t('safety.views.when'), cell: look => formatDateTime(t, look.at) },
          { heading: t('safety.views.how'), cell: look => howOf(t, look) },
        ]}
        rows={views}
        keyOf={({ at, person, what, file }) => [at.toISOString(), person, what, file].join(' ')}
      />
    </Details>
  )
}

function howOf(t: T, { what, file }: Look): string {
  const key = `safety.views.what.${what}`
  return isKey(key) ? sayKey(t, key, { file: file ?? '' }) : t('safety.views.other')
}
