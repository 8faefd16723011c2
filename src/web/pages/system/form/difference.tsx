/** What differs between two versions, in words: each thing once, with how it was and how it is. */
import type { FieldPart, FormChange, QuestionPart } from '../../../../domain/form-diff.ts'
import { wordsIn } from '../../../../domain/questions/labels.ts'
import type { Question } from '../../../../domain/questions/types.ts'
import { formatList } from '../../../../words/index.ts'
import { Tag } from '../../../ui/tag.tsx'
import { nameOfField } from './field-groups.ts'
import type { Designer } from './load.ts'
import { aroundOf } from './question.tsx'
import { sayConditions, sayEffect } from './speech.ts'

/** The questions of both versions: what a condition speaks of may be gone. */
type Props = { on: Designer; changes: readonly FormChange[]; questions: readonly Question[] }

export function Difference({ on, changes, questions }: Props) {
  if (changes.length === 0) return <p>{on.t('designer.noDifference')}</p>
  return (
    <ul class="differences">
      {changes.map(change => (
        <li key={`${change.of} ${'id' in change ? change.id : 'name' in change ? change.name : ''}`}>
          <Line on={on} change={change} questions={questions} />
        </li>
      ))}
    </ul>
  )
}

const tones = { added: 'good', removed: 'bad', changed: 'info', moved: 'plain' } as const

function Line({ on, change, questions }: { on: Designer; change: FormChange; questions: readonly Question[] }) {
  const { t } = on
  if (change.of === 'order') return <p>{t('designer.difference.order')}</p>
  if (change.of === 'hint') return <p>{t('designer.difference.hint', { was: change.was, now: change.now })}</p>
  if (change.of === 'field')
    return (
      <>
        <p>
          <Tag tone="info">{t('designer.change.changed')}</Tag> <strong>{nameOfField(on, t, change.name)}</strong>
        </p>
        <WasNow on={on} lines={change.parts.map(part => fieldLine(on, part, change))} />
      </>
    )
  const words = change.of === 'section' ? (change.now ?? change.was)?.title : (change.now ?? change.was)?.label
  return (
    <>
      <p>
        <Tag tone={tones[change.change]}>{t(`designer.change.${change.change}`)}</Tag>{' '}
        <strong>{words && wordsIn(words, t.language)}</strong>
        {change.of === 'section' && <span class="small"> ({t('designer.section')})</span>}
      </p>
      {change.of === 'question' && change.change === 'added' && change.now && (
        <Told on={on} questions={questions} question={change.now} />
      )}
      {change.of === 'question' && change.was && change.now && (
        <WasNow on={on} lines={change.parts.map(part => questionLine(on, questions, part, change.was, change.now))} />
      )}
    </>
  )
}

/** What a new question is, in a line or two. */
function Told({ on, questions, question }: { on: Designer; questions: readonly Question[]; question: Question }) {
  const around = aroundOf(on)
  const asked = sayConditions(around, questions, question)
  const lines = [
    on.t(`designer.kinds.${question.kind}`),
    asked && on.t('designer.askedIf', { said: asked }),
    ...question.effects.map(effect => sayEffect(around, question, effect)),
  ]
  return (
    <>
      {lines.map(
        line =>
          line && (
            <p key={line} class="small">
              {line}
            </p>
          ),
      )}
    </>
  )
}

type Lined = { name: string; was: string; now: string }

function WasNow({ on: { t }, lines }: { on: Designer; lines: readonly Lined[] }) {
  const none = t('common.none')
  return (
    <dl class="was-now">
      {lines.map(({ name, was, now }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <del>
              <span class="hidden">{t('designer.was')}: </span>
              {was || none}
            </del>
          </dd>
          <dd>
            <ins>
              <span class="hidden">{t('designer.now')}: </span>
              {now || none}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function fieldLine({ t }: Designer, part: FieldPart, { was, now }: Extract<FormChange, { of: 'field' }>): Lined {
  const said = (field: typeof was) => {
    if (part === 'show') return t(`designer.show.${field.show}`)
    if (part === 'list') return (field.list ?? []).map(({ label }) => wordsIn(label, t.language)).join(', ')
    const words = field[part]
    return [words?.en, words?.cy].filter(Boolean).join(' / ')
  }
  return { name: t(`designer.fieldPart.${part}`), was: said(was), now: said(now) }
}

function questionLine(
  on: Designer,
  questions: readonly Question[],
  part: QuestionPart,
  was: Question | null,
  now: Question | null,
): Lined {
  const said = (question: Question | null) => (question ? sayPart(on, questions, question, part) : '')
  return { name: on.t(`designer.questionPart.${part}`), was: said(was), now: said(now) }
}

function sayPart(on: Designer, questions: readonly Question[], question: Question, part: QuestionPart): string {
  const { t, form } = on
  const around = aroundOf(on)
  const { label, help, kind, required, options, least, most, section, effects } = question
  const both = (words: { en: string; cy?: string | undefined } | undefined) =>
    [words?.en, words?.cy].filter(Boolean).join(' / ')
  const say: Readonly<Record<QuestionPart, () => string>> = {
    label: () => both(label),
    help: () => both(help),
    kind: () => t(`designer.kinds.${kind}`),
    required: () => t(required ? 'designer.show.required' : 'designer.show.optional'),
    options: () => options.map(one => both(one.label)).join(', '),
    bounds: () => `${least ?? '…'} – ${most ?? '…'}`,
    section: () => form.sections.find(({ id }) => id === section)?.title.en ?? section,
    condition: () => sayConditions(around, questions, question) ?? t('designer.always'),
    effects: () =>
      formatList(
        t,
        effects.map(effect => sayEffect(around, question, effect)),
      ),
  }
  return say[part]()
}

export function questionsOf(...versions: ({ questions: readonly Question[] } | null | undefined)[]): Question[] {
  return versions.flatMap(version => version?.questions ?? [])
}
