/** What conditions and effects speak of, by name: questions, facts of the form, needs, groups, services; and how it is said in a sentence. */
import type { NetworkService } from '../../../../db/forms.ts'
import type { Network } from '../../../../db/networks.ts'
import { factNames } from '../../../../domain/conditions.ts'
import { demographicOperators, factOperators } from '../../../../domain/form-problems.ts'
import { kinds } from '../../../../domain/questions/kinds.ts'
import { wordsIn } from '../../../../domain/questions/labels.ts'
import type { Condition, Effect, Operator, Question, QuestionKind } from '../../../../domain/questions/types.ts'
import { formatDate, formatList, formatNumber, type T } from '../../../../words/index.ts'
import type { SelectOption } from '../../../ui/select.tsx'

/** Something that has an answer. `choices` null: typed. */
export type Target = {
  name: string
  label: string
  kind: QuestionKind
  operators: readonly Operator[]
  choices: readonly SelectOption[] | null
}
/** Whose form it is: an organisation's own questions know of no needs, groups or services. */
export type Around = {
  t: T
  network: Pick<Network, 'categories' | 'demographics'> | null
  services: readonly NetworkService[]
}

export function targetOf(around: Around, question: Question): Target {
  const { id, kind, label, options } = question
  const { t } = around
  const listed = options.map(({ key, label: words }) => ({ value: key, label: wordsIn(words, t.language) }))
  const choices = kind === 'yes_no' ? yesNo(t) : kind === 'one_of' || kind === 'several_of' ? listed : null
  return { name: id, label: wordsIn(label, t.language), kind, operators: kinds[kind].operators, choices }
}

/** What the standard form gives: needs, urgency, age, household, demographics. */
export function factTargets({ t, network }: Around): Target[] {
  if (!network) return []
  const categories = [...network.categories.values()].filter(({ retired }) => !retired)
  const kindOf = { needs: 'several_of', urgent: 'yes_no', age: 'number', household: 'number' } as const
  const choicesOf = {
    needs: categories.map(({ id, label }) => ({ value: id, label })),
    urgent: yesNo(t),
    age: null,
    household: null,
  }
  const facts = factNames.map(name => ({
    ...{ name, label: t(`designer.fact.${name}`), kind: kindOf[name], choices: choicesOf[name] },
    operators: factOperators[name] ?? [],
  }))
  const own = network.demographics.flatMap(({ key, label, kind, options }): Target[] => {
    if (kind === 'age') return []
    const listed = options.filter(({ retired }) => !retired).map(one => ({ value: one.key, label: one.label }))
    const isNumber = kind === 'number'
    return [
      {
        ...{ name: `demographic.${key}`, label, operators: demographicOperators({ kind }) },
        ...{ kind: isNumber ? 'number' : 'several_of', choices: isNumber ? null : listed },
      },
    ]
  })
  return [...facts, ...own]
}

export function findTarget(around: Around, questions: readonly Question[], name: string): Target | null {
  const question = questions.find(({ id }) => id === name)
  return question ? targetOf(around, question) : (factTargets(around).find(one => one.name === name) ?? null)
}

/** "Is the home rented is Yes and Age is less than 18". */
export function sayConditions(around: Around, questions: readonly Question[], question: Question): string | null {
  const { t } = around
  const { enableWhen } = question
  if (!enableWhen) return null
  const said = enableWhen.conditions.map(condition => sayCondition(around, questions, condition))
  return said.join(t(enableWhen.behaviour === 'all' ? 'designer.and' : 'designer.or'))
}

export function sayCondition(around: Around, questions: readonly Question[], condition: Condition): string {
  const target = findTarget(around, questions, condition.question)
  const name = target?.label ?? around.t('designer.gone')
  return `${around.t('designer.quoted', { name })} ${sayComparison(around.t, target, condition)}`
}

/** "is Yes", "is at least 3", "is not answered". */
export function sayComparison(
  t: T,
  target: Target | null,
  { operator, answer }: Pick<Condition, 'operator' | 'answer'>,
) {
  const said = sayOperator(t, target?.kind ?? 'text', operatorValue({ operator, answer }))
  return operator === 'exists' ? said : `${said} ${sayAnswer(t, target, answer)}`
}

export function sayEffect(around: Around, question: Question, effect: Effect): string {
  const { t } = around
  const when = sayComparison(t, targetOf(around, question), effect)
  return t('designer.effectSaid', { when, does: sayDoing(around, effect.does) })
}

export function sayDoing({ t, network, services }: Around, does: Effect['does']): string {
  const gone = t('designer.gone')
  if (does.kind === 'urgent') return t('designer.does.urgent')
  if (does.kind === 'add_need')
    return t('designer.does.add_need', { name: network?.categories.get(does.categoryId)?.label ?? gone })
  if (does.kind === 'set_demographic') {
    const demographic = network?.demographics.find(({ key }) => key === does.key)
    const group = demographic?.options.find(({ key }) => key === does.group)?.label ?? gone
    return t('designer.does.set_demographic', { name: demographic?.label ?? gone, group })
  }
  const service = services.find(({ id }) => id === does.serviceId)
  return t(`designer.does.${does.kind}`, { name: service ? `${service.name}, ${service.organisation}` : gone })
}

/** What a select calls an operator; whether something is answered at all is two of its lines. */
export type OperatorValue = Operator | 'absent'

export function operatorValue({ operator, answer }: Pick<Condition, 'operator' | 'answer'>): OperatorValue {
  return operator === 'exists' && answer === false ? 'absent' : operator
}

export function operatorOptions(t: T, { kind, operators }: Target): SelectOption[] {
  const [exists, ...others] = operators
  const all: OperatorValue[] = exists === 'exists' ? [...others, 'exists', 'absent'] : [...operators]
  return all.map(value => ({ value, label: sayOperator(t, kind, value) }))
}

function sayOperator(t: T, kind: QuestionKind, operator: OperatorValue): string {
  if (kind === 'date') return t(`designer.operator.date.${operator}`)
  return t(`designer.operator.plain.${operator}`)
}

function sayAnswer(t: T, target: Target | null, answer: Condition['answer']): string {
  const value = typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer)
  const chosen = target?.choices?.find(one => one.value === value)
  if (chosen) return chosen.label
  if (target?.choices) return t('designer.gone')
  if (typeof answer === 'number') return formatNumber(t, answer)
  return target?.kind === 'date' ? formatDate(t, value) : t('designer.quoted', { name: value })
}

export function listOfLabels(t: T, questions: readonly Question[]): string {
  return formatList(
    t,
    questions.map(({ label }) => t('designer.quoted', { name: wordsIn(label, t.language) })),
  )
}

function yesNo(t: T): SelectOption[] {
  return (['yes', 'no'] as const).map(value => ({ value, label: t(`common.${value}`) }))
}
