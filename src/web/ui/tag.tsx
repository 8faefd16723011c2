/** A word for a state: an adjective, never a link, few of them. */
import { type Children, classes, say } from './context.tsx'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'plain' | 'wait' | 'good' | 'bad' | 'info'

export function Tag({ tone = 'plain', icon, children }: { tone?: Tone; icon?: IconName; children: Children }) {
  return (
    <span class={classes('tag', tone)}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}

export function Tags({ children }: { children: Children }) {
  return <span class="tags">{children}</span>
}

/** How each state looks; the words are in words/en/status.ts under the same names. */
const tones = {
  referral: {
    draft: 'plain',
    needs_placing: 'bad',
    open: 'wait',
    accepted: 'good',
    closed: 'plain',
    unmet: 'bad',
    withdrawn: 'plain',
  },
  assignment: {
    pending: 'wait',
    waiting_for_you: 'wait',
    question: 'info',
    accepted: 'good',
    rejected: 'bad',
    lapsed: 'plain',
    withdrawn: 'plain',
    reassigned: 'plain',
    stood_down: 'plain',
    closed: 'plain',
    referred_on: 'info',
  },
  need: {
    unplaced: 'bad',
    waiting: 'wait',
    helped: 'good',
    met: 'good',
    ended: 'plain',
    unmet: 'bad',
    withdrawn: 'plain',
  },
  task: { completed: 'plain', incomplete: 'info', not_needed: 'plain' },
} as const satisfies Record<string, Record<string, Tone>>

export type ReferralState = keyof typeof tones.referral
export type AssignmentState = keyof typeof tones.assignment
export type NeedState = keyof typeof tones.need
export type TaskState = keyof typeof tones.task

export type StatusTagProps =
  | { referral: ReferralState }
  | { assignment: AssignmentState }
  | { need: NeedState }
  | { task: TaskState }

export function StatusTag(props: StatusTagProps) {
  return say(t => {
    if ('referral' in props)
      return <Tag tone={tones.referral[props.referral]}>{t(`status.referral.${props.referral}`)}</Tag>
    if ('assignment' in props)
      return <Tag tone={tones.assignment[props.assignment]}>{t(`status.assignment.${props.assignment}`)}</Tag>
    if ('need' in props) return <Tag tone={tones.need[props.need]}>{t(`status.need.${props.need}`)}</Tag>
    return <Tag tone={tones.task[props.task]}>{t(`status.task.${props.task}`)}</Tag>
  })
}

export function UrgentTag() {
  return say(t => (
    <Tag tone="bad" icon="flag">
      {t('status.urgent')}
    </Tag>
  ))
}

export function OverdueTag() {
  return say(t => (
    <Tag tone="bad" icon="clock">
      {t('status.overdue')}
    </Tag>
  ))
}

export function RestrictedTag() {
  return say(t => (
    <Tag tone="info" icon="lock">
      {t('status.restricted')}
    </Tag>
  ))
}
