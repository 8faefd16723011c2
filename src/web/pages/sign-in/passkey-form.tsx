/** A form that a passkey fills in: its button shows where the browser can, and the island `passkey` asks for the answer. */
import { z } from 'zod'
import type { T } from '../../../words/index.ts'
import { Button, type ButtonLook } from '../../ui/button.tsx'
import type { Children, FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'

/** What comes with it: the challenge as it was sealed, and the browser's own words. */
export const passkeyAnswer = z.strictObject({ challenge: z.string().max(2000), answer: z.string().max(60_000) })

type Props = {
  t: T
  action: string
  /** Where the island gets what to ask the device. */
  options: string
  make?: boolean
  label: string
  look?: ButtonLook
  failed: string
  /** For a device that has one already. */
  known?: string
  /** Shown where the browser cannot. */
  without?: string
  values?: FormValues
  errors?: FormErrors
  children?: Children
}

export function PasskeyForm(props: Props) {
  const { t, action, options, make, label, look = 'quiet', failed, known, without, values, errors, children } = props
  return (
    <div
      class="passkey"
      data-passkey={make ? 'make' : 'use'}
      data-options={options}
      data-failed={failed}
      data-known={known ?? failed}
    >
      {without && <p class="passkey-without">{without}</p>}
      <div class="passkey-with" hidden>
        <Form action={action} values={values} errors={errors}>
          {children}
          <input type="hidden" name="challenge" value="" />
          <input type="hidden" name="answer" value="" />
          <div>
            <Button look={look} icon="lock">
              {label}
            </Button>
          </div>
          <p class="error-text" role="status" lang={t.language} />
        </Form>
      </div>
    </div>
  )
}
