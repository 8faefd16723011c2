/** Figures that are links to what they count. */
import { classes } from './context.tsx'

/** `hot` for a figure that wants doing. */
export type Count = { href: string; count: number; label: string; hot?: boolean | undefined }

export function Counts({ title, counts }: { title: string; counts: readonly Count[] }) {
  return (
    <>
      <h3 class="counts-title">{title}</h3>
      <ul class="counts">
        {counts.map(({ href, count, label, hot }) => (
          <li key={label}>
            <a class={classes('count', hot && 'hot')} href={href}>
              <strong>{count}</strong> {label}
              <span class="hidden">, {title}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
