/** A question of the network's form: added, or changed (FORM-5). */

import { Hono } from 'hono'
import { formMark, keepFormDraft } from '../../../../actions/keep-form-draft.ts'
import { isProblem } from '../../../../domain/problem.ts'
import { wordsIn } from '../../../../domain/questions/labels.ts'
import type { Question } from '../../../../domain/questions/types.ts'
import type { T } from '../../../../words/index.ts'
import { sayRefusal } from '../../../../words/refusals.ts'
import { absent } from '../../../doors.ts'
import type { PageEnv } from '../../../env.ts'
import { render } from '../../../page-context.tsx'
import { paths } from '../../../paths.ts'
import { LinkButton } from '../../../ui/button.tsx'
import type { FormErrors } from '../../../ui/context.tsx'
import { textOf } from '../../../ui/field.tsx'
import type { Editing } from './editing.ts'
import { DesignerFrame } from './frame.tsx'
import { type Designer, loadDesigner } from './load.ts'
import { QuestionEditor } from './question-page.tsx'
import { readQuestion } from './read-question.ts'
import type { Around } from './speech.ts'
import { earlierThan, type Written, writtenIn, writtenOf } from './written.ts'

export const questionPage = new Hono<PageEnv>()
  .get('/system/form/questions/:id', async c => {
    const on = await loadDesigner(c)
    const question = questionIn(on, c.req.param('id'))
    const section = c.req.query('section') ?? on.form.sections[0]?.id ?? ''
    if (on.form.sections.length === 0) return c.redirect(on.at(paths.formSection('new')), 303)
    return show(c, on, { question, written: question ? writtenOf(question) : blank(section), posted: new FormData() })
  })
  .post('/system/form/questions/:id', async c => {
    const on = await loadDesigner(c)
    const { form, ctx } = c.var
    const question = questionIn(on, c.req.param('id'))
    const pressed = String(form.get('do') ?? 'save')
    const written = writtenIn(form, pressed)
    const at = { question, written, posted: form }
    if (pressed !== 'save') return show(c, on, at)
    const read = readQuestion(aroundOf(on), written, earlierOf(on, question, written))
    if (!read.ok) return show(c, on, { ...at, errors: read.errors })
    const edit = question
      ? { did: 'change_question' as const, id: question.id, question: read.question }
      : { did: 'add_question' as const, question: read.question }
    try {
      const id = await keepFormDraft(ctx, on.network.id, edit, question ? String(form.get('seen') ?? '') : null)
      return c.redirect(`${on.at(`${paths.form}?done=${question ? 'change' : 'add'}`)}#q-${id}`, 303)
    } catch (problem) {
      if (isProblem(problem) && problem.code === 'conflict') return show(c, on, { ...at, late: true })
      return show(c, on, { ...at, errors: refusal(on.t, problem, question, written) })
    }
  })

type Visit = Parameters<typeof loadDesigner>[0] & Parameters<typeof render>[0]
type Shown = { question: Question | null; written: Written; posted: FormData; errors?: FormErrors; late?: boolean }

function show(c: Visit, on: Designer, { question, written, posted, errors = {}, late = false }: Shown) {
  const { t, at } = on
  const title = question ? wordsIn(question.label, t.language) : t('designer.newQuestion')
  const earlier = earlierOf(on, question, written)
  const sections = on.form.sections.map(({ id, title: words }) => ({ value: id, label: wordsIn(words, t.language) }))
  const around = aroundOf(on)
  const editing: Editing = { around, form: on.form, id: question?.id ?? null, written, earlier, sections, errors }
  const view = (
    <DesignerFrame on={on} title={title} back={{ href: at(paths.form), label: t('designer.title') }}>
      <QuestionEditor
        on={editing}
        seen={formMark(question)}
        posted={posted}
        late={late}
        cancelHref={at(paths.form)}
        more={
          question && (
            <LinkButton look="danger" icon="trash-2" href={at(paths.deleteFormQuestion(question.id))}>
              {t('designer.deleteQuestion')}
            </LinkButton>
          )
        }
      />
    </DesignerFrame>
  )
  return render(c, view, { title, errors, islands: ['designer', 'form-preview'], ...(late && { status: 409 }) })
}

export function aroundOf({ t, network, services }: Designer): Around {
  return { t, network, services }
}

/** Null for a new one. */
function questionIn({ form }: Designer, id: string): Question | null {
  if (id === 'new') return null
  const found = form.questions.find(one => one.id === id)
  if (!found) throw absent()
  return found
}

function earlierOf({ form }: Designer, question: Question | null, { typed }: Written): Question[] {
  return earlierThan(form, question?.id ?? null, textOf(typed.section))
}

export function blank(section: string): Written {
  return {
    typed: { kind: 'yes_no', section, required: '', behaviour: 'all' },
    options: [],
    conditions: [],
    effects: [],
  }
}

/** What would leave another question hanging, said where it was caused. */
export function refusal(t: T, problem: unknown, before: Question | null, { typed }: Written): FormErrors {
  if (!isProblem(problem) || problem.code !== 'not_now') throw problem
  const at = before && before.section !== typed.section ? 'section' : before?.kind === typed.kind ? 'more' : 'kind'
  return { [at]: sayRefusal(t, problem.message) }
}
