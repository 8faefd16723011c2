/** What is typed into the preview, and what would be asked and done because of it: the same on the server and in the browser. */
import { compare, type FormFacts, noFacts } from '../../../../domain/conditions.ts'
import { walk } from '../../../../domain/journey.ts'
import type { Question } from '../../../../domain/questions/types.ts'
import { joinDates } from '../../../forms/dates.ts'

/** `effects`: "<question> <which>". */
export type Tried = { asked: string[]; effects: string[] }

export function tryOut(questions: readonly Question[], form: FormData): Tried {
  const dates = questions.filter(({ kind }) => kind === 'date').map(({ id }) => `answers.${id}`)
  const filled = joinDates(copyOf(form), dates)
  const typed = Object.fromEntries(questions.map(question => [question.id, typedFor(question, filled)]))
  const { asked, answers } = walk({ questions }, typed, factsIn(filled))
  return {
    asked: asked.map(({ id }) => id),
    effects: asked.flatMap(({ id, effects }) =>
      effects.flatMap((effect, at) => (compare(answers[id] ?? null, effect) ? [`${id} ${at}`] : [])),
    ),
  }
}

function typedFor({ id, kind }: Question, form: FormData): unknown {
  const all = form.getAll(`answers.${id}`).filter(value => typeof value === 'string')
  return kind === 'several_of' ? all : all[0]
}

function factsIn(form: FormData): FormFacts {
  const text = (name: string) => String(form.get(`facts.${name}`) ?? '').trim()
  const number = (name: string) => (/^\d{1,3}$/.test(text(name)) ? Number(text(name)) : null)
  const demographics = [...form.keys()].flatMap(name => {
    const [, key] = /^facts\.demographic\.(.+)$/.exec(name) ?? []
    return key && text(`demographic.${key}`) ? [[key, [text(`demographic.${key}`)]] as const] : []
  })
  return {
    ...noFacts,
    needs: text('needs') ? [text('needs')] : [],
    urgent: text('urgent') === 'yes',
    age: number('age'),
    household: number('household'),
    demographics: Object.fromEntries(demographics),
  }
}

function copyOf(form: FormData): FormData {
  const copy = new FormData()
  for (const [name, value] of form) copy.append(name, value)
  return copy
}
