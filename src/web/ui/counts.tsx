/** Figures that are links to what they count. */
import { classes } from './context.tsx'

/** `hot` for a figure that wants doing. `most`: a count above it is shown as "500+". */
export type Count = { href: string; count: number; label: string; hot?: boolean | undefined; most?: number }

export function Counts({ title, counts }: { title: string; counts: readonly Count[] }) {
  return (
    <>
      <h3 class="counts-title">{title}</h3>
      <ul class="counts">
        {counts.map(({ href, count, label, hot, most = Number.POSITIVE_INFINITY }) => (
          <li key={label}>
            <a class={classes('count', hot && 'hot')} href={href}>
              <strong>{count > most ? `${most}+` : count}</strong> {label}
              <span class="hidden">, {title}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
