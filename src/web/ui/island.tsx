/** A part of a page that a script takes over: rendered here first, its props beside it as data. */
import type { ComponentType } from 'preact'

/** The page also names it in <Page islands={[name]}>; the script calls `enliven(name, Component)`. */
export function Island<P extends object>({
  name,
  component: Component,
  props,
}: {
  name: string
  component: ComponentType<P>
  props: P
}) {
  const data = JSON.stringify(props).replaceAll('<', '\\u003c')
  return (
    <div data-island={name}>
      <script type="application/json" dangerouslySetInnerHTML={{ __html: data }} />
      <div>
        <Component {...props} />
      </div>
    </div>
  )
}
