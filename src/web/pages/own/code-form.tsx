/** Where somebody without an account shows that a referral is theirs: its reference, and the code that they were given with it. */
import type { T } from '../../../words/index.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { CodeField, TextField } from '../../ui/text-field.tsx'

type Props = { t: T; action: string; hint: string; go: string; values: FormValues; errors: FormErrors }

/** `hint`: where the code stands. `go`: what the button says. */
export function CodeForm({ t, action, hint, go, values, errors }: Props) {
  return (
    <Form action={action} values={values} errors={errors}>
      <Card>
        <div class="stack">
          <TextField
            name="reference"
            label={t('own.reference')}
            hint={t('own.referenceHint')}
            width="m"
            autocomplete="off"
            spellcheck={false}
          />
          <CodeField name="code" label={t('own.code')} hint={hint} autocomplete="off" />
        </div>
      </Card>
      <ButtonGroup>
        <Button>{go}</Button>
      </ButtonGroup>
    </Form>
  )
}
