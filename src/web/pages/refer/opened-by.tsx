/** The questions that an answer has just opened, each a link to its place: for whoever has no script to show them at once. */
import { wordsIn } from '../../../domain/questions/labels.ts'
import type { Question } from '../../../domain/questions/types.ts'
import type { T } from '../../../words/index.ts'
import { Notice } from '../../ui/notice.tsx'

export function OpenedBy({ t, questions }: { t: T; questions: readonly { name: string; question: Question }[] }) {
  if (questions.length === 0) return null
  return (
    <Notice title={t('question.opened', { count: questions.length })}>
      <ul class="plain-list">
        {questions.map(({ name, question }) => (
          <li key={name}>
            <a href={`#${name}`}>{wordsIn(question.label, t.language)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
