/** A list whose whole row can be clicked, though only the name is the link. */
import { type Children, classes } from './context.tsx'
import { Thread, type ThreadProps } from './thread.tsx'

export type RowProps = {
  href: string
  name: Children
  /** Beside the name: one tag, at most two. */
  tags?: Children
  /** Under the name: what, from whom, how long. */
  text?: Children
  /** Along the bottom: number, age, what the clock does next. */
  foot?: Children
  thread?: ThreadProps | undefined
  /** The row being viewed beside the list. */
  current?: boolean | undefined
  urgent?: boolean | undefined
  /** A box to tick, posted as `id`. */
  tick?: { value: string; label: string } | undefined
}

export function Rows({ label, rows }: { label: string; rows: readonly (RowProps & { id: string })[] }) {
  return (
    <ul class="rows" aria-label={label}>
      {rows.map(({ id, ...row }) => (
        <Row key={id} {...row} />
      ))}
    </ul>
  )
}

function Row({ href, name, tags, text, foot, thread, current, urgent, tick }: RowProps) {
  return (
    <li class={classes('row', current && 'current', urgent && 'urgent', tick && 'ticked')}>
      {tick && (
        <label class="row-tick">
          <input type="checkbox" name="id" value={tick.value} />
          <span class="hidden">{tick.label}</span>
        </label>
      )}
      <div class="row-top">
        <a class="row-name" href={href} aria-current={current ? 'true' : undefined}>
          {name}
        </a>
        {tags && <span class="tags">{tags}</span>}
      </div>
      <div class="row-text">{text}</div>
      {thread && <Thread {...thread} />}
      {foot && <div class="row-foot">{foot}</div>}
    </li>
  )
}
