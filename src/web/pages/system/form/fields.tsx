/** The standard fields and the network's demographics: asked or not, required or not, and in which order (FORM-1). */

import { Hono } from 'hono'
import { formMark, keepFormDraft } from '../../../../actions/keep-form-draft.ts'
import type { FieldsEdit, ShiftEdit } from '../../../../domain/editing/fields.ts'
import { type FieldName, type PartName, shown } from '../../../../domain/form.ts'
import { shownIn } from '../../../../domain/form-edit.ts'
import { isProblem } from '../../../../domain/problem.ts'
import { sayRefusal } from '../../../../words/refusals.ts'
import { absent } from '../../../doors.ts'
import type { PageEnv } from '../../../env.ts'
import { render } from '../../../page-context.tsx'
import { paths } from '../../../paths.ts'
import type { FormErrors, FormValues } from '../../../ui/context.tsx'
import { textOf } from '../../../ui/field.tsx'
import { groupsIn } from './field-groups.ts'
import { FieldsForm } from './fields-form.tsx'
import { DesignerHome } from './frame.tsx'
import { type Designer, demographicKeys, loadDesigner } from './load.ts'

export const formFields = new Hono<PageEnv>()
  .get('/system/form/fields', async c => {
    const on = await loadDesigner(c)
    return show(c, on, { values: valuesOf(on), done: c.req.query('done') })
  })
  .post('/system/form/fields', async c => {
    const on = await loadDesigner(c)
    const { form, ctx, t } = c.var
    const values = Object.fromEntries(form)
    const hint = textOf(values.hint).trim()
    if (!/^\d{1,4}$/.test(hint) || Number(hint) > 2000)
      return show(c, on, { values, errors: { hint: t('designer.error.hint') } })
    const then = shiftIn(on, String(form.get('do') ?? ''))
    try {
      await keepFormDraft(ctx, on.network.id, editOf(on, values, Number(hint), then), String(form.get('seen') ?? ''))
    } catch (problem) {
      if (!isProblem(problem) || (problem.code !== 'conflict' && problem.code !== 'not_now')) throw problem
      return show(c, on, { values, refused: sayRefusal(on.t, problem.message) })
    }
    const to = on.at(then ? paths.formFields : `${paths.formFields}?done=saved`)
    return c.redirect(then ? `${to}#f-${then.id}` : to, 303)
  })

type Visit = Parameters<typeof loadDesigner>[0] & Parameters<typeof render>[0]
type Showing = { values: FormValues; errors?: FormErrors; refused?: string; done?: string | undefined }

function show(c: Visit, on: Designer, { values, errors = {}, refused, done }: Showing) {
  const { t } = on
  const seen = formMark(shownIn(on.form, demographicKeys(on)))
  const view = (
    <DesignerHome on={on} tab="fields" done={done}>
      <FieldsForm on={on} values={values} errors={errors} seen={seen} refused={refused} />
    </DesignerHome>
  )
  return render(c, view, { title: t('designer.tab.fields'), errors, ...(refused && { status: 409 }) })
}

function valuesOf(on: Designer): FormValues {
  const fields = groupsIn(on).flatMap(group => group.fields)
  return {
    hint: on.form.circumstancesHint,
    ...Object.fromEntries(fields.map(({ name, show }) => [`show.${name}`, show])),
  }
}

function editOf(on: Designer, values: FormValues, hint: number, then: ShiftEdit | null): FieldsEdit {
  const shows = Object.entries(values).flatMap(([name, value]) => {
    const show = shown.safeParse(value)
    return name.startsWith('show.') && show.success ? [[name.slice('show.'.length), show.data] as const] : []
  })
  const demographics = demographicKeys(on)
  return { did: 'show_fields', shows: Object.fromEntries(shows), hint, demographics, ...(then && { then }) }
}

/** "up field person.title", "down part needs". */
function shiftIn(on: Designer, pressed: string): ShiftEdit | null {
  const [way = '', kind = '', id = ''] = pressed.split(' ')
  if (way !== 'up' && way !== 'down') return null
  const by = way === 'up' ? -1 : 1
  if (kind === 'part') return { did: 'shift_part', id: id as PartName, by }
  if (!groupsIn(on).some(({ fields }) => fields.some(({ name }) => name === id))) throw absent()
  return { did: 'shift_field', id: id as FieldName, by, demographics: demographicKeys(on) }
}
