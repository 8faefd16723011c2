/** From what stands on the designer's page to the question that it makes, or what is wrong with it, at the field. */
import type { QuestionDraft } from '../../../../domain/editing/questions.ts'
import { dateKind } from '../../../../domain/questions/date.ts'
import {
  type Condition,
  type Effect,
  type Operator,
  operators,
  type Question,
  question as questionSchema,
} from '../../../../domain/questions/types.ts'
import type { FormErrors } from '../../../ui/context.tsx'
import { textOf } from '../../../ui/field.tsx'
import { type Around, findTarget, type Target, targetOf } from './speech.ts'
import { readDoes, type Written } from './written.ts'

export type ReadQuestion = { ok: true; question: QuestionDraft } | { ok: false; errors: FormErrors }

/** `earlier`: those whose answers it may lean on. */
export function readQuestion(around: Around, written: Written, earlier: readonly Question[]): ReadQuestion {
  const { t } = around
  const errors: Record<string, string> = {}
  const wrong = (field: string, words: string) => {
    errors[field] ??= words
  }
  const plain = { id: 'question', ...plainOf(written), enableWhen: null, effects: [] }
  const parsed = questionSchema.safeParse(plain)
  if (!parsed.success)
    for (const { path } of parsed.error.issues) wrong(...wordIssue(around, path.map(String), written))
  const question = parsed.data
  if (isFromList(plain) && plain.options.length === 0) wrong('more', t('designer.error.options'))
  if (question && question.least !== null && question.most !== null && question.least > question.most)
    wrong('most', t('designer.error.bounds'))
  const conditions = written.conditions.map((row, at) => {
    const target = findTarget(around, earlier, row.question)
    if (!target) wrong(`when.${at}.question`, t('designer.error.question'))
    return target && { question: row.question, ...readComparison(around, target, row, `when.${at}`, wrong) }
  })
  const effects = written.effects.map((row, at) => {
    const does = readDoes(row.does)
    if (!does) wrong(`effects.${at}.does`, t('designer.error.does'))
    return (
      question && does && { ...readComparison(around, targetOf(around, question), row, `effects.${at}`, wrong), does }
    )
  })
  if (Object.keys(errors).length > 0 || !question) return { ok: false, errors }
  const { id: _, ...draft } = question
  const behaviour = written.typed.behaviour === 'any' ? 'any' : 'all'
  return {
    ok: true,
    question: {
      ...draft,
      enableWhen: conditions.length > 0 ? { behaviour, conditions: conditions as Condition[] } : null,
      effects: effects as Effect[],
    },
  }
}

/** As much of it as can be shown in the preview while it is half written. */
export function sketchOf(around: Around, written: Written, earlier: readonly Question[], id: string): Question {
  const isWhole = (part: Partial<Written>) => {
    const read = readQuestion(around, { ...written, conditions: [], effects: [], ...part }, earlier)
    return read.ok
  }
  const conditions = written.conditions.filter(row => isWhole({ conditions: [row] }))
  const effects = written.effects.filter(row => isWhole({ effects: [row] }))
  const read = readQuestion(around, { ...written, conditions, effects }, earlier)
  if (read.ok) return { id, ...read.question }
  const { options, ...plain } = plainOf(written)
  const label = { en: plain.label.en || around.t('designer.untitled') }
  const safe = questionSchema.safeParse({ ...plain, label, options: options.filter(one => one.label.en), id })
  return safe.data ?? questionSchema.parse({ id, kind: 'text', section: 'a', label })
}

function plainOf({ typed, options }: Written) {
  const kind = textOf(typed.kind)
  const isListed = kind === 'one_of' || kind === 'several_of'
  const help = wordsOf(typed['help.en'], typed['help.cy'])
  return {
    kind,
    section: textOf(typed.section),
    label: wordsOf(typed['label.en'], typed['label.cy']) ?? { en: '' },
    ...(help && { help }),
    required: typed.required === 'yes',
    options: isListed ? options.map(({ key, en, cy }) => ({ key, label: wordsOf(en, cy) ?? { en } })) : [],
    least: kind === 'number' ? numberIn(typed.least) : null,
    most: kind === 'number' ? numberIn(typed.most) : null,
  }
}

export function wordsOf(en: unknown, cy: unknown): { en: string; cy?: string } | null {
  const [english, welsh] = [textOf(en).trim(), textOf(cy).trim()]
  return english || welsh ? { en: english, ...(welsh && { cy: welsh }) } : null
}

/** Left as typed where it is none, for the schema to refuse. */
function numberIn(typed: unknown): unknown {
  const text = textOf(typed).trim().replaceAll(',', '')
  if (text === '') return null
  return Number.isNaN(Number(text)) ? text : Number(text)
}

function wordIssue({ t }: Around, [part = '', at = '', ...rest]: string[], { options }: Written): [string, string] {
  if (part === 'label') return [`label.${at}`, t(at === 'en' ? 'designer.error.label' : 'problem.field.too_long')]
  if (part === 'help') return [`help.${at}`, t('designer.error.help')]
  if (part === 'options')
    return options[Number(at)]
      ? [`options.${at}.${rest.at(-1)}`, t('designer.error.option')]
      : ['more', t('problem.field.too_many')]
  if (part === 'least' || part === 'most') return [part, t('problem.field.number')]
  return [part, t('problem.field.choose')]
}

type Wrong = (field: string, words: string) => void

function readComparison(
  { t }: Around,
  target: Target,
  { operator: chosen, answer: typed }: { operator: string; answer: string },
  field: string,
  wrong: Wrong,
): { operator: Operator; answer: Condition['answer'] } {
  const isPresence = chosen === 'exists' || chosen === 'absent'
  const operator = isPresence ? 'exists' : operators.find(one => one === chosen)
  if (!operator || !target.operators.includes(operator)) wrong(`${field}.operator`, t('designer.error.operator'))
  if (isPresence) return { operator: 'exists', answer: chosen === 'exists' }
  const answer = readCompared(target, typed)
  if (answer === null) wrong(`${field}.answer`, t('designer.error.answer', { name: target.label }))
  return { operator: operator ?? '=', answer: answer ?? '' }
}

function readCompared({ kind, choices }: Target, typed: string): Condition['answer'] | null {
  if (kind === 'yes_no') return typed === 'yes' || typed === 'no' ? typed === 'yes' : null
  if (choices) return choices.some(({ value }) => value === typed) ? typed : null
  if (kind === 'number') return /^-?\d{1,12}(\.\d{1,6})?$/.test(typed) ? Number(typed) : null
  if (kind === 'date') return dateKind.read(dateAsked, typed).ok ? typed : null
  return typed === '' ? null : typed.slice(0, 200)
}
const dateAsked = questionSchema.parse({ id: 'd', kind: 'date', section: 'd', label: { en: 'd' } })

function isFromList({ kind }: { kind: string }): boolean {
  return kind === 'one_of' || kind === 'several_of'
}
