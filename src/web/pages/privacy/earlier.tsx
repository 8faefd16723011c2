/** Requests that were recorded before, and what others erased and is still held here. */
import type { ToDecide } from '../../../db/privacy/erasing.ts'
import type { SubjectRequest } from '../../../db/privacy/subjects.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'

export function Earlier({ t, requests }: { t: T; requests: readonly SubjectRequest[] }) {
  return (
    <Card title={t('privacy.desk.earlier')} id="earlier">
      {requests.length === 0 ? (
        <p class="small">{t('privacy.desk.earlierNone')}</p>
      ) : (
        <ul class="lines">
          {requests.map(request => (
            <li key={request.id}>
              <a href={paths.subjectRequest(request.id)}>
                {t('privacy.desk.earlierLine', {
                  date: formatDate(t, request.madeAt),
                  what: t(`privacy.desk.kinds.${request.kind}`),
                })}
              </a>
              <p class="small">
                {[
                  t(`privacy.desk.reasons.${request.reason}`),
                  t('privacy.desk.count', { count: request.parts.length }),
                  t('privacy.desk.by', { name: request.madeBy }),
                ].join(' · ')}
              </p>
              {stateOf(t, request) && <p class="small">{stateOf(t, request)}</p>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function stateOf(t: T, { kind, doneAt }: SubjectRequest): string {
  if (doneAt) return t('privacy.desk.states.done', { date: formatDate(t, doneAt) })
  return kind === 'erasure' ? t('privacy.desk.states.waiting') : ''
}

export function ToDecideCard({ t, rows, own }: { t: T; rows: readonly ToDecide[]; own: boolean }) {
  if (rows.length === 0) return null
  return (
    <Card title={t('privacy.desk.decide')} id="decide" act>
      <p>{t('privacy.desk.decideText')}</p>
      <ul class="lines">
        {rows.map(({ id, toldAt, personId, referralId, name }) => {
          const called = name ?? t('privacy.desk.unnamed')
          const href = personId ? paths.person(personId) : paths.referral(referralId ?? '')
          return (
            <li key={id}>
              <a href={href}>{t('privacy.desk.decideLine', { name: called, date: formatDate(t, toldAt) })}</a>
              <Form plain action={`/subject-copies/${id}/keep`}>
                <input type="hidden" name="from" value={own ? 'own' : 'network'} />
                <Button look="quiet" small label={t('privacy.desk.decideKeepOf', { name: called })}>
                  {t('privacy.desk.decideKeep')}
                </Button>
              </Form>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
