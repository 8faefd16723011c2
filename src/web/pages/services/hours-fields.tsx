/** The inputs of a day, and of dates on which it is closed. */
import type { T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { classes, type FormErrors } from '../../ui/context.tsx'
import { HintAndError } from '../../ui/field.tsx'
import { type ClosedDates, closureField, type Day, fieldOf, type Times } from './hours-form.ts'
import { sayDay } from './say.ts'

export function DayFields({ t, day, errors }: { t: T; day: Day; errors: FormErrors }) {
  const { weekday, open, times } = day
  const name = sayDay(t, weekday)
  const rows = times.length > 0 ? times : [{ opens: '', closes: '' }]
  return (
    <fieldset class="week-day" data-weekday={weekday}>
      <legend class="hidden">{name}</legend>
      <div class="choice">
        <input type="checkbox" id={`day${weekday}`} name="days" value={weekday} checked={open} />
        <label for={`day${weekday}`}>{name}</label>
      </div>
      <div class="week-times">
        {rows.map((row, at) => (
          <TimesRow key={at} t={t} weekday={weekday} at={at} row={row} errors={errors} />
        ))}
        <div class="buttons plainly">
          <Button
            look="plain"
            small
            name="do"
            value={`more ${weekday}`}
            label={t('service.hours.moreLabel', { day: name })}
          >
            {t('service.hours.more')}
          </Button>
          <Button
            look="plain"
            small
            name="do"
            value={`copy ${weekday}`}
            label={t('service.hours.copyLabel', { day: name })}
          >
            {t('service.hours.copy')}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}

type RowProps = { t: T; weekday: number; at: number; row: Times; errors: FormErrors }

function TimesRow({ t, weekday, at, row, errors }: RowProps) {
  const [first, second] = [fieldOf(weekday, at, 'opens'), fieldOf(weekday, at, 'closes')]
  const wrong = errors[first] ?? errors[second]
  const day = sayDay(t, weekday)
  return (
    <div class={classes('times', wrong && 'field wrong')} data-times>
      {wrong && <HintAndError name={first} error={wrong} />}
      {(['opens', 'closes'] as const).map(part => (
        <span key={part} class="times-part">
          <label for={fieldOf(weekday, at, part)}>
            {t(`service.hours.${part}`)}
            <span class="hidden"> {t('service.hours.ofDay', { day, number: at + 1 })}</span>
          </label>
          <input
            class="input time"
            type="time"
            id={fieldOf(weekday, at, part)}
            name={fieldOf(weekday, at, part)}
            value={row[part]}
            aria-invalid={errors[fieldOf(weekday, at, part)] ? 'true' : undefined}
          />
        </span>
      ))}
    </div>
  )
}

/** Those known, and room for two more. */
export function ClosedDatesFields({ t, closures, errors }: { t: T; closures: ClosedDates[]; errors: FormErrors }) {
  const blank = { firstDay: '', lastDay: '', reason: '' }
  return (
    <fieldset class="fieldset">
      <legend class="legend">{t('service.hours.dates')}</legend>
      <p class="hint">{t('service.hours.datesHint')}</p>
      <div class="stack tight">
        {[...closures, blank, blank].map((closure, at) => (
          <ClosureRow key={at} t={t} at={at} closure={closure} errors={errors} />
        ))}
      </div>
    </fieldset>
  )
}

function ClosureRow({ t, at, closure, errors }: { t: T; at: number; closure: ClosedDates; errors: FormErrors }) {
  const [first, last] = [closureField(at, 'firstDay'), closureField(at, 'lastDay')]
  const wrong = errors[first] ?? errors[last]
  const parts = [
    { part: 'firstDay', type: 'date', width: 'm' },
    { part: 'lastDay', type: 'date', width: 'm' },
    { part: 'reason', type: 'text', width: 'l' },
  ] as const
  return (
    <div class={classes('closure', wrong && 'field wrong')}>
      {wrong && <HintAndError name={errors[first] ? first : last} error={wrong} />}
      {parts.map(({ part, type, width }) => (
        <span key={part} class="times-part">
          <label for={closureField(at, part)}>
            {t(`service.hours.${part}`)}
            <span class="hidden"> {at + 1}</span>
          </label>
          {type === 'date' ? (
            <input type="date" {...inputOf(at, part, width, closure)} />
          ) : (
            <input type="text" {...inputOf(at, part, width, closure)} />
          )}
        </span>
      ))}
    </div>
  )
}

function inputOf(at: number, part: keyof ClosedDates, width: string, closure: ClosedDates) {
  const name = closureField(at, part)
  return { class: `input ${width}`, id: name, name, value: closure[part] }
}
