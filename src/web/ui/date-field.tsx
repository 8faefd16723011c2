/** A date in three boxes, for dates people know by heart; a part of it is an answer too. */
import { splitDate } from '../forms/dates.ts'
import { type Children, classes, FormState, say } from './context.tsx'
import { textOf } from './field.tsx'
import { Fieldset } from './fieldset.tsx'

export type DateFieldProps = {
  /** Posted as name-day, name-month, name-year: `joinDates` makes one of them. The day's id is the name, for the summary. */
  name: string
  legend: Children
  hint?: Children
  optional?: boolean
  error?: string | undefined
  /** The person's own date of birth only. */
  ownBirthday?: boolean
}

const parts = ['day', 'month', 'year'] as const

export function DateField({ name, error, ownBirthday, ...set }: DateFieldProps) {
  return say(t => (
    <FormState.Consumer>
      {state => {
        const wrong = error ?? state.errors[name]
        const stored = splitDate(state.values[name])
        return (
          <Fieldset name={name} error={wrong} {...set}>
            <div class="date">
              {parts.map(part => (
                <div key={part}>
                  <label class="label" for={part === 'day' ? name : `${name}-${part}`}>
                    {t(`ui.${part}`)}
                  </label>
                  <input
                    class={classes('input', part === 'year' ? 'year' : 'xs')}
                    id={part === 'day' ? name : `${name}-${part}`}
                    name={`${name}-${part}`}
                    inputmode="numeric"
                    spellcheck={false}
                    size={part === 'year' ? 4 : 2}
                    autocomplete={ownBirthday ? `bday-${part}` : 'off'}
                    value={textOf(state.values[`${name}-${part}`]) || stored[part]}
                    aria-invalid={wrong ? 'true' : undefined}
                  />
                </div>
              ))}
            </div>
          </Fieldset>
        )
      }}
    </FormState.Consumer>
  ))
}
