/** Response times: two paces, and what they would come to, by the clock that counts them. */
import { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { clockMark, keepResponseTimes } from '../../../actions/keep-response-times.ts'
import { nations } from '../../../domain/bank-holidays.ts'
import { type ClockSettings, clockSettings, type Pace } from '../../../domain/clock.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form, Seen } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { ClockPreview } from './clock-preview.tsx'
import { SettingsFrame } from './frame.tsx'
import { loadSettings, type Settings } from './load.ts'

const paces = ['normal', 'urgent'] as const
const steps = ['remind', 'escalate', 'passOn'] as const
const ownWords = Object.fromEntries(
  paces.flatMap(pace => [
    ...steps.map(step => [`${pace}.${step}`, 'system.clock.amount'] as const),
    [`${pace}.escalate.steps_out_of_order`, 'system.clock.order'] as const,
  ]),
)

export const responseTimes = new Hono<PageEnv>()
  .get('/system/response-times', async c => {
    const settings = await loadSettings(c)
    const { clock } = settings.network.settings
    return show(c, settings, clock, { values: valuesOf(clock) })
  })
  .post('/system/response-times', async c => {
    const settings = await loadSettings(c)
    const { clock } = settings.network.settings
    const form = read(clockSettings, c.var.form, ['do', 'seen'])
    if (!form.ok)
      return show(c, settings, clock, { values: form.typed, errors: wordErrors(c.var.t, form.errors, ownWords) })
    if (c.var.form.get('do') === 'preview') return show(c, settings, form.value, { values: form.typed })
    try {
      await keepResponseTimes(c.var.ctx, settings.network.id, form.value, String(c.var.form.get('seen') ?? ''))
    } catch (problem) {
      if (!isProblem(problem) || problem.code !== 'conflict') throw problem
      return show(c, settings, form.value, { values: form.typed, late: true })
    }
    return c.redirect(settings.at('/system/response-times?done=saved'), 303)
  })

type Visit = Parameters<typeof loadSettings>[0] & Parameters<typeof render>[0]
type Shown = { values: FormValues; errors?: FormErrors; late?: boolean }

function show(c: Visit, settings: Settings, clock: ClockSettings, { values, errors = {}, late = false }: Shown) {
  const { t, network } = settings
  const isPlain = !late && Object.keys(errors).length === 0
  const view = (
    <SettingsFrame
      settings={settings}
      part="response-times"
      title={t('system.part.response-times')}
      lead={t('system.leadOf.response-times')}
      done={isPlain ? c.req.query('done') : undefined}
    >
      {late && (
        <Notice tone="warning" live>
          <p>{t('system.clock.conflict')}</p>
        </Notice>
      )}
      <Form values={values} errors={errors}>
        <Seen mark={clockMark(network.settings.clock)} />
        <div class="clock-pair">
          {paces.map(pace => (
            <PaceCard key={pace} t={t} pace={pace} />
          ))}
        </div>
        <Card>
          <Select
            name="nation"
            label={t('system.clock.nation')}
            empty={null}
            width="m"
            options={nations.map(nation => ({ value: nation, label: t(`system.clock.nations.${nation}`) }))}
          />
        </Card>
        <ButtonGroup>
          <Button>{t('common.save')}</Button>
          <Button look="quiet" name="do" value="preview">
            {t('system.clock.preview')}
          </Button>
        </ButtonGroup>
      </Form>
      <ClockPreview t={t} clock={clock} askedAt={nextFridayAtFour(c.var.ctx.now())} />
    </SettingsFrame>
  )
  return render(c, view, { title: t('system.part.response-times'), errors, ...(late && { status: 409 }) })
}

function PaceCard({ t, pace }: { t: T; pace: 'normal' | 'urgent' }) {
  return (
    <Card title={t(`system.clock.${pace}`)} id={pace}>
      <div class="form">
        <Radios
          name={`${pace}.unit`}
          legend={t('system.clock.unit')}
          choices={(['elapsed_hours', 'working_days'] as const).map(unit => ({
            value: unit,
            label: t(`system.clock.units.${unit}`),
          }))}
        />
        {steps.map(step => (
          <NumberField key={step} name={`${pace}.${step}`} label={t(`system.clock.${step}`)} />
        ))}
        <p class="small">{t('system.clock.blank')}</p>
      </div>
    </Card>
  )
}

function valuesOf({ normal, urgent, nation }: ClockSettings): FormValues {
  const ofPace = (name: string, pace: Pace) => [
    [`${name}.unit`, pace.unit],
    ...steps.map(step => [`${name}.${step}`, pace[step] ?? '']),
  ]
  return Object.fromEntries([...ofPace('normal', normal), ...ofPace('urgent', urgent), ['nation', nation]])
}

/** The moment that shows best what a weekend does. */
function nextFridayAtFour(now: Date): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/London')
  const friday = today.add({ days: (12 - today.dayOfWeek) % 7 }).withPlainTime('16:00')
  return new Date(friday.epochMilliseconds)
}
