/** The network's own questions in their sections; moved, copied and tried out in place (FORM-5). */

import { Hono } from 'hono'
import { keepFormDraft } from '../../../../actions/keep-form-draft.ts'
import type { FormEdit } from '../../../../domain/form-edit.ts'
import { isProblem } from '../../../../domain/problem.ts'
import { sayRefusal } from '../../../../words/refusals.ts'
import { absent } from '../../../doors.ts'
import type { PageEnv } from '../../../env.ts'
import { render } from '../../../page-context.tsx'
import { paths } from '../../../paths.ts'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { DesignerHome } from './frame.tsx'
import { type Designer, loadDesigner } from './load.ts'
import { Preview } from './preview.tsx'
import { aroundOf } from './question.tsx'
import { QuestionList } from './question-list.tsx'

export const formOverview = new Hono<PageEnv>()
  .get('/system/form', async c => show(c, await loadDesigner(c), { done: c.req.query('done'), posted: new FormData() }))
  .post('/system/form', async c => {
    const on = await loadDesigner(c)
    const { form, ctx } = c.var
    if (form.get('do') === 'try') return show(c, on, { posted: form })
    const edit = editIn(on, form)
    try {
      const id = await keepFormDraft(ctx, on.network.id, edit, null)
      const anchor = form.has('section') && !form.has('question') ? `s-${id}` : `q-${id}`
      return c.redirect(`${on.at(paths.form)}#${anchor}`, 303)
    } catch (problem) {
      if (!isProblem(problem) || problem.code !== 'not_now') throw problem
      return show(c, on, { refused: sayRefusal(on.t, problem.message), posted: new FormData() })
    }
  })

type Visit = Parameters<typeof loadDesigner>[0] & Parameters<typeof render>[0]
type Shown = { posted: FormData; done?: string | undefined; refused?: string }

function show(c: Visit, on: Designer, { posted, done, refused }: Shown) {
  const { t, form } = on
  const view = (
    <DesignerHome on={on} tab="questions" done={done}>
      {refused && (
        <Notice tone="warning" live title={t('designer.refused')}>
          <p>{refused}</p>
        </Notice>
      )}
      <div class="designer">
        <QuestionList on={on} />
        <Form values={Object.fromEntries(posted)}>
          <Preview around={aroundOf(on)} questions={form.questions} form={posted} lead={t('designer.previewAll')} />
        </Form>
      </div>
    </DesignerHome>
  )
  const islands = ['form-preview', 'question-order']
  return render(c, view, { title: t('designer.title'), islands, ...(refused && { status: 409 }) })
}

/** What was pressed beside a question or a section, or where one was dropped: "place <section> <at>". */
function editIn({ t, form }: Designer, posted: FormData): FormEdit {
  const text = (name: string) => String(posted.get(name) ?? '')
  const [act = '', section = '', at = ''] = text('do').split(' ')
  const id = text('question')
  if (act === 'section-up' || act === 'section-down')
    return { did: 'shift_section', id: text('section'), by: act === 'section-up' ? -1 : 1 }
  const question = form.questions.find(one => one.id === id)
  if (!question) throw absent()
  if (act === 'up' || act === 'down') return { did: 'shift_question', id, by: act === 'up' ? -1 : 1 }
  if (act === 'duplicate')
    return { did: 'duplicate_question', id, label: t('designer.copyOf', { name: question.label.en }) }
  if (act === 'place' && form.sections.some(one => one.id === section) && /^\d{1,3}$/.test(at))
    return { did: 'place_question', id, place: { section, at: Number(at) } }
  throw absent()
}
