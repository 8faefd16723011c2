/** Every service that was asked, in order, with what became of it; then who is next on the list. */
import { isQuestionOpen } from '../../../../domain/lifecycle.ts'
import { Card } from '../../../ui/card.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { whenOf } from '../../../when.ts'
import type { ReferralData } from '../load-referral.ts'
import { labelsOf } from '../names.ts'
import { ActionLinks } from './action-links.tsx'
import type { Props } from './article.tsx'

type Viewed = ReferralData['view']['assignments'][number]

export function Asked({ t, data }: Props) {
  const { assignments } = data.view
  return (
    <Card title={t('referral.asked')} id="asked">
      {assignments.length === 0 && <p class="small">{t('referral.askedNobody')}</p>}
      {assignments.length > 0 && (
        <ol class="lines">
          {assignments.map(one => (
            <li key={one.id}>
              <AskedLine t={t} data={data} assignment={one} />
            </li>
          ))}
        </ol>
      )}
      <NextOnList t={t} data={data} />
    </Card>
  )
}

function AskedLine({ t, data, assignment }: Props & { assignment: Viewed }) {
  const { status, serviceName, organisationName, phone, email } = assignment
  const others = assignment.actions.filter(
    action => ['reassign', 'standDown'].includes(action) || (action === 'undo' && !assignment.own),
  )
  const reach = [phone, email].filter(Boolean).join(' · ')
  return (
    <>
      <div class="line-top">
        <span>
          <strong>{organisationName}</strong>
          {serviceName && `, ${serviceName}`}
        </span>
        <StatusTag assignment={status === 'pending' && isQuestionOpen(assignment) ? 'question' : status} />
      </div>
      <p class="small">{sentencesOf({ t, data }, assignment).join(' ')}</p>
      {reach && <p class="small">{reach}</p>}
      {others.length > 0 && <ActionLinks t={t} data={data} assignmentId={assignment.id} actions={others} small />}
    </>
  )
}

function sentencesOf({ t, data }: Props, one: Viewed): string[] {
  const { now } = data
  const needs = labelsOf(data, one.needIds)
  const passed = labelsOf(data, one.givenUp)
  const dates = [
    t('referral.askedOn', { when: whenOf(t, one.askedAt, now) }),
    one.via !== 'route' && t(`referral.via.${one.via}`),
    one.answeredAt && t('referral.answeredOn', { when: whenOf(t, one.answeredAt, now) }),
    one.endedAt &&
      one.endedAt.getTime() !== one.answeredAt?.getTime() &&
      t('referral.endedOn', { when: whenOf(t, one.endedAt, now) }),
  ].filter(Boolean)
  return [
    needs && `${t('referral.askedFor', { needs })}.`,
    `${capital(dates.join(', '))}.`,
    passed && `${t('referral.gaveUp', { needs: passed })}.`,
    clockOf({ t, data }, one),
  ].filter(sentence => typeof sentence === 'string' && sentence !== '') as string[]
}

function clockOf({ t, data }: Props, { nextStep }: Viewed): string {
  if (!nextStep || data.view.sight.level !== 'full') return ''
  const when = whenOf(t, nextStep.dueAt, data.now)
  if (nextStep.step === 'remind') return t('referral.dueRemind', { when })
  if (nextStep.step === 'escalate') return t('referral.dueEscalate', { when })
  return nextStep.step === 'pass_on' ? t('referral.duePassOn', { when }) : t('referral.dueResume', { when })
}

function NextOnList({ t, data }: Props) {
  const { shortlist, file, assignments, sight } = data.view
  if (sight.level !== 'full' || file.status !== 'open') return null
  const left = shortlist.filter(item => !assignments.some(one => one.serviceId === item.serviceId))
  if (left.length === 0) return file.status === 'open' ? <p class="small next">{t('referral.nextNobody')}</p> : null
  return (
    <div class="next">
      <h3>{t('referral.nextTitle')}</h3>
      <ol class="numbered">
        {left.map(item => (
          <li key={item.serviceId}>
            {item.organisationName}, {item.serviceName}
          </li>
        ))}
      </ol>
    </div>
  )
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)
}
