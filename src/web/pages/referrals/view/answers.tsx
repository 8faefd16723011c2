/** What was answered to the network's own questions, and to those of an organisation: each in the words that it was asked in. */
import type { GivenAnswer } from '../../../../db/referrals/view.ts'
import { wordsIn } from '../../../../domain/questions/labels.ts'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { showAnswer } from '../../../ui/questions/shown.ts'
import { ActionLinks } from './action-links.tsx'
import type { Props } from './article.tsx'

export function Answers({ t, data }: Props) {
  const { answers = [] } = data.view.content ?? {}
  const network = answers.filter(({ organisationId }) => organisationId === null)
  const own = Map.groupBy(
    answers.filter(({ organisationId }) => organisationId !== null),
    ({ organisationName }) => organisationName ?? '',
  )
  return (
    <>
      {network.length > 0 && (
        <Card title={t('question.answers')} id="answers">
          <Facts stacked facts={network.map(one => factOf({ t, data }, one))} />
        </Card>
      )}
      {[...own].map(([name, given]) => (
        <Card key={name} title={t('question.theirs.for', { organisation: name })} aside={t('question.theirs.private')}>
          <Facts stacked facts={given.map(one => factOf({ t, data }, one))} />
        </Card>
      ))}
      <NotAsked t={t} data={data} />
    </>
  )
}

function factOf({ t }: Pick<Props, 't'> & Partial<Props>, { question, value }: GivenAnswer) {
  const shown = showAnswer(t, question, value)
  return {
    name: wordsIn(question.label, t.language),
    value: <span class="said">{shown || t('question.notAnswered')}</span>,
  }
}

/** Asked later than at sending, an organisation finds its questions without answers, and can put them to the referrer. */
function NotAsked({ t, data }: Props) {
  const { content, assignments } = data.view
  const own = assignments.find(one => one.own && (one.status === 'pending' || one.status === 'accepted'))
  const wasAsked = content?.answers.some(({ organisationId }) => organisationId === own?.organisationId)
  const questions = content?.ownQuestions ?? []
  if (!own || wasAsked || questions.length === 0) return null
  const ask = own.actions.filter(action => action === 'ask')
  return (
    <Card title={t('question.yours')} id="not-asked">
      <Notice title={t('question.notAskedTitle')}>
        <p>{t(ask.length > 0 ? 'question.notAskedText' : 'question.notAskedEnded')}</p>
      </Notice>
      <Facts
        facts={questions.map(({ label }) => ({ name: wordsIn(label, t.language), value: t('question.notAsked') }))}
      />
      {ask.length > 0 && <ActionLinks t={t} data={data} assignmentId={own.id} actions={ask} />}
    </Card>
  )
}
