/** The form itself: one page in sections, kept as it is typed; Enter goes on to the services, never to sending. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { Question } from '../../../domain/questions/types.ts'
import { formatTime } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import type { FormErrors } from '../../ui/context.tsx'
import { partlyHtml } from '../../ui/html.ts'
import { wordAnswers } from '../../ui/questions/errors.ts'
import {
  apart,
  type Draft,
  datesIn,
  findDraft,
  findReferral,
  keep,
  newDraft,
  type Page,
  today,
  typedIn,
} from './draft.ts'
import { AddedFiles, dropFile, filesOf, takeFiles } from './files.tsx'
import { bearing, fill, textOf, wordFormErrors } from './filled.ts'
import { Referral } from './form-view.tsx'
import { type Located, locate, PlaceShown } from './place.tsx'

export const formPage = new Hono<PageEnv>()
  .get('/refer/:draft', async c => {
    const draft = (await findDraft(c)) ?? (await begin(c, c.req.query('network'), c.req.query('from')))
    if (draft === 'sent') return c.redirect(paths.sent((await findReferral(c))?.id ?? ''), 303)
    if (!draft) return c.redirect(paths.refer, 303)
    const located = await locate(c.var.ctx.db, draft.network, textOf(draft.body.typed, 'address.postcode'))
    const errors = c.req.query('look') ? errorsIn(c, draft, located) : {}
    return show(c, draft, located, errors)
  })
  .post('/refer/:draft', async c => {
    const go = String(c.var.form.get('go') ?? '')
    const draft = await take(c)
    if (draft === 'sent') return c.redirect(paths.sent((await findReferral(c))?.id ?? ''), 303)
    const wrong = await takeFiles(c, draft)
    const [does, what = ''] = go.split(' ')
    if (does === 'remove') await dropFile(c, draft, what)
    if (does === 'remove' || (go === 'upload' && !wrong.files))
      return c.redirect(`${paths.draft(draft.id)}#files-section`, 303)
    if (go === 'widen' && !wrong.files) return c.redirect(`${paths.draft(draft.id)}#needs-section`, 303)
    if (go === 'later' && !wrong.files) return c.redirect(`${paths.home}?done=draft`, 303)
    const located = await locate(c.var.ctx.db, draft.network, textOf(draft.body.typed, 'address.postcode'))
    if (go === 'upload' || go === 'later') return show(c, draft, located, wrong)
    if (go === 'place') return show(c, draft, located, {})
    const fresh = unseen(c, draft, located)
    const errors = { ...errorsIn(c, draft, located, fresh), ...wrong }
    if (Object.keys(errors).length > 0 || fresh.length > 0) return show(c, draft, located, errors, fresh)
    return c.redirect(paths.draftServices(draft.id), 303)
  })
  .post('/refer/:draft/save', async c => {
    const draft = await take(c)
    if (draft === 'sent') throw absent()
    return c.json({ saved: c.var.t('form.saved', { time: formatTime(c.var.t, c.var.ctx.now()) }) })
  })
  .post('/refer/:draft/files', async c => {
    const found = (await findDraft(c)) ?? (await begin(c, networkIn(c)))
    if (!found || found === 'sent') throw absent()
    if (found.isNew) await keep(c, found, found.body)
    const draft = { ...found, isNew: false }
    const errors = await takeFiles(c, draft)
    const view = <AddedFiles t={c.var.t} files={await filesOf(c, draft)} error={errors.files} />
    return c.html(partlyHtml(c.var.t, view), errors.files ? 422 : 200)
  })
  .post('/refer/:draft/place', async c => {
    const { t, ctx } = c.var
    const typed = typedIn(c.var.form)
    const draft = (await findDraft(c)) ?? (await begin(c, networkIn(c)))
    if (!draft || draft === 'sent') throw absent()
    const located = await locate(ctx.db, draft.network, textOf(typed, 'address.postcode'))
    return c.html(partlyHtml(t, <PlaceShown t={t} network={draft.network} located={located} />))
  })

type FormPage = Page & Parameters<typeof render>[0]

/** Keeps what was posted. Only the page of a draft that was never kept names its network; so one that was deleted stays so. */
async function take(c: FormPage): Promise<Draft | 'sent'> {
  const networkId = networkIn(c)
  const from = c.var.form.get('from')
  const draft = (await findDraft(c)) ?? (await begin(c, networkId, typeof from === 'string' ? from : undefined))
  if (draft === 'sent') return 'sent'
  if (!draft) throw absent()
  const typed = { ...apart(draft.body.typed), ...typedIn(c.var.form, datesIn(draft.network)) }
  const consent = bearing(typed) === bearing(draft.body.typed) ? (draft.body.consent ?? null) : null
  const { startsFrom } = draft.body
  const isWider = c.var.form.get('go') === 'widen'
  const body = {
    ...draft.body,
    typed,
    consent,
    ...(startsFrom && isWider && { startsFrom: { ...startsFrom, widened: true } }),
  }
  await keep(c, draft, body)
  return { ...draft, body, isNew: false }
}

async function begin(c: FormPage, networkId: string | undefined, from?: string): Promise<Draft | 'sent' | null> {
  if (await findReferral(c)) return 'sent'
  return networkId && z.uuid().safeParse(networkId).success ? newDraft(c, networkId, from) : null
}

function networkIn(c: FormPage): string | undefined {
  const posted = c.var.form.get('network')
  return typeof posted === 'string' ? posted : undefined
}

/** `fresh`: questions that nobody has been shown yet are not at fault yet. */
function errorsIn(c: FormPage, draft: Draft, located: Located | null, fresh: readonly Question[] = []): FormErrors {
  const { network, body } = draft
  const { t } = c.var
  const filled = filledIn(c, draft, located)
  if (filled.ok) return {}
  const errors = filled.errors.filter(({ field }) => fresh.every(({ id }) => field !== `answers.${id}`))
  const questions = new Map(network.form.questions.map(one => [`answers.${one.id}`, one] as const))
  return { ...wordFormErrors(t, errors, body.typed), ...wordAnswers(t, errors, questions) }
}

/** Without JavaScript an answer asks for more only once it is posted. */
function unseen(c: FormPage, draft: Draft, located: Located | null): Question[] {
  const seen = String(c.var.form.get('shown') ?? '').split(' ')
  return askedIn(c, draft, located).filter(({ id }) => !seen.includes(id))
}

/** The network's own questions that the answers so far ask for. */
function askedIn(c: FormPage, draft: Draft, located: Located | null): Question[] {
  return filledIn(c, draft, located).done?.walked.asked ?? []
}

function filledIn(c: FormPage, { network, body }: Draft, located: Located | null) {
  return fill(network, body.typed, located?.place ?? null, today(c))
}

async function show(
  c: FormPage,
  draft: Draft,
  located: Located | null,
  errors: FormErrors,
  fresh: readonly Question[] = [],
) {
  const { t } = c.var
  const asked = new Set(askedIn(c, draft, located).map(({ id }) => id))
  const shown = { draft, located, errors, asked, fresh, today: today(c), files: await filesOf(c, draft) }
  const view = <Referral t={t} {...shown} />
  const islands = [
    'draft',
    'place',
    'text-count',
    'upload',
    ...(draft.network.form.questions.length > 0 ? ['branch'] : []),
  ]
  return render(c, view, { title: t('form.title'), errors, islands })
}
