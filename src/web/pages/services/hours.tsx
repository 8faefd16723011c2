/** Section two: the days, then the hours of each, the dates it is closed (SVC-3). */
import { Hono } from 'hono'
import { saveServiceSection } from '../../../actions/save-service-section.ts'
import type { PageEnv } from '../../env.ts'
import { wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { SectionFrame } from './frame.tsx'
import { ClosedDatesFields, DayFields } from './hours-fields.tsx'
import { addTimes, checkWeek, copyDay, readWeek, type Week, weekOf } from './hours-form.ts'
import { doneAt, type Editor, loadEditor } from './load.ts'

export const serviceHours = new Hono<PageEnv>()
  .get('/services/:id/edit/hours', async c => {
    const editor = await loadEditor(c)
    return show(c, editor, weekOf(editor.service))
  })
  .post('/services/:id/edit/hours', async c => {
    const editor = await loadEditor(c)
    const week = readWeek(c.var.form)
    const [act, day] = String(c.var.form.get('do') ?? '').split(' ')
    if (act === 'copy') return show(c, editor, copyDay(week, Number(day)))
    if (act === 'more') return show(c, editor, addTimes(week, Number(day)))
    const checked = checkWeek(week)
    if ('errors' in checked) return show(c, editor, week, wordErrors(c.var.t, checked.errors))
    const to = { serviceId: editor.service.id, networkId: editor.network.id, section: 'hours' } as const
    await saveServiceSection(c.var.ctx, to, checked.values)
    return c.redirect(doneAt(editor, 'saved'), 303)
  })

type Visit = Parameters<typeof render>[0]

function show(c: Visit, editor: Editor, week: Week, errors: FormErrors = {}) {
  const { t } = editor
  const chosen = week.days.filter(({ open }) => open).map(({ weekday }) => String(weekday))
  const view = (
    <SectionFrame editor={editor} part="hours" title={t('service.hours.title')} lead={t('service.hours.lead')}>
      <Form values={{ days: chosen }} errors={errors}>
        {/* Enter saves: the first button of a form is the one it presses. */}
        <button class="hidden" type="submit" tabIndex={-1} aria-hidden="true">
          {t('common.save')}
        </button>
        <Card title={t('service.hours.week')} id="week">
          <div class="week">
            {week.days.map(day => (
              <DayFields key={day.weekday} t={t} day={day} errors={errors} />
            ))}
          </div>
        </Card>
        <Card title={t('service.hours.closed')} id="closed">
          <div class="form">
            <Checkbox
              name="closedOnBankHolidays"
              label={t('service.hours.bankHolidays')}
              checked={week.closedOnBankHolidays}
            />
            <ClosedDatesFields t={t} closures={week.closures} errors={errors} />
          </div>
        </Card>
        <Button>{t('common.save')}</Button>
      </Form>
    </SectionFrame>
  )
  return render(c, view, { title: t('service.hours.title'), errors, islands: ['copy-hours'] })
}
