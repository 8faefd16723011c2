/** How one field is called and explained, in two languages; and its list, where the network has one of its own (FORM-1). */
import { Hono } from 'hono'
import { formMark, keepFormDraft } from '../../../../actions/keep-form-draft.ts'
import { type FieldName, listedFields } from '../../../../domain/form.ts'
import { type AskedField, fieldOf } from '../../../../domain/form-diff.ts'
import { isProblem } from '../../../../domain/problem.ts'
import { preferredContacts } from '../../../../domain/submission.ts'
import { formatList, type T } from '../../../../words/index.ts'
import { absent } from '../../../doors.ts'
import type { PageEnv } from '../../../env.ts'
import { render } from '../../../page-context.tsx'
import { paths } from '../../../paths.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import type { FormErrors } from '../../../ui/context.tsx'
import { Form, Seen } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { groupsIn, nameOfField } from './field-groups.ts'
import { DesignerFrame } from './frame.tsx'
import { type Designer, demographicKeys, loadDesigner } from './load.ts'
import { OptionRows } from './option-rows.tsx'
import { readOptions } from './options.ts'
import { wordsOf } from './read-question.ts'
import { valuesOf, type Written, writtenIn } from './written.ts'

export const formField = new Hono<PageEnv>()
  .get('/system/form/fields/:name', async c => {
    const on = await loadDesigner(c)
    const name = fieldIn(on, c.req.param('name'))
    return show(c, on, name, { written: writtenField(fieldOf(on.form, name)) })
  })
  .post('/system/form/fields/:name', async c => {
    const on = await loadDesigner(c)
    const name = fieldIn(on, c.req.param('name'))
    const { form, ctx, t } = c.var
    const pressed = String(form.get('do') ?? 'save')
    const written = writtenIn(form, pressed)
    if (pressed !== 'save') return show(c, on, name, { written })
    const { typed } = written
    const { options, errors } = readOptions(t, written.options)
    const label = wordsOf(typed['label.en'], typed['label.cy'])
    const help = wordsOf(typed['help.en'], typed['help.cy'])
    const wrong = {
      ...(label && !label.en && { 'label.en': t('designer.error.english') }),
      ...(help && !help.en && { 'help.en': t('designer.error.english') }),
      ...errors,
    }
    if (Object.keys(wrong).length > 0) return show(c, on, name, { written, errors: wrong })
    const words = { ...(label && { label }), ...(help && { help }), ...(isListed(name) && { list: options }) }
    const edit = { did: 'change_field' as const, id: name, words, demographics: demographicKeys(on) }
    try {
      await keepFormDraft(ctx, on.network.id, edit, String(form.get('seen') ?? ''))
    } catch (problem) {
      if (!isProblem(problem) || problem.code !== 'conflict') throw problem
      return show(c, on, name, { written, late: true })
    }
    return c.redirect(`${on.at(`${paths.formFields}?done=change`)}#f-${name}`, 303)
  })

type Visit = Parameters<typeof loadDesigner>[0] & Parameters<typeof render>[0]
type Showing = { written: Written; errors?: FormErrors; late?: boolean }

function show(c: Visit, on: Designer, name: FieldName, { written, errors = {}, late = false }: Showing) {
  const { t, at, form } = on
  const title = nameOfField(on, t, name)
  const view = (
    <DesignerFrame on={on} title={title} back={{ href: at(paths.formFields), label: t('designer.tab.fields') }}>
      {late && (
        <Notice tone="warning" live>
          <p>{t('designer.changedMeanwhile')}</p>
        </Notice>
      )}
      <Card>
        <Form values={valuesOf(written)} errors={errors}>
          <Seen mark={formMark(fieldOf(form, name))} />
          <button class="hidden" type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true" />
          <TextField
            name="label.en"
            label={t('designer.fieldLabel')}
            hint={t('designer.fieldLabelHint', { name: title })}
            maxlength={500}
            optional
          />
          <TextField name="label.cy" label={t('designer.fieldLabelCy')} maxlength={500} optional />
          <TextArea name="help.en" label={t('designer.help')} rows={2} optional />
          <TextArea name="help.cy" label={t('designer.helpCy')} rows={2} optional />
          {isListed(name) && <p class="hint">{sayDefaultList(t, name)}</p>}
          {isListed(name) && <OptionRows t={t} options={written.options} />}
          <ButtonGroup>
            <Button name="do" value="save">
              {t('common.save')}
            </Button>
          </ButtonGroup>
        </Form>
      </Card>
    </DesignerFrame>
  )
  return render(c, view, { title, errors, width: 'narrow', ...(late && { status: 409 }) })
}

function fieldIn(on: Designer, name: string): FieldName {
  const found = groupsIn(on).flatMap(({ fields }) => fields.filter(one => one.name === name))[0]
  if (!found) throw absent()
  return found.name
}

function sayDefaultList(t: T, name: FieldName): string {
  if (name !== 'person.preferredContact') return t('designer.listFree')
  const list = preferredContacts.map(key => t(`form.contactBy.${key}`))
  return t('designer.listDefault', { list: formatList(t, list) })
}

function isListed(name: FieldName): boolean {
  return listedFields.some(one => one === name)
}

function writtenField({ label, help, list = [] }: AskedField): Written {
  return {
    typed: { 'label.en': label?.en, 'label.cy': label?.cy, 'help.en': help?.en, 'help.cy': help?.cy },
    options: list.map(({ key, label: words }) => ({ key, en: words.en, cy: words.cy ?? '' })),
    conditions: [],
    effects: [],
  }
}
