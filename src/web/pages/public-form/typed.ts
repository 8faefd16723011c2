/** What was typed on one step, put into what was typed before; fields of other steps are nobody's here. */
import { type PublicStep, stepOf } from '../../../domain/public-steps.ts'
import { joinDates } from '../../forms/dates.ts'
import type { Typed } from '../refer/draft.ts'
import type { Look } from './look.ts'

const mostFields = 300
const mostCharacters = 20_000

export function typedOn(
  { network, later, asking }: Pick<Look, 'network' | 'later' | 'asking'>,
  step: PublicStep,
  form: FormData,
): Typed {
  const joined = joinDates(form, datesOf({ network, asking }))
  const ours = (name: string) => name.length <= 160 && stepOf({ form: network.form, later }, name) === step
  const names = [...new Set(joined.keys())].filter(ours).slice(0, mostFields)
  return Object.fromEntries(
    names.map(name => {
      const texts = joined
        .getAll(name)
        .filter(value => typeof value === 'string')
        .map(text => text.slice(0, mostCharacters).replaceAll('\0', ''))
      return [name, texts.length > 1 ? texts.slice(0, 100) : (texts[0] ?? '')]
    }),
  )
}

/** A box that is no longer ticked sends nothing: so all of the step's own answers go first. */
export function merged(look: Pick<Look, 'network' | 'later' | 'state'>, step: PublicStep, typed: Typed): Typed {
  const kept = Object.entries(look.state.typed).filter(
    ([name]) => stepOf({ form: look.network.form, later: look.later }, name) !== step,
  )
  return { ...Object.fromEntries(kept), ...typed }
}

function datesOf({ network, asking }: Pick<Look, 'network' | 'asking'>): string[] {
  const own = network.form.questions.filter(({ kind }) => kind === 'date').map(({ id }) => `answers.${id}`)
  const theirs = asking.flatMap(({ organisationId, questions }) =>
    questions.filter(({ kind }) => kind === 'date').map(({ id }) => `organisationAnswers.${organisationId}.${id}`),
  )
  return ['person.dateOfBirth', ...own, ...theirs]
}
