/** Section five: whom it is for, in the network's own words; nothing chosen is everyone (SVC-6). */
import { Hono } from 'hono'
import { saveServiceSection } from '../../../actions/save-service-section.ts'
import type { PageEnv } from '../../env.ts'
import { type FieldError, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkboxes } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Details } from '../../ui/details.tsx'
import { textsOf } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { SectionFrame } from './frame.tsx'
import { doneAt, type Editor, loadEditor } from './load.ts'
import {
  countable,
  groupField,
  hasAges,
  numberField,
  readRestrictions,
  restrictable,
  valuesOf,
} from './restrictions-form.ts'
import { sayRestrictions } from './say.ts'

const ownWords = {
  'ages.from.age': 'service.only.age',
  'ages.to.age': 'service.only.age',
  'ages.to.ages_order': 'service.only.order',
} as const

export const serviceRestrictions = new Hono<PageEnv>()
  .get('/services/:id/edit/restrictions', async c => {
    const editor = await loadEditor(c)
    return show(c, editor, valuesOf(editor.place.restrictions))
  })
  .post('/services/:id/edit/restrictions', async c => {
    const editor = await loadEditor(c)
    const { service, network, at } = editor
    const form = readRestrictions(network, c.var.form)
    if (!form.ok)
      return show(c, editor, form.typed, wordErrors(c.var.t, form.errors, { ...ownWords, ...wordsOf(form.errors) }))
    const to = { serviceId: service.id, networkId: network.id, section: 'restrictions' } as const
    await saveServiceSection(c.var.ctx, to, { restrictions: form.value })
    const next = c.var.form.get('go') === 'try' ? at(paths.tryService(service.id)) : doneAt(editor, 'saved')
    return c.redirect(next, 303)
  })

/** The same sentences for every number of the network. */
function wordsOf(errors: readonly FieldError[]) {
  const counted = errors.filter(({ field }) => field.startsWith(numberField('')))
  const words = { count: 'service.only.count', numbers_order: 'service.only.countOrder' } as const
  return Object.fromEntries(
    counted.map(({ field, code }) => [field, code === 'count' ? words.count : words.numbers_order]),
  )
}

function show(c: Parameters<typeof render>[0], editor: Editor, values: FormValues, errors: FormErrors = {}) {
  const { t, network, place } = editor
  const said = sayRestrictions(t, network, place.restrictions)
  const view = (
    <SectionFrame
      editor={editor}
      part="restrictions"
      title={t('service.only.title')}
      lead={said.length > 0 ? said.join('. ') : t('service.only.everyone')}
      byNetwork
    >
      <Form values={values} errors={errors}>
        {hasAges(network) && <Ages editor={editor} />}
        {countable(network).map(({ key, label }) => (
          <Card key={key} title={label} id={key}>
            <p class="hint">{t('service.only.numberHint')}</p>
            <fieldset class="fieldset ages">
              <legend class="hidden">{label}</legend>
              <NumberField name={`${numberField(key)}.from`} label={t('service.only.ageFrom')} optional />
              <NumberField name={`${numberField(key)}.to`} label={t('service.only.ageTo')} optional />
            </fieldset>
          </Card>
        ))}
        {restrictable(network).map(({ key, label, options }) => (
          <Card key={key}>
            <Details summary={label} open={values[groupField(key)] !== undefined || options.length < 8}>
              <Checkboxes
                name={groupField(key)}
                legend={t('service.only.supports', { demographic: label })}
                hint={t('service.only.blank')}
                choices={options
                  .filter(({ key: one, retired }) => !retired || textsOf(values[groupField(key)]).includes(one))
                  .map(option => ({ value: option.key, label: option.label }))}
                layout="columns"
              />
            </Details>
          </Card>
        ))}
        <ButtonGroup>
          <Button>{t('common.save')}</Button>
          <Button look="quiet" name="go" value="try">
            {t('service.only.saveThenTry')}
          </Button>
        </ButtonGroup>
      </Form>
    </SectionFrame>
  )
  return render(c, view, { title: t('service.only.title'), errors })
}

function Ages({ editor: { t } }: { editor: Editor }) {
  return (
    <Card title={t('service.only.ages')} id="ages">
      <p class="hint">{t('service.only.agesHint')}</p>
      <fieldset class="fieldset ages">
        <legend class="hidden">{t('service.only.ages')}</legend>
        <NumberField name="ages.from" label={t('service.only.ageFrom')} optional />
        <NumberField name="ages.to" label={t('service.only.ageTo')} optional />
      </fieldset>
    </Card>
  )
}
