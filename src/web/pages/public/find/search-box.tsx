/** The two questions: what do you need, and where. */
import type { T } from '../../../../words/index.ts'
import { Button } from '../../../ui/button.tsx'
import type { FormErrors, FormValues } from '../../../ui/context.tsx'
import { Form } from '../../../ui/form.tsx'
import { SearchField, TextField } from '../../../ui/text-field.tsx'

/** `action`: with the filters that are set. Posted, so that what somebody needs is in no address. `again`: above results, said shorter. */
export function SearchBox({
  t,
  action,
  values,
  errors,
  again,
}: {
  t: T
  action: string
  values: FormValues
  errors?: FormErrors | undefined
  again?: boolean
}) {
  return (
    <search>
      <Form action={action} values={values} errors={errors} plain>
        <div class={again ? 'find-box again' : 'find-box'}>
          <SearchField
            name="words"
            label={t('publicDirectory.words')}
            hint={!again && t('publicDirectory.wordsHint')}
            autocomplete="off"
            maxlength={200}
          />
          <TextField
            name="place"
            label={t('publicDirectory.place.label')}
            hint={!again && t('publicDirectory.place.hint')}
            autocomplete="postal-code"
            spellcheck={false}
            width="full"
            maxlength={80}
          />
          <Button icon="search">{t('publicDirectory.go')}</Button>
        </div>
      </Form>
    </search>
  )
}
