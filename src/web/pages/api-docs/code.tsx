/** A command or a piece of code; what to do with it above. */
import type { ComponentChildren } from 'preact'

type Props = { code: string; children?: ComponentChildren }

export function Code({ code, children }: Props) {
  return (
    <>
      {children && <p>{children}</p>}
      {/* It may be wider than the screen: the keyboard has to reach it to scroll. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <pre class="code" tabIndex={0}>
        <code>{code}</code>
      </pre>
    </>
  )
}
