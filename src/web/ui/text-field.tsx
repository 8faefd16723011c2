/** One line of text, and the kinds of it that a phone's keyboard and a password manager know. */
import { classes, say } from './context.tsx'
import { Field, type FieldProps } from './field.tsx'

export type TextFieldProps = FieldProps & {
  width?: 'xs' | 's' | 'm' | 'l' | 'full'
  /** The HTML autocomplete token; 'off' for somebody else's details. */
  autocomplete?: string
  /** Names and references are not to be marked as misspelt. */
  spellcheck?: boolean
  maxlength?: number
  /** Suggestions from a <datalist> with this id. */
  list?: string
}

type InputKind = {
  type?: 'text' | 'email' | 'tel' | 'search' | 'date'
  inputmode?: 'text' | 'email' | 'tel' | 'numeric' | 'decimal' | 'search'
}

export function TextField(props: TextFieldProps) {
  return <Input {...props} />
}

export function EmailField(props: TextFieldProps) {
  return <Input width="m" spellcheck={false} {...props} type="email" inputmode="email" />
}

export function PhoneField(props: TextFieldProps) {
  return <Input width="m" spellcheck={false} {...props} type="tel" inputmode="tel" />
}

export function PostcodeField(props: TextFieldProps) {
  return <Input width="s" spellcheck={false} {...props} />
}

/** A whole number, typed: no spinner that a scroll wheel turns. */
export function NumberField(props: TextFieldProps) {
  return <Input width="xs" spellcheck={false} {...props} inputmode="numeric" />
}

/** A number that may have a fraction. */
export function DecimalField(props: TextFieldProps) {
  return <Input width="s" spellcheck={false} {...props} inputmode="decimal" />
}

/** The code sent to a person's device. */
export function CodeField(props: TextFieldProps) {
  return <Input width="s" spellcheck={false} autocomplete="one-time-code" {...props} inputmode="numeric" />
}

/** A day chosen from the browser's own calendar, as 'YYYY-MM-DD': for days near now, which nobody knows by heart. */
export function DayField(props: TextFieldProps) {
  return <Input width="m" autocomplete="off" {...props} type="date" />
}

export function SearchField(props: TextFieldProps) {
  return <Input width="full" {...props} type="search" inputmode="search" />
}

/** Shown as dots; the island `password` adds a button that shows it. */
export function PasswordField({ autocomplete = 'current-password', width = 'l', ...props }: TextFieldProps) {
  return say(t => (
    <Field {...props}>
      {({ control }) => (
        <div
          class="affixed"
          data-password
          data-show={t('ui.showPassword')}
          data-hide={t('ui.hidePassword')}
          data-show-label={t('ui.showPasswordLabel')}
          data-hide-label={t('ui.hidePasswordLabel')}
          data-shown={t('ui.passwordShown')}
          data-hidden={t('ui.passwordHidden')}
        >
          <input
            {...control}
            class={classes('input', width)}
            type="password"
            autocomplete={autocomplete}
            spellcheck={false}
            autocapitalize="none"
          />
        </div>
      )}
    </Field>
  ))
}

function Input({
  width = 'l',
  type = 'text',
  inputmode,
  autocomplete,
  spellcheck,
  maxlength,
  list,
  ...field
}: TextFieldProps & InputKind) {
  return (
    <Field {...field}>
      {({ control, value }) => (
        <input
          {...control}
          class={classes('input', width)}
          type={type}
          inputmode={inputmode}
          autocomplete={autocomplete}
          spellcheck={spellcheck}
          maxLength={maxlength}
          list={list}
          value={value}
        />
      )}
    </Field>
  )
}
