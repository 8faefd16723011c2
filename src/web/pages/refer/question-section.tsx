/** A section of the network's own questions; those that the answers so far do not ask for are there, out of sight. */

import type { Network } from '../../../db/networks.ts'
import type { PartName } from '../../../domain/form.ts'
import type { T } from '../../../words/index.ts'
import { FormSection } from '../../ui/form.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { QuestionField } from '../../ui/questions/index.tsx'
import { anchorOf, titleOf } from './part-names.ts'

/** What the island needs of the questions, and which of them are shown: so that Continue knows what nobody has seen yet. */
export function Branching({ t, network, asked, today, earlier = {} }: Omit<Props, 'part'> & Branches) {
  const { questions } = network.form
  if (questions.length === 0) return null
  const rules = questions.map(({ label: _, help: __, section: ___, options, ...rule }) => ({
    ...rule,
    options: options.map(({ key }) => ({ key })),
  }))
  return (
    <>
      <input
        type="hidden"
        id="shown"
        name="shown"
        value={[...asked].join(' ')}
        data-questions={JSON.stringify(rules)}
        data-today={today}
        data-typed={JSON.stringify(earlier)}
        data-one={t('question.opened', { count: 1 })}
        data-other={t('question.opened', { count: 2 }).replace('2', '{{count}}')}
      />
      <p class="hidden" id="branch-note" role="status" />
    </>
  )
}

/** `earlier`: typed on pages before this one. */
type Branches = { today: string; earlier?: Readonly<Record<string, readonly string[]>> }
type Props = { t: T; network: Network; part: PartName; asked: ReadonlySet<string> }

export function QuestionSection({ t, network: { form }, part, asked }: Props) {
  const own = form.sections.find(({ id }) => part === `section.${id}`)
  const questions = form.questions.filter(({ section }) => part === `section.${section}`)
  const help = own?.help && <OwnWords words={own.help} />
  return (
    <div class="questions" data-section={anchorOf(part)} hidden={questions.every(({ id }) => !asked.has(id))}>
      <FormSection id={anchorOf(part)} title={titleOf(t, form, part)} {...(help && { hint: help })}>
        {questions.map(question => (
          <QuestionField
            key={question.id}
            t={t}
            question={question}
            name={`answers.${question.id}`}
            hidden={!asked.has(question.id)}
          />
        ))}
      </FormSection>
    </div>
  )
}
