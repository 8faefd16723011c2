/** The parts of something long, beside it. */
import { Icon } from './icon.tsx'

export type SideItem = {
  href: string
  label: string
  current?: boolean | undefined
  done?: boolean | undefined
  hidden?: boolean
}

export function SideList({
  label,
  items,
  doneLabel,
}: {
  label: string
  items: readonly SideItem[]
  doneLabel?: string
}) {
  return (
    <nav aria-label={label}>
      <ol class="side-list">
        {items.map(item => (
          <li key={item.href} hidden={item.hidden}>
            <a href={item.href} aria-current={item.current ? 'true' : undefined}>
              <span>
                {item.label}
                {item.done && doneLabel && <span class="hidden">, {doneLabel}</span>}
              </span>
              {item.done && <Icon name="check" />}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
