/** Around every step of the person's own page: the way out first, and the forms that carry the key. */
import type { T } from '../../../words/index.ts'
import { ownPaths } from '../../own-paths.ts'
import { Button } from '../../ui/button.tsx'
import type { Children } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'

/** `to`: an address in the page’s language. `sealed`: the key that its forms carry. */
export type Around = { t: T; to: (path: string) => string; sealed: string }

/** The form that has the page once more, in the other language. */
export const againId = 'again'
/** Innocent, and the same for everybody. */
const elsewhere = 'https://www.bbc.co.uk/weather'

export function Leave({ t }: { t: T }) {
  return (
    <div class="leave-bar no-print">
      <p class="small">{t('ownPage.safety')}</p>
      <a class="button danger" href={elsewhere} rel="noreferrer noopener" data-leave title={t('ownPage.leaveHint')}>
        {t('ownPage.leave')}
      </a>
    </div>
  )
}

/** Nothing to fill in: one button. */
export function OneButton({
  around: { to, sealed },
  path,
  look = 'quiet',
  also = {},
  children,
}: {
  around: Around
  path: string
  look?: 'quiet' | 'go' | 'warning' | 'danger' | 'plain'
  also?: Readonly<Record<string, string>>
  children: Children
}) {
  return (
    <Form action={to(path)} plain>
      <input type="hidden" name="key" value={sealed} />
      {Object.entries(also).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look={look}>{children}</Button>
    </Form>
  )
}

export function Again({ to, sealed }: Around) {
  return (
    <Form id={againId} action={to(ownPaths.page)} plain>
      <input type="hidden" name="key" value={sealed} />
    </Form>
  )
}
