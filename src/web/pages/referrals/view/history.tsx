/** What happened (RES-11), newest first: what, by whom, when. Nothing on it ever changes. */
import type { HistoryLine } from '../../../../db/referrals/view.ts'
import { formatDateTime, isKey, type Key, type T } from '../../../../words/index.ts'
import { Card } from '../../../ui/card.tsx'
import { type Moment, Timeline } from '../../../ui/timeline.tsx'
import { sayKey } from '../names.ts'
import type { Props } from './article.tsx'

export function History({ t, data }: Props) {
  const { history, sight } = data.view
  if (sight.history === 'none' || history.length === 0) return null
  const extent = { own: t('referral.historyOwn'), to_exit: t('referral.historyToExit'), all: '', none: '' }[
    sight.history
  ]
  return (
    <Card title={t('referral.history')} id="history" aside={extent}>
      <Timeline moments={history.map(line => momentOf(t, line))} />
    </Card>
  )
}

const tones: Readonly<Record<string, Moment['tone']>> = {
  accept: 'good',
  split: 'good',
  close: 'good',
  assignOutcome: 'good',
  reject: 'bad',
  lapse: 'bad',
  unplaced: 'bad',
  returned: 'bad',
  closeAsUnmet: 'bad',
  withdraw: 'bad',
  escalate: 'bad',
  asked: 'wait',
  place: 'wait',
  chooseAgain: 'wait',
  ask: 'wait',
  remind: 'wait',
}

export function momentOf(t: T, line: HistoryLine): Moment {
  return {
    id: String(line.id),
    title: titleOf(t, line),
    by: byOf(t, line),
    when: formatDateTime(t, line.at),
    at: line.at,
    tone: tones[line.action] ?? 'plain',
    text: textOf(t, line),
  }
}

function titleOf(t: T, { action, to, codes, file }: HistoryLine): string {
  const key = `referral.event.${action}`
  const values = {
    needs: (codes.needs ?? []).filter(Boolean).join(', ') || t('referral.allNeeds'),
    to: to ?? t('referral.party.recipient'),
    file: file ?? t('referral.event.aFile'),
  }
  return sayKey(t, isKey(key) ? key : 'referral.event.other', values)
}

function byOf(t: T, { person, organisation, party }: HistoryLine): string {
  const key = `referral.party.${party}`
  const names = [person, organisation].filter(Boolean).join(', ')
  return names || (isKey(key) ? sayKey(t, key as Key) : '')
}

function textOf(t: T, { codes, note }: HistoryLine): string {
  const { reason, service, organisation, outcomes } = codes
  return [
    reason && t('referral.event.reason', { reason }),
    service && organisation && t('referral.event.service', { service, organisation }),
    outcomes && outcomes.length > 0 && t('referral.event.outcomes', { outcomes: outcomes.join('; ') }),
    note,
  ]
    .filter(Boolean)
    .join('\n')
}
