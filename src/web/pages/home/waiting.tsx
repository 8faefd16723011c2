/** What waits for one's own organisation, oldest first; questions to answer; what was sent and has no answer yet. */
import type { Asking } from '../../../db/home.ts'
import type { ReferralRow } from '../../../db/referrals/list.ts'
import { mostCounted } from '../../../domain/listing.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import type { Children } from '../../ui/context.tsx'
import { Rows } from '../../ui/rows.tsx'
import { agoOf, whenOf } from '../../when.ts'
import { listHref } from '../referrals/query.ts'
import { rowOf } from '../referrals/rows.tsx'
import type { HomeData } from './load-home.ts'

type Props = { t: T; data: HomeData }

export function Waiting({ t, data }: Props) {
  const { waiting, counts, askings } = data
  const query = { tab: 'received', stage: 'open', sort: 'oldest_waiting' } as const
  if (waiting.length === 0)
    return (
      <Card title={t('home.waitingTitle')} id="waiting">
        <p class="small">{t('home.waitingEmpty')}</p>
      </Card>
    )
  return (
    <Card
      flush
      act
      title={t('home.waitingTitle')}
      id="waiting"
      aside={<SeeAll t={t} count={counts.received.open} href={listHref(query)} />}
    >
      <RowsOf
        t={t}
        data={data}
        label={t('home.waitingTitle')}
        rows={waiting}
        href={row => listHref(query, {}, row.id)}
        text={row => <AskingText t={t} now={data.now} row={row} asking={askings.get(row.id)} />}
      />
    </Card>
  )
}

export function Questions({ t, data }: Props) {
  if (data.questions.length === 0) return null
  return (
    <Card flush act title={t('home.questionsTitle')} id="questions">
      <RowsOf
        t={t}
        data={data}
        label={t('home.questionsTitle')}
        rows={data.questions}
        href={row => listHref({ tab: 'sent' }, {}, row.id)}
        text={row => (
          <>
            <p>{sentText(t, data.now, row)}</p>
            <p>{t('home.questionText')}</p>
          </>
        )}
      />
    </Card>
  )
}

/** FORM-10: each leads to where one chooses again. */
export function Returned({ t, data }: Props) {
  const { returned, returnedCount: count } = data
  if (count === 0) return null
  const title = t('home.returned', { count })
  return (
    <Card flush act title={title} id="returned">
      <RowsOf
        t={t}
        data={data}
        label={title}
        rows={returned}
        href={row => paths.actOnNeeds(row.id, 'chooseAgain')}
        text={row => (
          <p>{t('home.returnedNeeds', { needs: row.needs.join(', '), age: agoOf(t, row.openedAt, data.now) })}</p>
        )}
      />
    </Card>
  )
}

export function SentByYou({ t, data }: Props) {
  const { sent, counts, returned } = data
  const isBack = ({ id }: ReferralRow) => returned.some(one => one.id === id)
  const query = { tab: 'sent', stage: 'open', sort: 'oldest_waiting' } as const
  if (sent.length === 0)
    return (
      <Card title={t('home.sentTitle')} id="sent">
        <p class="small">{t('home.sentEmpty')}</p>
      </Card>
    )
  return (
    <Card
      flush
      title={t('home.sentTitle')}
      id="sent"
      aside={<SeeAll t={t} count={counts.sent.open} href={listHref(query)} />}
    >
      <RowsOf
        t={t}
        data={data}
        label={t('home.sentTitle')}
        rows={sent}
        href={row => listHref(query, {}, row.id)}
        text={row => (
          <p>{isBack(row) ? t('home.sentBack', { needs: row.needs.join(', ') }) : sentText(t, data.now, row)}</p>
        )}
      />
    </Card>
  )
}

export function RowsOf({
  t,
  data,
  label,
  rows,
  href,
  text,
}: Props & {
  label: string
  rows: readonly ReferralRow[]
  href: (row: ReferralRow) => string
  text?: (row: ReferralRow) => Children
}) {
  const { actor, now } = data
  return <Rows label={label} rows={rows.map(row => rowOf({ t, actor, now }, row, href(row), text?.(row)))} />
}

export function SeeAll({ t, count, href }: { t: T; count: number; href: string }) {
  const text = count > mostCounted ? t('home.seeMany', { count: mostCounted }) : t('home.waitingAll', { count })
  return <a href={href}>{text}</a>
}

function AskingText({ t, now, row, asking }: { t: T; now: Date; row: ReferralRow; asking: Asking | undefined }) {
  const needs = (asking?.needs ?? row.needs).join(', ')
  const age = agoOf(t, row.waitingSince ?? row.openedAt, now)
  return (
    <>
      <p>
        <strong>{needs}</strong> {t('home.asked', { sender: row.sender ?? t('home.somebody'), age })}
      </p>
      {asking && <p>{deadlineOf(t, asking, now)}</p>}
    </>
  )
}

/** By when, and what happens then. */
function deadlineOf(t: T, { questionOpen, nextStep, next, reminded }: Asking, now: Date): Children {
  if (questionOpen) return t('home.paused')
  if (!nextStep) return reminded ? <strong>{t('home.overdueNow')}</strong> : null
  const when = whenOf(t, nextStep.dueAt, now)
  const said = reminded && `${t('home.reminded')} `
  if (nextStep.step === 'pass_on')
    return (
      <>
        {said}
        <strong>{next ? t('home.passOn', { when, next }) : t('home.passOnAlone', { when })}</strong>
      </>
    )
  if (nextStep.step === 'escalate')
    return (
      <>
        {said}
        <strong>{t('home.escalate', { when })}</strong>
      </>
    )
  return t('home.remind', { when })
}

function sentText(t: T, now: Date, row: ReferralRow): string {
  const needs = row.needs.join(', ')
  const age = agoOf(t, row.openedAt, now)
  const waiting = [...new Set(row.recipients.filter(({ status }) => status === 'pending').map(({ name }) => name))]
  if (waiting.length === 0) return t('home.sentUnplaced', { needs, age })
  return t('home.sentTo', { needs, recipients: waiting.join(', '), age })
}
