/** One of a long list. For fewer than about eight, Radios are kinder. */
import { classes, say } from './context.tsx'
import { Field, type FieldProps } from './field.tsx'

/** `lang`: of a label that is not in the page’s language. */
export type SelectOption = { value: string; label: string; lang?: 'en' | undefined }

export type SelectProps = FieldProps & {
  options: readonly (SelectOption | { label: string; options: readonly SelectOption[] })[]
  /** The empty first line; null for none. */
  empty?: string | null
  width?: 's' | 'm' | 'l' | 'full'
  autocomplete?: string
}

export function Select({ options, empty, width = 'l', autocomplete, ...field }: SelectProps) {
  return say(t => (
    <Field {...field}>
      {({ control, value }) => (
        <select {...control} class={classes('input', width)} autocomplete={autocomplete}>
          {empty !== null && <option value="">{empty ?? t('ui.choose')}</option>}
          {options.map(option =>
            'options' in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map(inner => (
                  <Line key={inner.value} {...inner} chosen={value} />
                ))}
              </optgroup>
            ) : (
              <Line key={option.value} {...option} chosen={value} />
            ),
          )}
        </select>
      )}
    </Field>
  ))
}

function Line({ value, label, lang, chosen }: SelectOption & { chosen: string }) {
  return (
    <option value={value} lang={lang} selected={value === chosen}>
      {label}
    </option>
  )
}
