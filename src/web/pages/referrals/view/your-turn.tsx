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
import { ViewPerson } from './own-person.tsx'

type Viewed = ReferralData['view']['assignments'][number]
const answering: readonly Action[] = ['split', 'ask', 'reject']
const helping: readonly Action[] = ['close', 'assignOutcome', 'referOn', 'handBack', 'undo']

export function YourTurn({ t, data }: Props) {
  const { assignments, actions } = data.view
  const asked = assignments.filter(one => one.own && one.actions.includes('accept'))
  const cases = assignments.filter(one => one.own && one.actions.some(action => helping.includes(action)))
  const questions = assignments.filter(one => one.actions.includes('answer'))
  const unplaced = actions.filter(action => action === 'place' || action === 'closeAsUnmet')
  const returned = actions.filter(action => action === 'chooseAgain')
  const others = actions.filter(action => action === 'reopen' || action === 'withdraw')
  if ([asked, cases, questions, unplaced, returned, others].every(part => part.length === 0)) return null
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
      {returned.length > 0 && (
        <div>
          <h2>{t('referral.chooseAgain')}</h2>
          <p>{t('referral.act.chooseAgain.short')}</p>
          <ActionLinks t={t} data={data} actions={returned} first="go" />
        </div>
      )}
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
      <MessageWithIt t={t} data={data} assignment={assignment} />
      <ButtonGroup>
        <Form plain action={keepQuery(paths.actOnAssignment(data.id, assignment.id, 'accept'), data.query)}>
          <Button icon="check">{t('referral.act.accept.link')}</Button>
        </Form>
        <ActionLinks t={t} data={data} assignmentId={assignment.id} actions={answering.filter(may)} bare />
      </ButtonGroup>
    </div>
  )
}

/** What whoever passed it on, or placed it, wants this service to know: written in the moment of asking. */
function MessageWithIt({ t, data, assignment }: PerAssignment) {
  const message = data.view.notes.find(
    ({ kind, at }) => kind === 'message' && at.getTime() === assignment.askedAt.getTime(),
  )
  if (!message) return null
  const from = [message.author, message.organisation].filter(Boolean).join(', ')
  return (
    <div>
      <p class="small">{t('referral.messageWithIt', { from: from || t('referral.somebody') })}</p>
      <blockquote class="quote said">{message.body}</blockquote>
    </div>
  )
}

/** While a question is open the clock stands still; but not for ever. */
function deadlineOf({ t, data, assignment }: PerAssignment): string {
  const { nextStep } = assignment
  const when = nextStep ? whenOf(t, nextStep.dueAt, data.now) : ''
  if (nextStep?.step === 'resume') return t('referral.questionWaiting', { when })
  const unanswered = isQuestionOpen(assignment) ? t('referral.questionOver') : ''
  return [unanswered, answerBy({ t, data, assignment }, when)].filter(Boolean).join(' ')
}

function answerBy({ t, data, assignment }: PerAssignment, when: string): string {
  const { nextStep } = assignment
  const next = nextAfter(data, assignment).join(', ')
  const rejected = next ? t('referral.thenNext', { next }) : t('referral.thenCoordinator')
  if (!nextStep) return rejected
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
        <ViewPerson t={t} data={data} />
        {data.view.content && (
          <LinkButton href={paths.referralPaper(data.id, 'csv')} look="plain" icon="download">
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
