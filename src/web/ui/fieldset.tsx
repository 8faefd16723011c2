/** A question that several inputs answer together. */
import { type Children, classes } from './context.tsx'
import { HintAndError, Optional } from './field.tsx'

export type FieldsetProps = {
  /** Names the hint's and the error's ids. */
  name: string
  legend: Children
  hint?: Children
  error?: string | undefined
  optional?: boolean
  large?: boolean
  children: Children
}

export function Fieldset({ name, legend, hint, error, optional, large, children }: FieldsetProps) {
  const described = classes(!!hint && `${name}-hint`, error && `${name}-error`)
  return (
    <fieldset class={classes('fieldset', error && 'wrong')} aria-describedby={described || undefined}>
      <legend class={classes('legend', large && 'large')}>
        {legend}
        {optional && <Optional />}
      </legend>
      <HintAndError name={name} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}
