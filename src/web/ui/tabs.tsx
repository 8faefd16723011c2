/** Ways between views of the same things: tabs for pages, chips for filters. All are links. */
import { classes, say } from './context.tsx'
import { Icon } from './icon.tsx'

/** `most`: a count above it is shown as "99+". */
export type Tab = { href: string; label: string; current?: boolean; count?: number | undefined; most?: number }

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul class="tabs">
        {tabs.map(tab => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label} {tab.count !== undefined && <span class="small">{countOf(tab)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** `hot` for what is urgent; `removes` for an applied filter, whose link takes it away. */
export type Chip = Tab & { hot?: boolean; removes?: boolean }

export function Chips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <nav aria-label={label}>
      <ul class="chips">
        {chips.map(chip => (
          <li key={chip.label}>
            <ChipLink {...chip} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function countOf({ count = 0, most }: Tab): string {
  return most !== undefined && count > most ? `${most}+` : String(count)
}

function ChipLink({ href, label, current, count, most, hot, removes }: Chip) {
  return say(t => (
    <a
      class={classes('chip', hot && 'hot', removes && 'applied')}
      href={href}
      aria-current={current ? 'page' : undefined}
      aria-label={removes ? t('ui.removeFilter', { name: label }) : undefined}
    >
      {label}
      {count !== undefined && (
        <span class="figure"> {countOf({ href, label, count, ...(most !== undefined && { most }) })}</span>
      )}
      {removes && <Icon name="x" />}
    </a>
  ))
}
