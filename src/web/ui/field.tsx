/** The frame around one question: label, hint, error, and what ties them together for a screen reader. */
import { type Children, classes, FormState, say } from './context.tsx'

export type FieldProps = {
  name: string
  label: Children
  hint?: Children
  optional?: boolean
  /** Left out, both come from the form around it. */
  value?: string | number | undefined
  error?: string | undefined
}

/** What an input takes over from its frame. */
export type Control = {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

export type Filled = { control: Control; value: string; error: string | undefined }

export function Field(props: FieldProps & { children: (filled: Filled) => Children }) {
  const { name, label, hint, optional, children } = props
  return (
    <FormState.Consumer>
      {state => {
        const error = props.error ?? state.errors[name]
        const value = textOf(state.unsent ? state.values[name] : (props.value ?? state.values[name]))
        return (
          <div class={classes('field', error && 'wrong')}>
            <label class="label" for={name}>
              {label}
              {optional && <Optional />}
            </label>
            <HintAndError name={name} hint={hint} error={error} />
            {children({ control: controlOf(name, hint, error), value, error })}
          </div>
        )
      }}
    </FormState.Consumer>
  )
}

export function controlOf(name: string, hint: Children, error: string | undefined): Control {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return { id: name, name, 'aria-describedby': described || undefined, 'aria-invalid': error ? 'true' : undefined }
}

export function Optional() {
  return say(t => <span class="label-note"> {t('ui.optional')}</span>)
}

export function HintAndError({ name, hint, error }: { name: string; hint?: Children; error?: string | undefined }) {
  return say(t => (
    <>
      {hint && (
        <div class="hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="field-error" id={`${name}-error`}>
          <span class="hidden">{t('ui.error')} </span>
          {error}
        </p>
      )}
    </>
  ))
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Several ticked boxes, one, or none, as a list. */
export function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(textOf)
  return value === undefined || value === null || value === '' ? [] : [textOf(value)]
}
