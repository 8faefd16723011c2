/** FORM-13: the form without an account, a step at a time. What was typed travels in the page, sealed; sending is the first thing that is kept. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { hashToken } from '../../../auth/secrets.ts'
import { findAskingEntry, findEntry, type OpenEntry } from '../../../db/entry-links.ts'
import { readNetwork } from '../../../db/networks.ts'
import { absent } from '../../doors.ts'
import type { PublicEnv } from '../../env.ts'
import { sameLanguage } from '../../language.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { publicPaths } from '../../public-paths.ts'
import { needGroups } from '../refer/categories.ts'
import { type Answered, advance } from './advance.ts'
import { Frame, type Place, showIn } from './frame.tsx'
import { endView } from './outcome.tsx'
import { openReceipt } from './receipt.ts'
import { selfWords } from './self-words.ts'
import { Late, Start } from './start.tsx'
import { newState, openState } from './state.ts'

type Visit = Context<PublicEnv>

export const publicForm = new Hono<PublicEnv>()
  .get('/f/:token', c => start(c, false))
  .post('/f/:token', c => go(c, false))
  .get('/f/:token/embed', c => start(c, true))
  .post('/f/:token/embed', c => go(c, true))
  .get('/n/:slug/ask', c => start(c, false))
  .post('/n/:slug/ask', c => go(c, false))

async function start(c: Visit, embedded: boolean) {
  const place = await placeOf(c, embedded)
  const { t, network, entry } = place
  const title = t(entry.kind === 'self' ? 'publicForm.start.titleSelf' : 'publicForm.start.title', {
    network: network.name,
  })
  const view = <Start place={place} title={title} need={needIn(place, c.req.query('need'))} />
  return render(c, view, { ...showIn(place), title, again: { at: c.req.path } })
}

/** What the page that led here was about, where the form offers it. */
function needIn({ network }: Place, id: string | undefined): string | undefined {
  const offered = needGroups(network).flatMap(({ choices }) => choices.map(({ category }) => category.id))
  return offered.find(one => one === id)
}

async function go(c: Visit, embedded: boolean) {
  const place = await placeOf(c, embedded)
  const { form, ctx } = c.var
  if (textIn(form, 'go') === 'again') return showEnd(c, place)
  const sealed = textIn(form, 'state')
  const need = needIn(place, textIn(form, 'need'))
  const state = sealed === '' ? newState(need) : openState(ctx, place.entry.id, sealed)
  if (typeof state === 'string') {
    const title = place.t('publicForm.late.title')
    return render(c, <Late place={place} />, { ...showIn(place), title, status: 422, again: { at: c.req.path } })
  }
  const sent = {
    state,
    at: textIn(form, 'at'),
    go: textIn(form, 'go'),
    trap: textIn(form, 'website') !== '',
    proof: textIn(form, 'proof').slice(0, 4000) || state.proof,
    from: getConnInfo(c).remote.address ?? '',
  }
  return show(c, place, await advance(c, place, sent))
}

/** The last page once more, in another language; where its receipt is too old, the first. */
async function showEnd(c: Visit, place: Place) {
  const receipt = openReceipt(c.var.ctx, place.entry.id, textIn(c.var.form, 'receipt'))
  return receipt ? show(c, place, await endView(c, place, receipt)) : start(c, place.embedded)
}

function show(c: Visit, place: Place, { view, title, errors = {}, at }: Answered) {
  const again = { at: c.req.path, by: { form: 'public-form', value: at ? `to:${at}` : 'again' } }
  return render(c, <Frame place={place}>{view}</Frame>, { ...showIn(place), title, errors, again })
}

/** Whose form it is. A link that is none, or no longer, looks like any other absent page. */
async function placeOf(c: Visit, embedded: boolean): Promise<Place> {
  const { db } = c.var.deps.database
  const found = await entryOf(c)
  if (!found) throw absent()
  const { entry, path } = found
  const network = await readNetwork(db, entry.networkId)
  const { embedOrigins } = network.settings
  if (embedded) c.set('framing', { by: embedOrigins })
  const t = entry.kind === 'self' ? selfWords(c.var.t) : c.var.t
  const action = sameLanguage(c, path)
  const own = sameLanguage(c, paths.ownReferral)
  const back = entry.linkId === null ? sameLanguage(c, publicPaths.welcome(network.slug)) : null
  return { t, entry, network, embedded, action, own, back, parents: embedded ? embedOrigins : [] }
}

/** By a link's token, or by the address of the network itself. */
async function entryOf(c: Visit): Promise<{ entry: OpenEntry; path: string } | null> {
  const { db } = c.var.deps.database
  const { token = '', slug } = c.req.param() as Readonly<Partial<Record<'token' | 'slug', string>>>
  const isLink = slug === undefined
  if (isLink && !/^[\w-]{43}$/.test(token)) return null
  const entry = isLink ? await findEntry(db, hashToken(token)) : await findAskingEntry(db, slug)
  return entry && { entry, path: c.req.path }
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
