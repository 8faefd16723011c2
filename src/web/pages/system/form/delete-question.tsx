/** Deleting a question: what leans on it, and what becomes of that. */
import { Hono } from 'hono'
import { formMark, keepFormDraft } from '../../../../actions/keep-form-draft.ts'
import { followings } from '../../../../domain/editing/questions.ts'
import { fallingWith, leaningOn } from '../../../../domain/editing/references.ts'
import { wordsIn } from '../../../../domain/questions/labels.ts'
import { absent } from '../../../doors.ts'
import type { PageEnv } from '../../../env.ts'
import { render } from '../../../page-context.tsx'
import { paths } from '../../../paths.ts'
import { Card } from '../../../ui/card.tsx'
import { Radios } from '../../../ui/choices.tsx'
import type { FormErrors } from '../../../ui/context.tsx'
import { Form, Seen } from '../../../ui/form.tsx'
import { Decide, DesignerFrame } from './frame.tsx'
import { type Designer, loadDesigner } from './load.ts'
import { listOfLabels } from './speech.ts'

export const deleteQuestionPage = new Hono<PageEnv>()
  .get('/system/form/questions/:id/delete', async c => show(c, await loadDesigner(c), c.req.param('id')))
  .post('/system/form/questions/:id/delete', async c => {
    const on = await loadDesigner(c)
    const id = c.req.param('id')
    const seen = String(c.var.form.get('seen') ?? '')
    const chosen = followings.find(one => one === c.var.form.get('following'))
    const following = fallingWith(on.form, id).length > 0 ? chosen : 'asked_always'
    if (!following) return show(c, on, id, { following: c.var.t('designer.error.following') })
    await keepFormDraft(c.var.ctx, on.network.id, { did: 'delete_question', id, following }, seen)
    return c.redirect(on.at(`${paths.form}?done=delete`), 303)
  })

type Visit = Parameters<typeof loadDesigner>[0] & Parameters<typeof render>[0]

function show(c: Visit, on: Designer, id: string, errors: FormErrors = {}) {
  const { t, at, form } = on
  const question = form.questions.find(one => one.id === id)
  if (!question) throw absent()
  const name = wordsIn(question.label, t.language)
  const title = t('designer.deleteTitle')
  const view = (
    <DesignerFrame on={on} title={title} lead={name} back={{ href: at(paths.formQuestion(id)), label: name }}>
      <Card>
        <Form errors={errors}>
          <Seen mark={formMark(question)} />
          <p>{t('designer.deleteText')}</p>
          <Leaning on={on} id={id} />
          <Decide t={t} danger label={t('designer.deleteQuestion')} backHref={at(paths.form)} />
        </Form>
      </Card>
    </DesignerFrame>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

function Leaning({ on: { t, form }, id }: { on: Designer; id: string }) {
  const leaning = leaningOn(form, id)
  const falling = fallingWith(form, id)
  if (leaning.length === 0) return null
  if (falling.length === 0) return <p>{t('designer.leaningStays', { names: listOfLabels(t, leaning) })}</p>
  return (
    <Radios
      name="following"
      legend={t('designer.leaning', { names: listOfLabels(t, leaning) })}
      choices={[
        { value: 'gone_too', label: t('designer.following.gone_too', { names: listOfLabels(t, falling) }) },
        { value: 'asked_always', label: t('designer.following.asked_always') },
      ]}
    />
  )
}
