/** How parts of a page stand to one another. */
import { type Children, classes } from './context.tsx'

/** The one being viewed on the left, the list on the right; on a phone only what `shows` says. */
export function SplitView({
  viewing,
  list,
  shows = 'viewing',
}: {
  viewing: Children
  list: Children
  shows?: 'viewing' | 'list' | 'both'
}) {
  return (
    <div class={classes('split', shows !== 'both' && `shows-${shows}`)}>
      <div class="split-viewing stack">{viewing}</div>
      <div class="split-list stack">{list}</div>
    </div>
  )
}

/** A narrow column (filters, sections) and the page's matter. `spare`: what a phone can do without, since it stands elsewhere too. */
export function Beside({ side, spare, children }: { side: Children; spare?: boolean; children: Children }) {
  return (
    <div class="beside">
      <div class={classes('side', spare && 'spare')}>{side}</div>
      <div class="stack">{children}</div>
    </div>
  )
}

/** Parts under one another, evenly apart. */
export function Stack({ tight, children }: { tight?: boolean; children: Children }) {
  return <div class={classes('stack', tight && 'tight')}>{children}</div>
}

/** Cards side by side, as many as fit. */
export function Tiles({ children }: { children: Children }) {
  return <div class="tiles">{children}</div>
}
