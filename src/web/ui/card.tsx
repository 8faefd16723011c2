/** White, lined, rounded: where content lives. */
import { type Children, classes } from './context.tsx'

export type CardProps = {
  title?: Children
  /** Makes the heading a target and names the region. */
  id?: string
  level?: 2 | 3
  /** At the right of the title: a count, a link. */
  aside?: Children
  /** Along the bottom, on a tint: the actions and what follows from them. */
  foot?: Children
  /** Without padding, for rows and tables that reach the edges. */
  flush?: boolean
  /** A larger title: the one thing being viewed. */
  prominent?: boolean
  /** An amber edge: this wants an answer. */
  act?: boolean
  children?: Children
}

export function Card({ title, id, level = 2, aside, foot, flush, act, prominent, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      class={classes('card', flush && 'flush', act && 'act', prominent && 'prominent')}
      aria-labelledby={title && id ? id : undefined}
    >
      {title && (
        <div class="card-head">
          <Heading id={id}>{title}</Heading>
          {aside && <div class="small">{aside}</div>}
        </div>
      )}
      {children}
      {foot && <div class="card-foot">{foot}</div>}
    </section>
  )
}
