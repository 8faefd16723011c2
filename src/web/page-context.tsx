/** Puts a page's view into the shell: menu, help, language, token. */
import type { HonoRequest } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { VNode } from 'preact'
import { readUnsent, type Unsent } from '../actions/account/keep-unsent.ts'
import { readSurroundings, type Surroundings } from '../db/surroundings.ts'
import { type Language, languages } from '../words/index.ts'
import type { PublicEnv } from './env.ts'
import { inLanguage } from './language.ts'
import { accountMenuOf, menuOf } from './nav.ts'
import { isCookieless, paths } from './paths.ts'
import { sessionEndOf } from './session-end.ts'
import { FormToken, UnsentForm } from './ui/context.tsx'
import { html } from './ui/html.ts'
import { Page, type PageProps } from './ui/page.tsx'
import { UnsentNotice } from './ui/unsent-notice.tsx'
import { addressOf, unsentMark } from './unsent-mark.ts'

/** Any page's context, whichever door it is behind. */
export type Visit = {
  var: Readonly<PublicEnv['Variables']>
  req: Pick<HonoRequest, 'url' | 'path' | 'method'>
  html(text: string, status?: ContentfulStatusCode): Response | Promise<Response>
}

export type Again = { at: string; by?: { form: string; value: string } }
export type Show = Pick<PageProps, 'title' | 'islands' | 'sheets' | 'width' | 'bare' | 'head' | 'exit'> & {
  /** Whose page it is, where nobody is signed in. */
  of?: Surroundings['networks'][number]

  errors?: PageProps['errors']
  /** For a page that was posted: where it is had once more in another language, by which form and which of its buttons. */
  again?: Again | undefined
  /** 422 by itself where there are errors. */
  status?: ContentfulStatusCode
}

export async function render(c: Visit, view: VNode, show: Show): Promise<Response> {
  const { actor, deps } = c.var
  const around = actor ? await readSurroundings(deps.database.db, actor) : nobody
  return respond(c, view, show, around, await unsentFor(c))
}

/** Without asking the database: for when it is away. */
export async function renderAlone(c: Visit, view: VNode, show: Show): Promise<Response> {
  return respond(c, view, show, nobody)
}

/** What they sent too late, on the page that its address names. */
async function unsentFor({ var: { actor, ctx }, req }: Visit): Promise<Unsent | null> {
  const id = req.method === 'GET' ? new URL(req.url).searchParams.get(unsentMark) : null
  return actor && id && /^[0-9a-f-]{36}$/.test(id) ? readUnsent(ctx, actor.userId, id) : null
}

function respond(c: Visit, view: VNode, shown: Show, around: Surroundings, unsent: Unsent | null = null) {
  const { status, of, again, ...show } = shown
  const { t, token } = c.var
  const wrong = Object.keys(show.errors ?? {}).length > 0
  const page = (
    <FormToken.Provider value={token}>
      <Page t={t} {...show} {...frameOf(c, around, { of, again })}>
        {unsent && <UnsentNotice t={t} fields={unsent.fields} hadFiles={unsent.hadFiles} />}
        <UnsentForm.Provider value={unsent && { page: addressOf(c.req.url), ...unsent }}>{view}</UnsentForm.Provider>
      </Page>
    </FormToken.Provider>
  )
  return c.html(html(page), status ?? (wrong ? 422 : 200))
}

const nobody: Surroundings = { networks: [], organisations: [], waiting: 0 }

type Framing = { of: Show['of'] | undefined; again: Again | undefined }

function frameOf(c: Visit, around: Surroundings, { of, again }: Framing) {
  const { t, actor, token, session, deps } = c.var
  const network = around.networks.find(({ id }) => id === session?.networkId) ?? around.networks[0]
  const isPosted = c.req.method !== 'GET'
  const url = isPosted && again ? new URL(again.at, c.req.url).href : c.req.url
  const languageSwitch = { ...switchOf(url, t.language), by: isPosted ? again?.by : undefined }
  const footerLinks = [{ href: paths.apiDocs, label: t('api.name') }]
  if (isCookieless(c.req.path)) {
    // A form that was posted cannot be had in another language by a link, unless nothing of it is left to lose.
    const frame = { homeHref: c.req.path, ...((!isPosted || again) && { languageSwitch }) }
    return { ...frame, ...ofNetwork(of) }
  }
  if (!actor) return { languageSwitch, homeHref: paths.home, footerLinks, ...ofNetwork(of) }
  const where = { t, actor, path: c.req.path, waiting: around.waiting }
  const choices = around.organisations.length > 1 || around.networks.length > 1
  return {
    languageSwitch,
    footerLinks,
    nav: menuOf(where),
    accountNav: accountMenuOf(where, choices),
    viewer: { name: actor.name, organisation: actor.organisationName ?? network?.name ?? t('nav.administration') },
    signOut: { action: paths.signOut, token },
    sessionEnd: session ? sessionEndOf(session, deps.now()) : undefined,
    ...ofNetwork(network),
  }
}

function ofNetwork(network: Show['of']) {
  return network && { network: network.name, colour: network.colour, logo: logoOf(network), help: helpOf(network) }
}

export function logoOf({ logo }: Surroundings['networks'][number]) {
  return logo ? { src: paths.picture(logo.id), alt: logo.alt } : undefined
}

export function helpOf(network: Surroundings['networks'][number]) {
  return {
    network: network.name,
    name: network.helpName || undefined,
    email: network.helpEmail || undefined,
    phone: network.helpPhone || undefined,
    technicalHref: /^(https?:|mailto:)/i.test(network.technicalHelp) ? network.technicalHelp : undefined,
  }
}

const languageNames: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' }

export function switchOf(url: string, now: Language) {
  const lang = languages.find(language => language !== now) ?? now
  return { href: inLanguage(url, lang), label: languageNames[lang], lang }
}
