/** Builds a network's own questions with the designer's actions, and publishes them. */
import { readWorkingForm } from '../../db/forms.ts'
import { type Network, readNetwork } from '../../db/networks.ts'
import type { DemoEffect, DemoForm, DemoQuestion } from '../../db/seed/demo/form.ts'
import type { DemoNetwork } from '../../db/seed/demo/networks.ts'
import type { Condition, Effect, Question } from '../../domain/questions/types.ts'
import type { ActingContext } from '../context.ts'
import { formMark, keepFormDraft } from '../keep-form-draft.ts'
import { publishForm } from '../publish-form.ts'
import { findCategory } from './cast.ts'

/** As its coordinator. Returns the network with the form in use. Names in the data are made of the words: conditions follow them. */
export async function makeForm(ctx: ActingContext, network: Network, { form, without }: DemoNetwork): Promise<Network> {
  const ids = new Map<string, string>()
  for (const { id: _, questions, ...section } of form) {
    const sectionId = await keepFormDraft(ctx, network.id, { did: 'add_section', section }, null)
    for (const question of questions) {
      const draft = { ...draftOf(network, ids, question), section: sectionId }
      ids.set(question.id, await keepFormDraft(ctx, network.id, { did: 'add_question', question: draft }, null))
    }
  }
  if (without.length > 0) await leaveOut(ctx, network, without)
  const { form: working } = await readWorkingForm(ctx.db, network.id)
  await publishForm(ctx, network.id, formMark(working))
  return readNetwork(ctx.db, network.id)
}

function leaveOut(ctx: ActingContext, { id, form, demographics }: Network, names: DemoNetwork['without']) {
  const shows = Object.fromEntries(names.map(name => [name, 'off' as const]))
  const keys = demographics.map(({ key }) => key)
  const edit = { did: 'show_fields', shows, hint: form.circumstancesHint, demographics: keys } as const
  return keepFormDraft(ctx, id, edit, null)
}

function draftOf(
  network: Network,
  ids: ReadonlyMap<string, string>,
  question: DemoQuestion,
): Omit<Question, 'id' | 'section'> {
  const { id: _, when, options = [], effects = [], required = false, least = null, most = null, ...rest } = question
  const conditions = when?.map(one => conditionOf(network, ids, one)) ?? []
  return {
    ...{ ...rest, required, least, most },
    options: options.map(([key, en, cy]) => ({ key, label: { en, cy } })),
    enableWhen: conditions.length > 0 ? { behaviour: 'all', conditions } : null,
    effects: effects.map(effect => effectOf(network, effect)),
  }
}

function conditionOf(network: Network, ids: ReadonlyMap<string, string>, condition: Condition): Condition {
  if (condition.question === 'needs')
    return { ...condition, answer: findCategory({ network }, String(condition.answer)) }
  return { ...condition, question: ids.get(condition.question) ?? condition.question }
}

function effectOf(network: Network, { does, ...when }: DemoEffect): Effect {
  if (does.kind !== 'add_need') return { ...when, does }
  return { ...when, does: { kind: 'add_need', categoryId: findCategory({ network }, does.need) } }
}

/** What a referral of the demonstration answers, by the names in the data. */
export function answersOf(
  { form }: Network,
  demo: DemoForm,
  answers: Readonly<Record<string, string | string[]>> = {},
) {
  const questions = demo.flatMap(section => section.questions)
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => {
      const label = questions.find(one => one.id === id)?.label.en
      const found = form.questions.find(one => one.label.en === label)
      return found ? [[found.id, answer] as const] : []
    }),
  )
}
