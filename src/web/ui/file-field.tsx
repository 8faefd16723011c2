/** A plain file choice; the form around it needs `files`. */
import { Field, type FieldProps } from './field.tsx'

export type FileFieldProps = FieldProps & { multiple?: boolean; accept?: string }

export function FileField({ multiple, accept, ...field }: FileFieldProps) {
  return (
    <Field {...field}>
      {({ control }) => <input {...control} class="input" type="file" multiple={multiple} accept={accept} />}
    </Field>
  )
}
