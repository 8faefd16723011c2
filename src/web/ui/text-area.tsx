/** Several lines of text, with how much more would help. */
import { classes, say } from './context.tsx'
import { Field, type FieldProps } from './field.tsx'

export type TextAreaProps = FieldProps & {
  rows?: number
  width?: 'l' | 'full'
  spellcheck?: boolean
  /** A soft least: says how many more characters would help, never stops anyone. The island `text-count` keeps it live. */
  least?: number
}

export function TextArea({ rows = 5, width = 'l', spellcheck, least, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {({ control, value }) => (
        <>
          <textarea
            {...control}
            class={classes('input', width)}
            rows={rows}
            spellcheck={spellcheck}
            data-least={least}
            aria-describedby={classes(control['aria-describedby'], !!least && `${field.name}-count`) || undefined}
          >
            {value}
          </textarea>
          {least !== undefined && (
            <MoreWouldHelp id={`${field.name}-count`} missing={least - value.trim().length} least={least} />
          )}
        </>
      )}
    </Field>
  )
}

function MoreWouldHelp({ id, missing, least }: { id: string; missing: number; least: number }) {
  return say(t => (
    <p
      class="count-note"
      id={id}
      data-one={t('ui.moreWouldHelp', { count: 1 })}
      data-other={t('ui.moreWouldHelp', { count: least }).replace(String(least), '{{count}}')}
      data-enough={t('ui.enough')}
    >
      {missing > 0 ? t('ui.moreWouldHelp', { count: missing }) : t('ui.enough')}
    </p>
  ))
}
