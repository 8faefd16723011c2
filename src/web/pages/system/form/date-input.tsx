/** A date to compare with, in one box: for those who design, where the browser's own picker is at hand. */
import { Field } from '../../../ui/field.tsx'

export function DateInput({ name, label }: { name: string; label: string }) {
  return (
    <Field name={name} label={label}>
      {({ control, value }) => <input {...control} class="input full" type="date" value={value} />}
    </Field>
  )
}
