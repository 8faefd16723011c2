/** The shell around the pages for everybody: the network's own name first, few words, a way out where one may be needed. */
import type { T } from '../../words/index.ts'
import { type Children, classes, type FormErrors, Words } from './context.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Exit, type ExitProps } from './exit.tsx'
import { type FooterLink, type Help, HelpLinks } from './footer.tsx'
import { type LanguageSwitch, type NavItem, Stripe } from './header.tsx'
import { Linked } from './page.tsx'
import { BackLink } from './page-head.tsx'

export type PublicPageProps = {
  t: T
  /** For the browser's tab. */
  title: string
  network: { name: string; href: string; colour: string; logo?: { src: string; alt: string } | undefined }
  nav: readonly NavItem[]
  languageSwitch?: LanguageSwitch | undefined
  help: Help
  footerLinks: readonly FooterLink[]
  errors?: FormErrors | undefined
  islands?: readonly string[]
  sheets?: readonly string[]
  /** What the head says besides: what the page is about, where it really is. */
  head?: Children
  back?: { href: string; label: string } | undefined
  /** Somebody may have to leave at once: shows the way out, and says nothing in the tab. */
  exit?: ExitProps | undefined
  /** Inside another site's page: without header and footer. */
  bare?: boolean
  narrow?: boolean
  children: Children
}

export function PublicPage(props: PublicPageProps) {
  const { t, title, errors = {}, help, footerLinks, back, exit, bare, narrow, children, head } = props
  const prefix = Object.keys(errors).length > 0 ? t('ui.errorPrefix') : ''
  return (
    <Words.Provider value={t}>
      <html lang={t.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{prefix + (exit ? props.network.name : `${title} – ${props.network.name}`)}</title>
          <meta name="theme-color" content="#ffffff" />
          <Linked
            sheets={['public', ...(props.sheets ?? [])]}
            islands={[...(exit ? ['leave'] : []), ...(props.islands ?? [])]}
          />
          {head}
        </head>
        <body class={classes('public', bare && 'bare')}>
          {!bare && (
            <a class="skip" href="#main">
              {t('nav.skip')}
            </a>
          )}
          {!bare && <Top {...props} />}
          {exit && <Exit t={t} {...exit} />}
          <main id="main" tabIndex={-1} class={classes('page wide', narrow && 'narrow')}>
            {back && <BackLink href={back.href}>{back.label}</BackLink>}
            <ErrorSummary errors={errors} />
            {children}
          </main>
          {!bare && <Foot t={t} help={help} links={footerLinks} />}
        </body>
      </html>
    </Words.Provider>
  )
}

function Top({ t, network, nav, languageSwitch }: PublicPageProps) {
  return (
    <header class="public-top">
      <Stripe colour={network.colour} />
      <div class="wide">
        <a class="network-name" href={network.href}>
          {network.logo && <img src={network.logo.src} alt="" />}
          {network.name}
        </a>
        <nav aria-label={t('nav.main')}>
          <ul>
            {nav.map(({ href, label, current, count }) => (
              <li key={href}>
                <a href={href} aria-current={current ? 'page' : undefined} rel={count ? 'nofollow' : undefined}>
                  {label}
                  {!!count && <span class="badge">{count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {languageSwitch && (
          <a class="language" href={languageSwitch.href} lang={languageSwitch.lang} hreflang={languageSwitch.lang}>
            {languageSwitch.label}
          </a>
        )}
      </div>
    </header>
  )
}

function Foot({ t, help: { name, ...help }, links }: { t: T; help: Help; links: readonly FooterLink[] }) {
  return (
    <footer class="foot">
      <div class="wide">
        <section aria-labelledby="help">
          <h2 id="help">{t('publicPages.helpTitle')}</h2>
          {name && <p>{t('publicPages.helpContact', { name })}</p>}
          <HelpLinks {...help} />
        </section>
        <nav aria-label={t('nav.more')}>
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
