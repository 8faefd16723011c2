/** The page of who referred without an account: reference and code lead to where it stands. Nothing of the person is shown, no cookie is set. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { answerOwn, openByCode, openQuestion, readOwn, withdrawOwn } from '../../../actions/own-referral.ts'
import { isProblem } from '../../../domain/problem.ts'
import { absent } from '../../doors.ts'
import type { PublicEnv } from '../../env.ts'
import { sameLanguage } from '../../language.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { keyFor, readKey } from './key.ts'
import { AskCode, againId, OwnView, QuestionOver, type Said } from './own-view.tsx'

type Visit = Context<PublicEnv>

export const ownReferral = new Hono<PublicEnv>()
  .get('/r', c => ask(c))
  .post('/r', async c => {
    const { t, ctx, form } = c.var
    if (form.has('key')) return showAgain(c)
    const typed = { reference: textIn(form, 'reference', 40), code: textIn(form, 'code', 40) }
    const from = getConnInfo(c).remote.address ?? ''
    try {
      const id = await openByCode(ctx, { ...typed, from })
      return id ? show(c, id) : ask(c, typed, { reference: t('own.wrong') })
    } catch (problem) {
      if (!isProblem(problem) || problem.code !== 'too_many') throw problem
      return ask(c, typed, { reference: t('own.tooMany') }, 429)
    }
  })
  .post('/r/withdraw', async c => {
    const id = readKey(c)
    if (!id) return ask(c, {}, { reference: c.var.t('own.again') })
    const reason = z.uuid().safeParse(c.var.form.get('reasonId'))
    if (!reason.success) return show(c, id, { errors: { reasonId: c.var.t('own.withdrawReasonMissing') } })
    return after(c, id, 'withdrawn', () => withdrawOwn(c.var.ctx, id, reason.data))
  })
  .post('/r/answer', async c => {
    const id = readKey(c)
    if (!id) return ask(c, {}, { reference: c.var.t('own.again') })
    return takeAnswer(c, id)
  })
  .get('/r/question/:message', async c => {
    const found = await questionOf(c)
    return found ? show(c, found.referralId, { only: found.assignmentId }) : over(c)
  })
  .post('/r/question/:message', async c => {
    const found = await questionOf(c)
    return found ? takeAnswer(c, found.referralId, found.assignmentId) : over(c)
  })

/** In the other language. */
function showAgain(c: Visit) {
  const id = readKey(c)
  return id ? show(c, id) : ask(c, {}, { reference: c.var.t('own.again') })
}

async function questionOf(c: Visit) {
  const message = z.uuid().safeParse(c.req.param('message'))
  const found = message.success && (await openQuestion(c.var.ctx, message.data, c.req.query('token') ?? ''))
  if (!found) throw absent()
  const own = await readOwn(c.var.ctx, found.referralId)
  return own?.questions.some(({ assignmentId }) => assignmentId === found.assignmentId) ? found : null
}

async function takeAnswer(c: Visit, id: string, only?: string) {
  const { t, ctx, form } = c.var
  const assignment = z.uuid().safeParse(only ?? form.get('assignment'))
  const note = textIn(form, 'note', 6000)
  if (!assignment.success) throw absent()
  const error = note === '' ? t('own.answerMissing') : note.length > 5000 ? t('problem.field.too_long') : null
  if (error) return show(c, id, { errors: { note: error }, values: { note }, ...(only && { only }) })
  return after(c, id, 'answered', () => answerOwn(ctx, id, assignment.data, note))
}

/** What was done meanwhile by others is shown as it stands now. */
async function after(c: Visit, id: string, did: 'answered' | 'withdrawn', work: () => Promise<void>) {
  try {
    await work()
  } catch (problem) {
    if (!isProblem(problem) || !['not_now', 'already_answered', 'not_allowed'].includes(problem.code)) throw problem
    return did === 'answered' ? over(c) : show(c, id)
  }
  return show(c, id, { did })
}

function ask(c: Visit, values: FormValues = {}, errors: FormErrors = {}, status?: 429) {
  const { t } = c.var
  const view = <AskCode t={t} to={path => sameLanguage(c, path)} values={values} errors={errors} />
  const again = { at: paths.ownReferral }
  return render(c, view, { title: t('own.title'), errors, width: 'centred', again, ...(status && { status }) })
}

async function show(c: Visit, id: string, said: Said = {}) {
  const { t, ctx } = c.var
  const own = await readOwn(ctx, id)
  if (!own) throw absent()
  const to = (path: string) => sameLanguage(c, path)
  const view = <OwnView t={t} to={to} own={own} sealed={keyFor(c, id)} {...said} />
  const again = said.only ? { at: c.req.url } : { at: paths.ownReferral, by: { form: againId, value: 'language' } }
  return render(c, view, { title: t('own.title'), errors: said.errors ?? {}, width: 'centred', again })
}

function over(c: Visit) {
  const { t } = c.var
  return render(c, <QuestionOver t={t} to={path => sameLanguage(c, path)} />, {
    title: t('own.over'),
    again: { at: c.req.url },
    width: 'centred',
  })
}

function textIn(form: FormData, name: string, most: number): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim().slice(0, most) : ''
}
