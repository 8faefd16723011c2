/** Something to know before reading on. */
import { type Children, classes, say } from './context.tsx'
import { Icon, type IconName } from './icon.tsx'

export type NoticeTone = 'info' | 'success' | 'warning'

const icons = { info: 'info', success: 'circle-check', warning: 'triangle-alert' } as const satisfies Record<
  NoticeTone,
  IconName
>
const names = { info: 'ui.important', success: 'ui.success', warning: 'ui.warning' } as const

/** `live` for what appears because of something just done: it is read out. */
export function Notice({
  tone = 'info',
  title,
  live,
  children,
}: {
  tone?: NoticeTone
  title?: string
  live?: boolean
  children?: Children
}) {
  return say(t => (
    <div class={classes('notice', tone)} role={live ? 'status' : undefined}>
      <Icon name={icons[tone]} />
      <div>
        <span class="hidden">{t(names[tone])}: </span>
        {title && <h2>{title}</h2>}
        {children}
      </div>
    </div>
  ))
}

export function InsetText({ children }: { children: Children }) {
  return <div class="inset">{children}</div>
}
