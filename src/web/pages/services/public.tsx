/** Section four: what the public reads, how else to get there, a picture (SVC-5). */
import { Hono } from 'hono'
import { addServicePicture, cutServicePicture, removeServicePicture } from '../../../actions/add-picture.ts'
import { saveServiceSection } from '../../../actions/save-service-section.ts'
import { publicSection } from '../../../domain/service-sections.ts'
import { openStore } from '../../../files/store.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf, read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { SectionFrame } from './frame.tsx'
import { doneAt, type Editor, idOf, loadEditor } from './load.ts'
import { focusAsked } from './picture-cut.tsx'
import { PictureForm } from './picture-form.tsx'
import { PublicForm } from './public-fields.tsx'

export const servicePublic = new Hono<PageEnv>()
  .get('/services/:id/edit/public', async c => {
    const editor = await loadEditor(c)
    return show(c, editor, valuesOf(editor))
  })
  .post('/services/:id/edit/public', async c => {
    const editor = await loadEditor(c)
    const form = read(publicSection, c.var.form)
    if (!form.ok) return show(c, editor, form.typed, wordErrors(c.var.t, form.errors))
    const to = { serviceId: editor.service.id, networkId: editor.network.id, section: 'public' } as const
    await saveServiceSection(c.var.ctx, to, form.value)
    return c.redirect(doneAt(editor, 'saved'), 303)
  })
  .post('/services/:id/edit/picture', async c => {
    const { ctx, form, deps } = c.var
    const id = idOf(c.req.param('id'))
    const editor = await loadEditor(c)
    const file = form.get('picture')
    const alt = String(form.get('alt') ?? '')
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    try {
      await addServicePicture(ctx, openStore(deps.config.storageUrl), id, { bytes, alt })
    } catch (problem) {
      return show(c, editor, { ...valuesOf(editor), alt }, fieldErrorOf(c.var.t, problem))
    }
    return c.redirect(editor.at(`${paths.editService(id)}?done=picture`), 303)
  })
  .post('/services/:id/edit/picture/cut', async c => {
    const { ctx, form, deps } = c.var
    const editor = await loadEditor(c)
    const { id, picture } = editor.service
    const focus = picture && focusAsked(form, picture)
    if (focus) await cutServicePicture(ctx, openStore(deps.config.storageUrl), id, focus)
    return c.redirect(editor.at(`${paths.serviceSection(id, 'public')}#own-picture`), 303)
  })
  .post('/services/:id/edit/picture/remove', async c => {
    const editor = await loadEditor(c)
    await removeServicePicture(c.var.ctx, editor.service.id)
    return c.redirect(editor.at(paths.serviceSection(editor.service.id, 'public')), 303)
  })

function valuesOf({ service, place }: Editor): FormValues {
  const { description, phone, email, website, ways, otherWays, gallery } = service
  return { description, phone, email, website, ways, otherWays, gallery, listed: place.listed ? 'yes' : '' }
}

function show(c: Parameters<typeof render>[0], editor: Editor, values: FormValues, errors: FormErrors = {}) {
  const { t } = editor
  const view = (
    <SectionFrame
      editor={editor}
      part="public"
      title={t('service.public.title')}
      lead={t('service.public.lead')}
      byNetwork
    >
      <PublicForm editor={editor} values={values} errors={errors} />
      <PictureForm editor={editor} values={values} errors={errors} />
    </SectionFrame>
  )
  return render(c, view, { title: t('service.public.title'), errors })
}
