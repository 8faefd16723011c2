/** The one h1: what matters here, not what the page is called. */
import type { Children } from './context.tsx'
import { Icon } from './icon.tsx'

/** `over` is the small line above; children stand at the right, as a rule the page's one green button. */
export function PageHead({
  over,
  title,
  lead,
  children,
}: {
  over?: Children
  title: string
  lead?: Children
  children?: Children
}) {
  return (
    <div class="head">
      <div class="head-text">
        {over && <p class="over">{over}</p>}
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {children && <div class="buttons">{children}</div>}
    </div>
  )
}

export function BackLink({ href, children }: { href: string; children: Children }) {
  return (
    <a class="back" href={href}>
      <Icon name="arrow-left" />
      {children}
    </a>
  )
}
