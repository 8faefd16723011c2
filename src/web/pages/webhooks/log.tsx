/** API-3: the log of a webhook: what was told, the state of it, what the other system answered. */
import type { Webhook } from '../../../db/webhooks/keep.ts'
import type { Delivery } from '../../../db/webhooks/log.ts'
import { formatDateTime, isKey, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'

export const logPage = 50

/** `found`: a page, and one more where there is a next. */
export function Log({ t, webhook, found }: { t: T; webhook: Webhook; found: readonly Delivery[] }) {
  const rows = found.slice(0, logPage)
  const last = found.length > logPage ? rows.at(-1) : undefined
  if (rows.length === 0)
    return (
      <Card title={t('webhook.log')} id="log">
        <Empty icon="clock" title={t('webhook.logNone')}>
          {t('webhook.logNoneText')}
        </Empty>
      </Card>
    )
  return (
    <Card title={t('webhook.log')} id="log">
      <p class="small">{t('webhook.logLead')}</p>
      <Table
        caption={t('webhook.log')}
        hideCaption
        columns={[
          { heading: t('webhook.columns.what'), cell: one => t(`webhook.kind.${one.kind}`) },
          {
            heading: t('webhook.columns.referral'),
            cell: one => <a href={paths.referral(one.referralId)}>{one.reference}</a>,
          },
          { heading: t('webhook.columns.state'), cell: one => <State t={t} one={one} /> },
          { heading: t('webhook.columns.answer'), cell: one => sayAnswer(t, one) },
          { heading: t('webhook.columns.when'), cell: one => one.triedAt && formatDateTime(t, one.triedAt) },
          {
            heading: t('webhook.columns.act'),
            cell: one => one.status !== 'queued' && !webhook.offAt && <Again t={t} webhook={webhook} one={one} />,
          },
        ]}
        rows={rows}
        keyOf={({ id }) => id}
      />
      {last && (
        <p>
          <a href={`${paths.webhook(webhook.id)}?before=${last.eventId}#log`}>{t('webhook.older')}</a>
        </p>
      )}
    </Card>
  )
}

const tones = { queued: 'wait', sent: 'good', held: 'bad', withheld: 'plain' } as const

function State({ t, one }: { t: T; one: Delivery }) {
  const { status, attempts, nextAttemptAt } = one
  if (status === 'withheld') return null
  return (
    <>
      <Tag tone={tones[status]}>{t(`webhook.state.${status}`)}</Tag>
      <br />
      <span class="small">
        {t('webhook.tries', { count: attempts })}
        {status === 'queued' && ` · ${t('webhook.nextTry', { when: formatDateTime(t, nextAttemptAt) })}`}
      </span>
    </>
  )
}

function sayAnswer(t: T, { lastStatus, lastError }: Delivery): string {
  if (lastStatus !== null) return t('webhook.answered', { status: String(lastStatus) })
  const key = `webhook.error.${lastError}`
  return lastError && isKey(key) ? (t as unknown as (one: string) => string)(key) : ''
}

function Again({ t, webhook, one }: { t: T; webhook: Webhook; one: Delivery }) {
  const { id, kind, reference } = one
  return (
    <Form plain action={paths.deliverAgain(webhook.id, id)}>
      <Button look="quiet" small label={t('webhook.againLabel', { what: t(`webhook.kind.${kind}`), reference })}>
        {t('webhook.again')}
      </Button>
    </Form>
  )
}
