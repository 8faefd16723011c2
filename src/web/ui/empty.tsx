/** Nothing here, and what to do next. */
import type { Children } from './context.tsx'
import { Icon, type IconName } from './icon.tsx'

export type EmptyProps = { icon?: IconName; title: string; level?: 2 | 3; children?: Children; action?: Children }

export function Empty({ icon = 'inbox', title, level = 2, children, action }: EmptyProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div class="empty">
      <Icon name={icon} />
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}
