/** The bar at the top: who we are, where one can go, who is signed in and for whom. */
import { Brand } from './brand.tsx'
import { say } from './context.tsx'
import { Icon, type IconName } from './icon.tsx'

/** `count` is shown as a badge: only for work that this person can clear. `items` stand under it; it then opens them. */
export type NavItem = {
  href: string
  label: string
  current?: boolean
  count?: number | undefined
  icon?: IconName
  items?: readonly NavItem[]
}

/** The same page in the other language. `by`: by posting this form once more, with this button. */
export type LanguageSwitch = {
  href: string
  label: string
  lang: string
  by?: { form: string; value: string } | undefined
}

export type HeaderProps = {
  homeHref?: string
  /** The menu by role, most used first. */
  nav?: readonly NavItem[] | undefined
  /** What is reached less often: System, Users, Preferences. */
  accountNav?: readonly NavItem[] | undefined
  viewer?: { name: string; organisation: string } | undefined
  /** Where the sign-out form is posted, with the form's token. */
  signOut?: { action: string; token?: string | undefined } | undefined
  languageSwitch?: LanguageSwitch | undefined
  /** The network's own colour, drawn as a thin stripe. */
  colour?: string | undefined
  /** The network's own, beside ours. */
  logo?: { src: string; alt: string } | undefined
}

export function Header(props: HeaderProps) {
  const { homeHref = '/', nav, viewer, languageSwitch, colour, logo } = props
  return say(t => (
    <header class="top">
      <div class="wide">
        <a class="brand" href={homeHref}>
          <Brand name={t('nav.brand')} />
        </a>
        {logo && <img class="network-logo" src={logo.src} alt={logo.alt} />}
        {nav && nav.length > 0 && <Menu items={nav} />}
        {(viewer || languageSwitch) && (
          <div class="who">
            {viewer && <Account {...props} viewer={viewer} />}
            {languageSwitch && <Switch {...languageSwitch} />}
          </div>
        )}
      </div>
      {colour && <Stripe colour={colour} />}
    </header>
  ))
}

function Switch({ href, label, lang, by }: LanguageSwitch) {
  if (!by)
    return (
      <a href={href} lang={lang} hreflang={lang}>
        {label}
      </a>
    )
  return (
    <button type="submit" form={by.form} formaction={href} name="go" value={by.value} lang={lang}>
      {label}
    </button>
  )
}

function Menu({ items }: { items: readonly NavItem[] }) {
  return say(t => (
    <nav class="menu-nav" aria-label={t('nav.main')}>
      <details class="menu">
        <summary>
          <Icon name="menu" />
          {t('nav.menu')}
        </summary>
        <ul>
          {items.map(item => (
            <li key={item.href}>{item.items ? <Under {...item} items={item.items} /> : <NavLink {...item} />}</li>
          ))}
        </ul>
      </details>
    </nav>
  ))
}

/** One drop-down at a time is open: they share a name. */
function Under({ label, current, items }: NavItem & { items: readonly NavItem[] }) {
  return (
    <details class="under" name="drop">
      <summary class={current ? 'current' : undefined}>
        {label}
        <Icon name="chevron-down" />
      </summary>
      <ul>
        {items.map(item => (
          <li key={item.href}>
            <NavLink {...item} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function NavLink({ href, label, current, count, icon }: NavItem) {
  return say(t => (
    <a href={href} aria-current={current ? 'page' : undefined}>
      {icon && <Icon name={icon} />}
      {label}
      {!!count && (
        <span class="badge">
          <span aria-hidden="true">{count}</span>
          <span class="hidden">{t('nav.waiting', { count })}</span>
        </span>
      )}
    </a>
  ))
}

function Account({
  viewer,
  accountNav = [],
  signOut,
}: HeaderProps & { viewer: { name: string; organisation: string } }) {
  return say(t => (
    <details class="account" name="drop">
      <summary>
        <span>
          <b>{viewer.organisation}</b> {viewer.name}
        </span>
        <Icon name="chevron-down" />
      </summary>
      <nav class="account-menu" aria-label={t('nav.account')}>
        {accountNav.map(item => (
          <NavLink key={item.href} {...item} />
        ))}
        {signOut && (
          <form method="post" action={signOut.action}>
            {signOut.token && <input type="hidden" name="token" value={signOut.token} />}
            <button class="signout" type="submit">
              <Icon name="log-out" />
              {t('nav.signOut')}
            </button>
          </form>
        )}
      </nav>
    </details>
  ))
}

export function Stripe({ colour }: { colour: string }) {
  return (
    <svg class="stripe" viewBox="0 0 1 1" width="100%" height="4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="1" height="1" fill={colour} />
    </svg>
  )
}
