/** Section three: how many cases at a time, what that does, how many are open now (SVC-4). */
import { Hono } from 'hono'
import { saveServiceSection } from '../../../actions/save-service-section.ts'
import { capacitySection } from '../../../domain/service-sections.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { Button } from '../../ui/button.tsx'
import { CapacityBar } from '../../ui/capacity-bar.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { SectionFrame } from './frame.tsx'
import { PauseForm } from './list-row.tsx'
import { doneAt, type Editor, loadEditor } from './load.ts'
import { sayCapacity } from './say.ts'

const ownWords = { capacity: 'service.capacity.wrong' } as const

export const serviceCapacity = new Hono<PageEnv>()
  .get('/services/:id/edit/capacity', async c => {
    const editor = await loadEditor(c)
    return show(c, editor, { capacity: editor.service.capacity ?? '' })
  })
  .post('/services/:id/edit/capacity', async c => {
    const editor = await loadEditor(c)
    const form = read(capacitySection, c.var.form)
    if (!form.ok) return show(c, editor, form.typed, wordErrors(c.var.t, form.errors, ownWords))
    const to = { serviceId: editor.service.id, networkId: editor.network.id, section: 'capacity' } as const
    await saveServiceSection(c.var.ctx, to, form.value)
    return c.redirect(doneAt(editor, 'saved'), 303)
  })

function show(c: Parameters<typeof render>[0], editor: Editor, values: FormValues, errors: FormErrors = {}) {
  const { t, service } = editor
  const { capacity, cases, waiting } = service
  const effects = [
    { name: t('service.capacity.number'), value: t('service.capacity.numberDoes') },
    { name: t('service.capacity.over'), value: t('service.capacity.overDoes') },
    { name: t('service.capacity.zero'), value: t('service.capacity.zeroDoes') },
    { name: t('service.capacity.blank'), value: t('service.capacity.blankDoes') },
  ]
  const view = (
    <SectionFrame editor={editor} part="capacity" title={t('service.capacity.title')}>
      <Card title={t('service.capacity.now')} id="now">
        <div class="stack tight">
          <div class="capacity-now">
            <CapacityBar places={capacity} cases={cases} waiting={waiting} />
          </div>
          <p>{sayCapacity(t, service)}</p>
        </div>
      </Card>
      <Form values={values} errors={errors}>
        <Card>
          <div class="form">
            <NumberField
              name="capacity"
              label={t('service.capacity.label')}
              hint={t('service.capacity.hint')}
              optional
            />
            <Facts facts={effects} />
            <Button>{t('common.save')}</Button>
          </div>
        </Card>
      </Form>
      {service.status === 'active' && !service.pausedUntil && (
        <Card title={t('service.capacity.pause')} id="pause">
          <div class="stack tight">
            <p>{t('service.capacity.pauseText')}</p>
            <PauseForm t={t} service={service} />
          </div>
        </Card>
      )}
    </SectionFrame>
  )
  return render(c, view, { title: t('service.capacity.title'), errors })
}
