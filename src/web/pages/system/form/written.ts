/** A question as it stands on the designer's page: rows as they were typed, half of them perhaps; and the question that they make. */

import type { QuestionDraft } from '../../../../domain/editing/questions.ts'
import type { Condition, Effect, Question } from '../../../../domain/questions/types.ts'
import { keyFor, shifted } from '../../../../domain/registers.ts'
import type { FormValues } from '../../../ui/context.tsx'
import { operatorValue } from './speech.ts'

export type OptionRow = { key: string; en: string; cy: string }
export type ConditionRow = { question: string; operator: string; answer: string }
export type EffectRow = { operator: string; answer: string; does: string }
export type Written = {
  typed: FormValues
  options: OptionRow[]
  conditions: ConditionRow[]
  effects: EffectRow[]
}

export function writtenOf(question: QuestionDraft): Written {
  const { label, help, kind, section, required, least, most, options, enableWhen, effects } = question
  return {
    typed: {
      ...{ 'label.en': label.en, 'label.cy': label.cy, 'help.en': help?.en, 'help.cy': help?.cy, kind, section },
      ...{ required: required ? 'yes' : '', least: least ?? '', most: most ?? '' },
      behaviour: enableWhen?.behaviour ?? 'all',
    },
    options: options.map(one => ({ key: one.key, en: one.label.en, cy: one.label.cy ?? '' })),
    conditions: (enableWhen?.conditions ?? []).map(one => ({ question: one.question, ...comparisonOf(one) })),
    effects: effects.map(one => ({ ...comparisonOf(one), does: doesValue(one.does) })),
  }
}

function comparisonOf(one: Pick<Condition, 'operator' | 'answer'>) {
  const { answer } = one
  const said = typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer)
  return { operator: operatorValue(one), answer: one.operator === 'exists' ? '' : said }
}

export function doesValue(does: Effect['does']): string {
  if (does.kind === 'urgent') return 'urgent'
  if (does.kind === 'add_need') return `add_need ${does.categoryId}`
  return does.kind === 'set_demographic'
    ? `set_demographic ${does.key} ${does.group}`
    : `${does.kind} ${does.serviceId}`
}

export function readDoes(value: string): Effect['does'] | null {
  const [kind, first = '', second = ''] = value.split(' ')
  if (kind === 'urgent') return { kind }
  if (kind === 'add_need') return { kind, categoryId: first }
  if (kind === 'set_demographic') return { kind, key: first, group: second }
  return kind === 'rule_in' || kind === 'rule_out' ? { kind, serviceId: first } : null
}

/** As it was posted; what was pressed beside a row is done to it. */
export function writtenIn(form: FormData, pressed: string): Written {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const rows = <K extends string>(name: string, keys: readonly K[]) =>
    indexesIn(form, name).map(
      at => Object.fromEntries(keys.map(key => [key, text(`${name}.${at}.${key}`)])) as Record<K, string>,
    )
  const typed = Object.fromEntries(
    [...new Set(form.keys())].map(name => {
      const all = form.getAll(name).map(String)
      return [name, all.length > 1 ? all : all[0]]
    }),
  )
  const options = withNew(rows('options', ['key', 'en', 'cy']), text('more'))
  const written: Written = {
    typed: { ...typed, more: '' },
    options,
    conditions: rows('when', ['question', 'operator', 'answer']),
    effects: rows('effects', ['operator', 'answer', 'does']),
  }
  return afterPress(written, pressed)
}

function afterPress(written: Written, pressed: string): Written {
  const [act = '', which = ''] = pressed.split(':')
  const at = Number(which)
  const { options, conditions, effects } = written
  const keys = options.map(({ key }) => key)
  if (act === 'option-up' || act === 'option-down') {
    const order = shifted(keys, keys[at] ?? '', act === 'option-up' ? -1 : 1)
    return { ...written, options: order.flatMap(key => options.find(one => one.key === key) ?? []) }
  }
  if (act === 'option-remove') return { ...written, options: options.toSpliced(at, 1) }
  if (act === 'condition-remove') return { ...written, conditions: conditions.toSpliced(at, 1) }
  if (act === 'effect-remove') return { ...written, effects: effects.toSpliced(at, 1) }
  if (act === 'condition-add')
    return { ...written, conditions: [...conditions, { question: '', operator: '', answer: '' }] }
  if (act === 'effect-add') return { ...written, effects: [...effects, { operator: '', answer: '', does: '' }] }
  return written
}

/** One on each line of what was typed beneath the rows. */
function withNew(rows: OptionRow[], more: string): OptionRow[] {
  const all = [...rows]
  for (const line of more.split('\n')) {
    const en = line.trim()
    if (en) all.push({ key: optionKey(en, all), en, cy: '' })
  }
  return all
}

/** Keys begin with a letter or a digit and stay as they are, whatever the words become. */
function optionKey(en: string, rows: readonly OptionRow[]): string {
  return keyFor(
    en,
    rows.map(({ key }) => key),
  )
}

function indexesIn(form: FormData, name: string): number[] {
  const found = [...form.keys()].flatMap(key => {
    const [, at] = key.startsWith(`${name}.`) ? (/^[a-z]+\.(\d{1,3})\./.exec(key) ?? []) : []
    return at === undefined ? [] : [Number(at)]
  })
  return [...new Set(found)].sort((a, b) => a - b)
}

/** The questions that stand before it, so that it may be asked because of them. */
export function earlierThan(
  { sections, questions }: { sections: readonly { id: string }[]; questions: readonly Question[] },
  id: string | null,
  section: string,
): Question[] {
  const at = questions.findIndex(one => one.id === id)
  if (at >= 0 && questions[at]?.section === section) return questions.slice(0, at)
  const rank = (name: string) => sections.findIndex(one => one.id === name)
  return questions.filter(one => one.id !== id && rank(one.section) <= rank(section))
}

/** By the names of the inputs. */
export function valuesOf({ typed, options, conditions, effects }: Written): FormValues {
  const flat = <R extends Record<string, string>>(name: string, rows: readonly R[]) =>
    rows.flatMap((row, at) => Object.entries(row).map(([key, value]) => [`${name}.${at}.${key}`, value]))
  const stale = /^(options|when|effects)\./
  const rest = Object.entries(typed).filter(([name]) => !stale.test(name))
  return Object.fromEntries([
    ...rest,
    ...flat('options', options),
    ...flat('when', conditions),
    ...flat('effects', effects),
  ])
}
