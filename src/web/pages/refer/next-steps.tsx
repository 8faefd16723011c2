/** What happens after sending, and when: by the network's own clock. */
import { stepsDue } from '../../../domain/clock.ts'
import { mayEmail } from '../../../domain/safe-contact.ts'
import { formatDay, formatTime } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import type { SentProps } from './sent.tsx'

export function Next(props: SentProps) {
  const { t } = props
  return (
    <div class="choosing-side">
      <Card title={t('sent.next')} id="next">
        <ol class="next-steps">
          {nextSteps(props).map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Card>
    </div>
  )
}

function nextSteps({ t, view, row }: SentProps): string[] {
  const { file, content, assignments, needs } = view
  const isAsked = assignments.some(({ status }) => status === 'pending')
  const isLast = view.shortlist.every(({ serviceId }) => assignments.some(one => one.serviceId === serviceId))
  const due = stepsDue(row.openedAt, file.settings.clock, row.urgent)
  const clock = {
    remind: 'sent.nextRemind',
    escalate: 'sent.nextEscalate',
    pass_on: 'sent.nextPassOn',
  } as const
  return [
    ...(isAsked ? [t('sent.nextEmail'), t('sent.nextTold'), t(isLast ? 'sent.nextLast' : 'sent.nextReject')] : []),
    ...(isAsked
      ? due.map(({ step, dueAt }) => t(clock[step], { when: `${formatDay(t, dueAt)}, ${formatTime(t, dueAt)}` }))
      : []),
    ...(needs.some(({ status }) => status === 'unplaced') ? [t('sent.nextCoordinator')] : []),
    ...(content?.person.email && mayEmail(content.person.safeContact) ? [t('sent.nextPerson')] : []),
  ]
}
