/** Who is asked, in which order, and why (FORM-9, SUG-3): removed, moved and added by buttons. */
import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction } from '../../../actions/context.ts'
import { hashOf } from '../../../actions/sending/lean-referral.ts'
import type { DraftBody } from '../../../db/drafts.ts'
import { findOpenFor } from '../../../db/referrals/duplicates.ts'
import { searchServices } from '../../../db/services/search.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { type Draft, keep, type Page } from './draft.ts'
import { lookAt, type Option, type Plan, partsOf, planFor } from './plan.ts'
import { type Ready, ready } from './ready.ts'
import { Services } from './services-view.tsx'

export const servicesPage = new Hono<PageEnv>()
  .get('/refer/:draft/services', async c => {
    const step = await ready(c, 'details')
    return step.ok ? show(c, step, '', c.req.query('look') !== undefined) : c.redirect(step.to, 303)
  })
  .post('/refer/:draft/services', async c => {
    const step = await ready(c, 'details')
    if (!step.ok) return c.redirect(step.to, 303)
    const words = String(c.var.form.get('words') ?? '')
      .trim()
      .slice(0, 100)
    if (c.var.form.get('do') === 'search') return show(c, step, words)
    const part = partAt(c, step)
    const body = change(part.draft, await planFor(c, part), c.var.form)
    await keep(c, step.draft, { ...keptIn(step.draft.body, part.draft, body), consent: null })
    const [, id = ''] = String(c.var.form.get('do') ?? '').split(' ')
    return c.redirect(
      `${paths.draftServices(step.draft.id)}${id && body.shortlist?.includes(id) ? `#service-${id}` : ''}`,
      303,
    )
  })

/** The network whose list a button was pressed on: named in the form's address, else the form's own. */
function partAt(c: ServicesPage, step: Ready): Ready {
  const [own, ...others] = partsOf(step)
  return others.find(({ draft }) => draft.network.id === c.req.query('in')) ?? own
}

function keptIn(whole: DraftBody, part: Draft, { shortlist, reasons }: DraftBody): DraftBody {
  const changed = { shortlist, ...(reasons && { reasons }) }
  if (!part.through) return { ...whole, ...changed }
  return { ...whole, connected: { ...whole.connected, [part.network.id]: changed } }
}

type ServicesPage = Page & Parameters<typeof render>[0] & { req: { query(name: string): string | undefined } }
export type Shown = { draft: Draft; plan: Plan; search: Search | null }

async function show(c: ServicesPage, step: Ready, words = '', isBack = false) {
  const { t, ctx, actor } = c.var
  const searched = words ? partAt(c, step).draft.network.id : null
  const parts: Shown[] = []
  for (const part of partsOf(step)) {
    const isSearched = part.draft.network.id === searched
    const ids = isSearched ? await searchServices(ctx.db, searched, words) : []
    const found = ids.length > 0 ? await lookAt(c, part, ids) : []
    const search = isSearched ? { words, found } : null
    parts.push({ draft: part.draft, plan: await planFor(c, part), search })
  }
  const same = await inTransaction(ctx, trx => findOpenFor(trx, actor, hashOf(ctx.secret, step.done.submission)))
  const view = <Services t={t} parts={parts} isBack={isBack} same={same} />
  return render(c, view, { title: t('suggestion.title'), islands: ['suggestions'] })
}

/** The list after the button that was pressed. */
function change({ body }: Draft, plan: Plan, form: FormData): DraftBody {
  const [does, id = ''] = String(form.get('do') ?? '').split(' ')
  const list = plan.listed.map(({ serviceId }) => serviceId)
  if (does === 'reset') return { ...body, shortlist: null, reasons: {} }
  if (does === 'none') return { ...body, shortlist: [], reasons: {} }
  if (does === 'add' && z.uuid().safeParse(id).success) return add(body, list, id, form)
  return { ...body, shortlist: moved(list, does ?? '', id) }
}

/** A service that was suggested needs no reason; one that was not keeps the referrer's. */
function add(body: DraftBody, list: readonly string[], id: string, form: FormData): DraftBody {
  const reason = form.get('reason')
  const reasons = typeof reason === 'string' ? { ...body.reasons, [id]: reason.trim().slice(0, 500) } : body.reasons
  return { ...body, shortlist: [...new Set([...list, id])].slice(0, 20), ...(reasons && { reasons }) }
}

function moved(list: readonly string[], does: string, id: string): string[] {
  const at = list.indexOf(id)
  if (at < 0) return [...list]
  const without = list.filter(one => one !== id)
  if (does === 'up') return without.toSpliced(Math.max(0, at - 1), 0, id)
  if (does === 'down') return without.toSpliced(at + 1, 0, id)
  return does === 'remove' ? without : [...list]
}

export type Search = { words: string; found: Option[] }
