/** The shell around every page. */
import type { T } from '../../words/index.ts'
import { asset, isAsset } from './assets.ts'
import { type Children, classes, type FormErrors, Words } from './context.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Exit, type ExitProps } from './exit.tsx'
import { Footer, type FooterLink, type Help } from './footer.tsx'
import { Header, type HeaderProps } from './header.tsx'
import { BackLink } from './page-head.tsx'
import { type SessionEnd, SessionEndBar } from './session-end.tsx'

export type PageProps = HeaderProps & {
  t: T
  /** For the browser's tab: never a person's name. */
  title: string
  /** The network shown in the tab's title. */
  network?: string | undefined
  help?: Help | undefined
  footerLinks?: readonly FooterLink[] | undefined
  /** Shown in the summary on top and marked in the title. */
  errors?: FormErrors | undefined
  /** Names of the scripts in web/islands that this page needs; with each comes the stylesheet of its name, where there is one. */
  islands?: readonly string[]
  /** Names of stylesheets in ui/style/apart that this page needs besides. */
  sheets?: readonly string[]
  /** Where somebody is signed in. */
  sessionEnd?: SessionEnd | undefined
  /** Stands above everything else in the page: the way back. */
  back?: { href: string; label: string } | undefined
  /** Somebody may have to leave at once: shows the way out. */
  exit?: ExitProps | undefined
  /** Inside another site's page: without our header and footer. */
  bare?: boolean
  /** `narrow` keeps a page of questions or reading to one column; `centred` puts that column in the middle. */
  width?: 'wide' | 'narrow' | 'centred'
  /** What the head says besides. */
  head?: Children
  children: Children
}

export function Page(props: PageProps) {
  const { t, errors = {}, width = 'wide', help, footerLinks, sessionEnd, back, exit, bare, children } = props
  return (
    <Words.Provider value={t}>
      <html lang={t.language}>
        <Head {...props} />
        <body class={bare ? 'bare' : undefined}>
          {!bare && (
            <a class="skip" href="#main">
              {t('nav.skip')}
            </a>
          )}
          {!bare && <Header {...props} />}
          {exit && <Exit t={t} {...exit} />}
          <main
            id="main"
            tabIndex={-1}
            class={classes('page wide', width !== 'wide' && 'narrow', width === 'centred' && 'centred')}
          >
            {back && <BackLink href={back.href}>{back.label}</BackLink>}
            <ErrorSummary errors={errors} />
            {children}
          </main>
          {sessionEnd && <SessionEndBar t={t} {...sessionEnd} />}
          {!bare && <Footer help={help} links={footerLinks} />}
        </body>
      </html>
    </Words.Provider>
  )
}

function Head({ t, title, network, errors = {}, islands: named = [], sheets = [], sessionEnd, exit, head }: PageProps) {
  const islands = [...named, ...(sessionEnd ? ['session-end'] : []), ...(exit ? ['leave'] : [])]
  const prefix = Object.keys(errors).length > 0 ? t('ui.errorPrefix') : ''
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${prefix}${[title, network, t('nav.brand')].filter(Boolean).join(' – ')}`}</title>
      <meta name="theme-color" content="#17232d" />
      <Linked sheets={sheets} islands={islands} />
      {head}
    </head>
  )
}

/** What a page needs besides its text. */
export function Linked({ sheets = [], islands = [] }: Pick<PageProps, 'sheets' | 'islands'>) {
  return (
    <>
      <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
      {['main.css', ...[...sheets, ...islands].map(name => `${name}.css`).filter(isAsset)].map(sheet => (
        <link key={sheet} rel="stylesheet" href={asset(sheet)} />
      ))}
      {islands.map(name => (
        <script key={name} type="module" src={asset(`islands/${name}.js`)} />
      ))}
    </>
  )
}
