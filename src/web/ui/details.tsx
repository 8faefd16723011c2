/** More for those who want it, folded. */
import type { Children } from './context.tsx'
import { Icon } from './icon.tsx'

export function Details({ summary, open, children }: { summary: Children; open?: boolean; children: Children }) {
  return (
    <details class="fold" open={open}>
      <summary>
        <Icon name="chevron-right" />
        {summary}
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  )
}
