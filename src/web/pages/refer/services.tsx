/** Who is asked, in which order, and why (FORM-9, SUG-3): removed, moved and added by buttons. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { DraftBody } from '../../../db/drafts.ts'
import { searchServices } from '../../../db/services/search.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { type Draft, keep, type Page } from './draft.ts'
import { lookAt, type Option, type Plan, planFor } from './plan.ts'
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
    const plan = await planFor(c, step.draft)
    const body = change(step.draft, plan, c.var.form)
    await keep(c, step.draft, { ...body, consent: null })
    const [, id = ''] = String(c.var.form.get('do') ?? '').split(' ')
    return c.redirect(
      `${paths.draftServices(step.draft.id)}${id && body.shortlist?.includes(id) ? `#service-${id}` : ''}`,
      303,
    )
  })

type ServicesPage = Page & Parameters<typeof render>[0]

async function show(c: ServicesPage, { draft }: Ready, words = '', isBack = false) {
  const { t, ctx } = c.var
  const plan = await planFor(c, draft)
  const ids = words ? await searchServices(ctx.db, draft.network.id, words) : []
  const found = ids.length > 0 ? await lookAt(c, draft, ids) : []
  const view = <Services t={t} draft={draft} plan={plan} isBack={isBack} search={words ? { words, found } : null} />
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
