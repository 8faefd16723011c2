/** A form that posts, keeps what was typed, and shows each error at its input. */
import { addressOf } from '../unsent-mark.ts'
import {
  type Children,
  type FormErrors,
  FormState,
  FormToken,
  type FormValues,
  type Unsent,
  UnsentForm,
} from './context.tsx'
import { textOf } from './field.tsx'

export type FormProps = {
  action?: string
  method?: 'get' | 'post'
  /** What was typed or stored, by input name: every field inside finds its own. */
  values?: FormValues | undefined
  errors?: FormErrors | undefined
  /** Against forged requests; sent as `token`. The page's own unless said otherwise. */
  token?: string | undefined
  /** With files. */
  files?: boolean
  id?: string
  /** A plain form puts no space between its parts: for a lone button. */
  plain?: boolean
  children: Children
}

export function Form({
  action,
  method = 'post',
  values = {},
  errors = {},
  token,
  files,
  id,
  plain,
  children,
}: FormProps) {
  return (
    <UnsentForm.Consumer>
      {unsent => (
        <FormState.Provider value={insideOf(unsent, { action, values, errors })}>
          <form
            id={id}
            class={plain ? undefined : 'form'}
            action={action ?? unsent?.page}
            method={method}
            enctype={files ? 'multipart/form-data' : undefined}
            noValidate
          >
            {method === 'post' && <TokenInput token={token} />}
            {children}
          </form>
        </FormState.Provider>
      )}
    </UnsentForm.Consumer>
  )
}

function insideOf(
  unsent: Unsent | null,
  { action, values, errors }: { action: string | undefined; values: FormValues; errors: FormErrors },
) {
  if (!unsent || addressOf(action ?? unsent.page) !== unsent.address) return { values, errors }
  return { values: unsent.fields, errors, unsent: true }
}

function TokenInput({ token }: { token: string | undefined }) {
  return (
    <FormToken.Consumer>
      {ofPage => {
        const value = token ?? ofPage
        return value && <input type="hidden" name="token" value={value} />
      }}
    </FormToken.Consumer>
  )
}

/** RES-15: what the form was made from, so that somebody else's change meanwhile is told. Of a form that comes back after signing in, what it was made from then. */
export function Seen({ mark }: { mark: string | number }) {
  return (
    <FormState.Consumer>
      {({ values, unsent }) => <input type="hidden" name="seen" value={unsent ? textOf(values.seen) : mark} />}
    </FormState.Consumer>
  )
}

/** A titled part of a long form, reached from the side list by its id. */
export function FormSection({
  id,
  title,
  hint,
  children,
}: {
  id: string
  title: string
  hint?: Children
  children: Children
}) {
  return (
    <section class="card form-section" id={id} aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`}>{title}</h2>
        {hint && <p class="small">{hint}</p>}
      </div>
      {children}
    </section>
  )
}

/** Two fields side by side where there is room. */
export function Pair({ children }: { children: Children }) {
  return <div class="pair">{children}</div>
}
