/** A week's mornings and afternoons as a table of times to type. */
import { weekFields } from '../../../domain/week-hours.ts'
import type { Key, T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { classes, FormState, type FormValues } from '../../ui/context.tsx'
import { textOf } from '../../ui/field.tsx'
import { sayDay } from '../services/say.ts'
import type { Entry } from './load.ts'

type Field = (typeof weekFields)[number]
const week = [0, 1, 2, 3, 4, 5, 6]

/** For each day's fields the same two sentences. */
export const wordsOfHours: Readonly<Record<string, Key>> = Object.fromEntries(
  week.flatMap(day =>
    weekFields.flatMap(field => [
      [`days.${day}.${field}.time`, 'profile.time'],
      [`days.${day}.${field}.time_pair`, 'profile.timePair'],
    ]),
  ),
)

/** As typed, with Monday's times on the other working days. */
export function copyMonday(form: FormData): FormValues {
  const source = (day: number) => (day < 5 ? 0 : day)
  return Object.fromEntries(
    week.flatMap(day =>
      weekFields.map(field => [`days.${day}.${field}`, form.get(`days.${source(day)}.${field}`) ?? '']),
    ),
  )
}

export function HoursFields({ entry: { t } }: { entry: Entry }) {
  return (
    <Card>
      <div class="stack">
        <p>{t('profile.hoursHint')}</p>
        <table class="table week-hours">
          <caption class="hidden">{t('profile.section.hours')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('profile.day')}</th>
              <th scope="col">{t('profile.morning')}</th>
              <th scope="col">{t('profile.afternoon')}</th>
            </tr>
          </thead>
          <tbody>
            {week.map(day => (
              <Day key={day} t={t} day={day} />
            ))}
          </tbody>
        </table>
        <div>
          <Button look="quiet" icon="copy" name="go" value="copy">
            {t('profile.copy')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function Day({ t, day }: { t: T; day: number }) {
  const name = sayDay(t, day + 1)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Half t={t} day={day} name={name} half={t('profile.morning')} fields={['morningOpens', 'morningCloses']} />
      </td>
      <td>
        <Half
          t={t}
          day={day}
          name={name}
          half={t('profile.afternoon')}
          fields={['afternoonOpens', 'afternoonCloses']}
        />
      </td>
    </tr>
  )
}

type HalfProps = { t: T; day: number; name: string; half: string; fields: [Field, Field] }

function Half({ t, day, name, half, fields: [opens, closes] }: HalfProps) {
  const label = (which: string) => t('profile.timeLabel', { day: name, half: half.toLowerCase(), which })
  return (
    <div class="time-pair">
      <Time name={`days.${day}.${opens}`} label={label(t('profile.opens'))} />
      <span aria-hidden="true">–</span>
      <Time name={`days.${day}.${closes}`} label={label(t('profile.closes'))} />
    </div>
  )
}

function Time({ name, label }: { name: string; label: string }) {
  return (
    <FormState.Consumer>
      {({ values, errors }) => (
        <div class={classes(errors[name] && 'wrong')}>
          <input
            id={name}
            name={name}
            class="input xs"
            type="text"
            inputmode="text"
            autocomplete="off"
            aria-label={label}
            aria-invalid={errors[name] ? 'true' : undefined}
            aria-describedby={errors[name] ? `${name}-error` : undefined}
            value={textOf(values[name])}
          />
          {errors[name] && (
            <p class="field-error small" id={`${name}-error`}>
              {errors[name]}
            </p>
          )}
        </div>
      )}
    </FormState.Consumer>
  )
}
