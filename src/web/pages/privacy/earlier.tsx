/** Requests that were recorded before, and what others erased and is still held here. */
import type { ToDecide } from '../../../db/privacy/erasing.ts'
import type { SubjectRequest } from '../../../db/privacy/subjects.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'

export function Earlier({ t, requests }: { t: T; requests: readonly SubjectRequest[] }) {
  return (
    <Card title={t('privacy.desk.earlier')} id="earlier">
      {requests.length === 0 ? (
        <p class="small">{t('privacy.desk.earlierNone')}</p>
      ) : (
        <Table
          caption={t('privacy.desk.earlier')}
          hideCaption
          columns={[
            {
              heading: t('privacy.desk.when'),
              cell: ({ id, madeAt }) => <a href={paths.subjectRequest(id)}>{formatDate(t, madeAt)}</a>,
            },
            { heading: t('privacy.desk.what'), cell: ({ kind }) => t(`privacy.desk.kinds.${kind}`) },
            { heading: t('privacy.desk.reason'), cell: ({ reason }) => t(`privacy.desk.reasons.${reason}`) },
            { heading: t('privacy.desk.by'), cell: ({ madeBy }) => madeBy },
            { heading: t('privacy.desk.count'), cell: ({ parts }) => parts.length, number: true },
            { heading: t('privacy.desk.state'), cell: request => stateOf(t, request) },
          ]}
          rows={requests}
          keyOf={({ id }) => id}
        />
      )}
    </Card>
  )
}

function stateOf(t: T, { id, kind, doneAt }: SubjectRequest) {
  if (doneAt) return t('privacy.desk.states.done', { date: formatDate(t, doneAt) })
  const words = t(kind === 'access' ? 'privacy.desk.states.access' : 'privacy.desk.states.waiting')
  return <a href={paths.subjectRequest(id)}>{words}</a>
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
