/** What this viewer can do now, each with its consequence: as the service asked, as the one helping, as referrer, as coordinator. */
import type { Action } from '../../../../domain/lifecycle.ts'
import { isQuestionOpen } from '../../../../domain/lifecycle.ts'
import { paths } from '../../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { whenOf } from '../../../when.ts'
import type { ReferralData } from '../load-referral.ts'
import { heldBy, keepQuery, nextAfter } from '../names.ts'
import { ActionLinks } from './action-links.tsx'
import type { Props } from './article.tsx'

type Viewed = ReferralData['view']['assignments'][number]
const answering: readonly Action[] = ['split', 'ask', 'reject']
const helping: readonly Action[] = ['close', 'assignOutcome', 'referOn', 'handBack', 'undo']

export function YourTurn({ t, data }: Props) {
  const { assignments, actions } = data.view
  const asked = assignments.filter(one => one.own && one.actions.includes('accept'))
  const cases = assignments.filter(one => one.own && one.actions.some(action => helping.includes(action)))
  const questions = assignments.filter(one => one.actions.includes('answer'))
  const unplaced = actions.filter(action => action === 'place' || action === 'closeAsUnmet')
  const others = actions.filter(action => action === 'reopen' || action === 'withdraw')
  if ([asked, cases, questions, unplaced, others].every(part => part.length === 0)) return null
  return (
    <div class="card-foot turns">
      {questions.map(one => (
        <Question key={one.id} t={t} data={data} assignment={one} />
      ))}
      {asked.map(one => (
        <Answer key={one.id} t={t} data={data} assignment={one} />
      ))}
      {cases.map(one => (
        <Case key={one.id} t={t} data={data} assignment={one} />
      ))}
      {unplaced.length > 0 && (
        <div>
          <h2>{t('referral.coordinating')}</h2>
          <p>{t('referral.act.place.short')}</p>
          <ActionLinks t={t} data={data} actions={unplaced} first="go" />
        </div>
      )}
      {others.length > 0 && (
        <div>
          <h2>{t(data.view.parties.includes('referrer') ? 'referral.referring' : 'referral.coordinating')}</h2>
          <ActionLinks t={t} data={data} actions={others} />
        </div>
      )}
    </div>
  )
}

type PerAssignment = Props & { assignment: Viewed }

/** Accepting is one click from here; everything else asks something first. */
function Answer({ t, data, assignment }: PerAssignment) {
  const may = (action: Action) => assignment.actions.includes(action)
  const says = [
    t('referral.act.accept.short'),
    may('split') && t('referral.act.split.short'),
    t('referral.act.reject.short'),
  ]
  return (
    <div>
      <h2>{t('referral.yourTurn')}</h2>
      <p>
        <strong>
          {t('referral.askedOfYou', { service: assignment.serviceName, needs: heldBy(data, assignment) })}
        </strong>{' '}
        {says.filter(Boolean).join(' ')} {deadlineOf({ t, data, assignment })}
      </p>
      <ButtonGroup>
        <Form plain action={keepQuery(paths.actOnAssignment(data.id, assignment.id, 'accept'), data.query)}>
          <Button icon="check">{t('referral.act.accept.link')}</Button>
        </Form>
        <ActionLinks t={t} data={data} assignmentId={assignment.id} actions={answering.filter(may)} bare />
      </ButtonGroup>
    </div>
  )
}

function deadlineOf({ t, data, assignment }: PerAssignment): string {
  if (isQuestionOpen(assignment)) return t('referral.questionWaiting')
  const next = nextAfter(data, assignment).join(', ')
  const rejected = next ? t('referral.thenNext', { next }) : t('referral.thenCoordinator')
  const { nextStep } = assignment
  if (!nextStep) return rejected
  const when = whenOf(t, nextStep.dueAt, data.now)
  if (nextStep.step === 'remind') return `${rejected} ${t('referral.remindOn', { when })}`
  if (nextStep.step === 'pass_on' && next) return t('referral.waitUntil', { when, next })
  return `${rejected} ${t('referral.waitUntilCoordinator', { when })}`
}

function Case({ t, data, assignment }: PerAssignment) {
  const open = assignment.status === 'accepted'
  return (
    <div>
      <h2>{t(open ? 'referral.yourCase' : 'referral.yourClosedCase')}</h2>
      <p>
        {t(open ? 'referral.yourCaseFor' : 'referral.yourClosedCaseFor', {
          needs: heldBy(data, assignment),
          service: assignment.serviceName,
        })}
      </p>
      <ButtonGroup>
        <ActionLinks
          t={t}
          data={data}
          assignmentId={assignment.id}
          actions={helping.filter(action => assignment.actions.includes(action))}
          first={open ? 'go' : 'quiet'}
          bare
        />
        {data.view.content && (
          <LinkButton href={paths.referralCsv(data.id)} look="plain" icon="download">
            {t('referral.downloadCsv')}
          </LinkButton>
        )}
      </ButtonGroup>
    </div>
  )
}

function Question({ t, data, assignment }: PerAssignment) {
  const question = data.view.notes.find(note => note.kind === 'question' && note.assignmentId === assignment.id)
  return (
    <div>
      <h2>
        {t('referral.questionForYou', { service: assignment.serviceName, organisation: assignment.organisationName })}
      </h2>
      {question && <blockquote class="quote">{question.body}</blockquote>}
      <ActionLinks t={t} data={data} assignmentId={assignment.id} actions={['answer']} first="go" />
    </div>
  )
}
