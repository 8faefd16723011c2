/** Buttons do, links go: both may look like either. */
import { type Children, classes } from './context.tsx'
import { Icon, type IconName } from './icon.tsx'

/** `warning` is for what cannot be undone, `danger` its quieter way there, `plain` looks like a link. */
export type ButtonLook = 'go' | 'quiet' | 'danger' | 'warning' | 'plain'

type Shared = { look?: ButtonLook; icon?: IconName; small?: boolean; children: Children }

export type ButtonProps = Shared & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** Posts the form elsewhere: a second thing to do with the same answers. */
  formaction?: string
  form?: string
  /** What a screen reader says when the words on it need their row to make sense. */
  label?: string
}

export function Button({ look = 'go', icon, small, type = 'submit', label, children, ...rest }: ButtonProps) {
  return (
    <button class={classes('button', look, small && 'small')} type={type} aria-label={label} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

export function LinkButton({
  look = 'go',
  icon,
  small,
  href,
  download,
  children,
}: Shared & { href: string; download?: boolean }) {
  return (
    <a class={classes('button', look, small && 'small')} href={href} download={download}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

export function ButtonGroup({ children }: { children: Children }) {
  return <div class="buttons">{children}</div>
}
