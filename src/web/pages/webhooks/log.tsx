/** API-3: the log of a webhook: what was told, the state of it, what the other system answered. */
import type { Webhook } from '../../../db/webhooks/keep.ts'
import type { Delivery } from '../../../db/webhooks/log.ts'
import { formatDateTime, isKey, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
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
    <Card title={t('webhook.log')} id="log" flush aside={<span class="small">{t('webhook.logLead')}</span>}>
      <ul class="entries">
        {rows.map(one => (
          <Entry key={one.id} t={t} webhook={webhook} one={one} />
        ))}
        {last && (
          <li class="entry">
            <a href={`${paths.webhook(webhook.id)}?before=${last.eventId}#log`}>{t('webhook.older')}</a>
          </li>
        )}
      </ul>
    </Card>
  )
}

type Of = { t: T; webhook: Webhook; one: Delivery }
const tones = { queued: 'wait', sent: 'good', held: 'bad' } as const

function Entry({ t, webhook, one }: Of) {
  const { kind, status, referralId, reference } = one
  return (
    <li class="entry">
      <div>
        <p>
          <b>{t(`webhook.kind.${kind}`)}</b> · <a href={paths.referral(referralId)}>{reference}</a>{' '}
          {status !== 'withheld' && <Tag tone={tones[status]}>{t(`webhook.state.${status}`)}</Tag>}
        </p>
        <p class="small">{sayTries(t, one)}</p>
      </div>
      {status !== 'queued' && !webhook.offAt && <Again t={t} webhook={webhook} one={one} />}
    </li>
  )
}

/** What was answered and when; how often it was tried where that was not once and for all. */
function sayTries(t: T, one: Delivery): string {
  const { status, attempts, triedAt, nextAttemptAt } = one
  return [
    sayAnswer(t, one),
    triedAt && t('webhook.triedAt', { when: formatDateTime(t, triedAt) }),
    attempts > 1 && t('webhook.tries', { count: attempts }),
    status === 'queued' && t('webhook.nextTry', { when: formatDateTime(t, nextAttemptAt) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

function sayAnswer(t: T, { lastStatus, lastError }: Delivery): string {
  if (lastStatus !== null) return t('webhook.answered', { status: String(lastStatus) })
  const key = `webhook.error.${lastError}`
  return lastError && isKey(key) ? (t as unknown as (one: string) => string)(key) : ''
}

function Again({ t, webhook, one }: Of) {
  const { id, kind, reference } = one
  return (
    <Form plain action={paths.deliverAgain(webhook.id, id)}>
      <Button look="quiet" small label={t('webhook.againLabel', { what: t(`webhook.kind.${kind}`), reference })}>
        {t('webhook.again')}
      </Button>
    </Form>
  )
}
