/** Who it is about, how far it is, and what the viewer can do next. */
import type { ReferralStatus } from '../../../../domain/referral.ts'
import { isReturned } from '../../../../domain/routing.ts'
import { formatDate } from '../../../../words/index.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { RestrictedTag, StatusTag, Tags, UrgentTag } from '../../../ui/tag.tsx'
import { type Milestone, ThreadSteps } from '../../../ui/thread.tsx'
import { whenOf } from '../../../when.ts'
import { aboutOf, nameOf } from '../names.ts'
import { threadOf } from '../rows.tsx'
import type { Props } from './article.tsx'
import { YourTurn } from './your-turn.tsx'

export function Identity({ t, data }: Props) {
  const { file, lean, assignments } = data.view
  const waiting = assignments.some(one => one.own && one.status === 'pending')
  const about = aboutOf(t, data)
  return (
    <section class={waiting ? 'card prominent act' : 'card prominent'} aria-labelledby="person">
      <p class="over identity-over">
        <span class="reference">{file.reference}</span>
        <CopyButton text={file.reference} />
        <span>{t('referral.openedOn', { date: formatDate(t, file.openedAt), network: lean.networkName })}</span>
      </p>
      <div class="identity">
        <div>
          <h1 id="person">{nameOf(t, data)}</h1>
          {about && <p class="lead">{about}</p>}
        </div>
        <Tags>
          {file.urgent && data.view.sight.level !== 'exists' && <UrgentTag />}
          {file.restricted && <RestrictedTag />}
          <StatusTag referral={file.status} />
        </Tags>
      </div>
      <BigThread t={t} data={data} waiting={waiting} />
      <YourTurn t={t} data={data} />
    </section>
  )
}

function BigThread({ t, data, waiting }: Props & { waiting: boolean }) {
  const { file } = data.view
  const isWaiting = file.progress === 'opened' && file.status === 'open'
  return (
    <ThreadSteps
      {...threadOf(file, waiting)}
      titles={isWaiting ? { accepted: t('referral.step.acceptedQuestion') } : {}}
      details={detailsOf({ t, data })}
    />
  )
}

function detailsOf({ t, data }: Props): Partial<Record<Milestone, string>> {
  const { file, lean, needs } = data.view
  const outcomes = [...new Set(needs.flatMap(({ outcome }) => outcome ?? []))]
  return {
    opened: [whenOf(t, file.openedAt, data.now), lean.referrerOrganisation].filter(Boolean).join(', '),
    accepted: isStopped(data)
      ? t('referral.step.stopped', { date: closedText({ t, data }) })
      : acceptedText({ t, data }),
    outcome: outcomes.join('; '),
    closed: isStopped(data) ? '' : closedText({ t, data }),
  }
}

function isStopped({ view: { file } }: Props['data']): boolean {
  return file.status === 'withdrawn' || file.status === 'unmet'
}

function acceptedText({ t, data }: Props): string {
  const { assignments, file } = data.view
  if (file.status === 'needs_placing' && file.progress === 'opened')
    return t(isWithReferrer(file) ? 'referral.step.withReferrer' : 'referral.step.withCoordinator')
  const by = assignments.filter(
    ({ status, answeredAt }) => answeredAt && ['accepted', 'closed', 'referred_on'].includes(status),
  )
  const [first] = by
  if (first?.answeredAt) return `${names(by)}, ${whenOf(t, first.answeredAt, data.now)}`
  const pending = assignments.filter(({ status }) => status === 'pending')
  if (pending.length === 0) return ''
  const own = pending.find(one => one.own)
  if (own?.nextStep) return t('referral.step.by', { who: whenOf(t, own.nextStep.dueAt, data.now) })
  return t('referral.step.waitingFor', { who: names(pending) })
}

function isWithReferrer({ referral }: Props['data']['view']['file']): boolean {
  const unplaced = referral.needs.filter(({ status }) => status === 'unplaced')
  return unplaced.every(({ id }) => isReturned(referral, id))
}

const over: readonly ReferralStatus[] = ['closed', 'withdrawn', 'unmet']

function closedText({ t, data }: Props): string {
  const { assignments, file } = data.view
  const last = Math.max(...assignments.map(({ endedAt }) => endedAt?.getTime() ?? 0), 0)
  return over.includes(file.status) && last > 0 ? whenOf(t, new Date(last), data.now) : ''
}

function names(of: readonly { organisationName: string }[]): string {
  return [...new Set(of.map(({ organisationName }) => organisationName))].join(', ')
}
