/** Whom a service is there for (SVC-2): six ways to say it, one of them drawn on the map. */
import { Hono } from 'hono'
import { saveCatchment } from '../../../actions/save-catchment.ts'
import { listAreas } from '../../../db/areas.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { Button } from '../../ui/button.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { AreaFields } from './area-fields.tsx'
import { readCatchment, typedIn, valuesOf } from './area-form.ts'
import { readAreaShown } from './area-shown.tsx'
import { SectionFrame } from './frame.tsx'
import { doneAt, type Editor, loadEditor } from './load.ts'

export const serviceArea = new Hono<PageEnv>()
  .get('/services/:id/edit/area', async c => {
    const editor = await loadEditor(c)
    return show(c, editor, valuesOf(editor.service.catchment))
  })
  .post('/services/:id/edit/area', async c => {
    const editor = await loadEditor(c)
    try {
      await saveCatchment(c.var.ctx, editor.service.id, await readCatchment(c.var.t, c.var.form))
    } catch (problem) {
      return show(c, editor, typedIn(c.var.form), fieldErrorOf(c.var.t, problem))
    }
    return c.redirect(doneAt(editor, 'saved'), 303)
  })

type Visit = Parameters<typeof loadEditor>[0] & Parameters<typeof render>[0]

async function show(c: Visit, editor: Editor, values: FormValues, errors: FormErrors = {}) {
  const { t } = editor
  const { ctx, deps } = c.var
  const areas = await listAreas(ctx.db, [editor.network.id])
  const shown = await readAreaShown(ctx.db, editor)
  const view = (
    <SectionFrame editor={editor} part="area" title={t('service.area.heading')} lead={t('service.area.lead')}>
      <Form files values={values} errors={errors}>
        <AreaFields
          editor={editor}
          areas={areas}
          shown={shown}
          values={values}
          errors={errors}
          tiles={deps.config.mapTileUrl}
        />
        <Button>{t('common.save')}</Button>
      </Form>
    </SectionFrame>
  )
  return render(c, view, { title: t('service.area.heading'), errors, islands: ['draw'] })
}
