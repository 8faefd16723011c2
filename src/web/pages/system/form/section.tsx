/** A section of the network's own questions: added, named, deleted while it is empty. */
import { Hono } from 'hono'
import { formMark, keepFormDraft } from '../../../../actions/keep-form-draft.ts'
import type { SectionDraft } from '../../../../domain/editing/sections.ts'
import { isProblem } from '../../../../domain/problem.ts'
import { wordsIn } from '../../../../domain/questions/labels.ts'
import { type FormSection, section as sectionSchema } from '../../../../domain/questions/types.ts'
import { absent } from '../../../doors.ts'
import type { PageEnv } from '../../../env.ts'
import { render } from '../../../page-context.tsx'
import { paths } from '../../../paths.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../../ui/context.tsx'
import { Form, Seen } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { DesignerFrame } from './frame.tsx'
import { type Designer, loadDesigner } from './load.ts'
import { wordsOf } from './read-question.ts'

export const sectionPage = new Hono<PageEnv>()
  .get('/system/form/sections/:id', async c => {
    const on = await loadDesigner(c)
    const section = sectionIn(on, c.req.param('id'))
    const { title, help } = section ?? {}
    const values = { 'title.en': title?.en, 'title.cy': title?.cy, 'help.en': help?.en, 'help.cy': help?.cy }
    return show(c, on, { section, values })
  })
  .post('/system/form/sections/:id', async c => {
    const on = await loadDesigner(c)
    const section = sectionIn(on, c.req.param('id'))
    const { form, ctx, t } = c.var
    const values = Object.fromEntries(form)
    const seen = section ? String(form.get('seen') ?? '') : null
    const draft = draftIn(values)
    const isDelete = section !== null && form.get('do') === 'delete'
    if (!draft && !isDelete)
      return show(c, on, { section, values, errors: { 'title.en': t('designer.error.section') } })
    try {
      const id = isDelete ? await remove(section) : await keep(section, draft as SectionDraft)
      return c.redirect(
        on.at(isDelete ? `${paths.form}?done=delete` : `${paths.form}?done=${section ? 'change' : 'add'}`) +
          (isDelete ? '' : `#s-${id}`),
        303,
      )
    } catch (problem) {
      if (isProblem(problem) && problem.code === 'conflict') return show(c, on, { section, values, late: true })
      throw problem
    }

    function remove({ id }: FormSection) {
      return keepFormDraft(ctx, on.network.id, { did: 'delete_section', id }, seen)
    }
    function keep(before: FormSection | null, next: SectionDraft) {
      const edit = before
        ? { did: 'change_section' as const, id: before.id, section: next }
        : { did: 'add_section' as const, section: next }
      return keepFormDraft(ctx, on.network.id, edit, seen)
    }
  })

type Visit = Parameters<typeof loadDesigner>[0] & Parameters<typeof render>[0]
type Shown = { section: FormSection | null; values: FormValues; errors?: FormErrors; late?: boolean }

function show(c: Visit, on: Designer, { section, values, errors = {}, late = false }: Shown) {
  const { t, at, form } = on
  const title = section ? wordsIn(section.title, t.language) : t('designer.newSection')
  const isEmpty = section !== null && form.questions.every(one => one.section !== section.id)
  const view = (
    <DesignerFrame on={on} title={title} back={{ href: at(paths.form), label: t('designer.title') }}>
      {late && (
        <Notice tone="warning" live>
          <p>{t('designer.changedMeanwhile')}</p>
        </Notice>
      )}
      <Card>
        <Form values={values} errors={errors}>
          <Seen mark={formMark(section)} />
          <TextField
            name="title.en"
            label={t('designer.sectionTitle')}
            hint={t('designer.sectionHint')}
            maxlength={500}
            autocomplete="off"
          />
          <TextField name="title.cy" label={t('designer.sectionTitleCy')} maxlength={500} autocomplete="off" optional />
          <TextArea name="help.en" label={t('designer.help')} rows={2} optional />
          <TextArea name="help.cy" label={t('designer.helpCy')} rows={2} optional />
          <ButtonGroup>
            <Button name="do" value="save">
              {t('common.save')}
            </Button>
            {isEmpty && (
              <Button look="danger" icon="trash-2" name="do" value="delete">
                {t('designer.deleteSection')}
              </Button>
            )}
          </ButtonGroup>
        </Form>
      </Card>
    </DesignerFrame>
  )
  return render(c, view, { title, errors, width: 'narrow', ...(late && { status: 409 }) })
}

function sectionIn({ form }: Designer, id: string): FormSection | null {
  if (id === 'new') return null
  const found = form.sections.find(one => one.id === id)
  if (!found) throw absent()
  return found
}

function draftIn(values: FormValues): SectionDraft | null {
  const help = wordsOf(values['help.en'], values['help.cy'])
  const title = wordsOf(values['title.en'], values['title.cy'])
  const parsed = sectionSchema.omit({ id: true }).safeParse({ title, ...(help && { help }) })
  return parsed.success ? parsed.data : null
}
