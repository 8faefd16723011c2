/** Where a referral stands, for who sent it without an account: its thread, a question if there is one, and withdrawing. */
import type { OpenQuestion, OwnReferral } from '../../../db/own-referral.ts'
import { formatDateTime, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Details } from '../../ui/details.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { Thread } from '../../ui/thread.tsx'
import { CodeForm } from './code-form.tsx'

/** `only`: the question of the link that was followed. */
export type Said = { did?: 'answered' | 'withdrawn'; errors?: FormErrors; values?: FormValues; only?: string }
/** `to`: an address in the page’s language. */
type To = { to: (path: string) => string }
type Props = Said & To & { t: T; own: OwnReferral; sealed: string }

/** The form that has the page once more, in the other language. */
export const againId = 'again'

export function AskCode({ t, to, values, errors }: To & { t: T; values: FormValues; errors: FormErrors }) {
  return (
    <>
      <PageHead title={t('own.title')} lead={t('own.lead')} />
      <CodeForm {...{ t, values, errors }} action={to(paths.ownReferral)} hint={t('own.codeHint')} go={t('own.go')} />
    </>
  )
}

export function OwnView(props: Props) {
  const { t, to, own, sealed, did, only } = props
  const { status, networkName, reference, progress } = own
  const contact = [own.helpName, own.helpPhone, own.helpEmail].filter(Boolean).join(', ')
  const questions = own.questions.filter(({ assignmentId }) => !only || assignmentId === only)
  return (
    <>
      <PageHead over={`${networkName}, ${reference}`} title={t(`own.state.${status}`)} />
      <div class="stack">
        {did && (
          <Notice tone="success" live>
            <p>{t(`own.${did}`)}</p>
          </Notice>
        )}
        {questions.map(question => (
          <Question key={question.assignmentId} {...props} question={question} />
        ))}
        <Card foot={<p class="small">{t('own.noDetails')}</p>}>
          <div class="stack">
            {status !== 'held' && status !== 'discarded' && <Thread reached={progress} />}
            <p>{t(`own.stateText.${status}`, { network: networkName })}</p>
            {status === 'discarded' && contact && <p>{t('own.contact', { contact })}</p>}
            <p class="small">{t('own.sentOn', { when: formatDateTime(t, own.sentAt) })}</p>
          </div>
        </Card>
        {own.mayWithdraw && !only && <Withdraw {...props} />}
      </div>
      <Form id={againId} action={to(paths.ownReferral)} plain>
        <input type="hidden" name="key" value={sealed} />
      </Form>
    </>
  )
}

function Question({ t, to, sealed, question, errors, values, only }: Props & { question: OpenQuestion }) {
  return (
    <Card
      title={t('own.question')}
      id="question"
      aside={t('own.questionFrom', { when: formatDateTime(t, question.at) })}
      act
    >
      <Form {...(only ? {} : { action: to('/r/answer') })} values={values} errors={errors}>
        <p class="typed-text">{question.body}</p>
        {!only && <input type="hidden" name="key" value={sealed} />}
        <input type="hidden" name="assignment" value={question.assignmentId} />
        <TextArea name="note" label={t('own.answer')} hint={t('own.answerHint')} rows={4} width="full" spellcheck />
        <ButtonGroup>
          <Button icon="reply">{t('own.answerGo')}</Button>
        </ButtonGroup>
      </Form>
    </Card>
  )
}

function Withdraw({ t, to, own: { reasons }, sealed, errors, values }: Props) {
  return (
    <Details summary={t('own.withdraw')} open={errors?.reasonId !== undefined}>
      <Form action={to('/r/withdraw')} values={values} errors={errors}>
        <p>{t('own.withdrawText')}</p>
        <input type="hidden" name="key" value={sealed} />
        <Radios
          name="reasonId"
          legend={t('own.withdrawReason')}
          choices={reasons.map(({ id, label }) => ({ value: id, label }))}
        />
        <Button look="warning">{t('own.withdrawGo')}</Button>
      </Form>
    </Details>
  )
}

export function QuestionOver({ t, to }: To & { t: T }) {
  return (
    <>
      <PageHead title={t('own.over')} lead={t('own.overText')} />
      <ButtonGroup>
        <LinkButton look="quiet" href={to(paths.ownReferral)}>
          {t('own.title')}
        </LinkButton>
      </ButtonGroup>
    </>
  )
}
