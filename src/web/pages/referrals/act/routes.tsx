/** Everything that is done to a referral through pages: each action has one short page, and one door behind it. */
import { type Context, Hono } from 'hono'
import { actOnReferral } from '../../../../actions/act-on-referral.ts'
import { type Answers, answers } from '../../../../domain/answers.ts'
import { isProblem, type Problem, problemStatus } from '../../../../domain/problem.ts'
import type { PageEnv } from '../../../env.ts'
import { read, wordErrors } from '../../../forms.ts'
import { render } from '../../../page-context.tsx'
import type { FormErrors, FormValues } from '../../../ui/context.tsx'
import { afterwards } from '../referral.tsx'
import { ActPage } from './act-page.tsx'
import { type ActData, isOpen, loadAct, type Sought } from './load-act.ts'
import { showOvertaken } from './overtaken.tsx'
import { noService } from './pages.ts'

const onNeeds = '/referrals/:id/needs/:action'
const onAssignment = '/referrals/:id/assignments/:assignment/:action'

export const actionRoutes = new Hono<PageEnv>()
  .get(onNeeds, show)
  .get(onAssignment, show)
  .post(onNeeds, act)
  .post(onAssignment, act)

type Typed = { values?: FormValues; errors?: FormErrors }

async function show(c: Context<PageEnv>) {
  const page = await loadAct(c)
  return isOpen(page) ? draw(c, page) : showOvertaken(c, page)
}

async function act(c: Context<PageEnv>) {
  const looks = c.var.form.has('find')
  const sought = soughtIn(c.var.form)
  const page = await loadAct(c, sought)
  const { data, action, assignment } = page
  if (c.var.form.get('serviceId') === noService) c.var.form.delete('serviceId')
  const form = read(answers[action], c.var.form, ['find', 'words', 'seen'])
  if (looks) return draw(c, page, { values: { ...form.typed, words: sought.words } })
  if (!form.ok && !isOpen(page)) return showOvertaken(c, page)
  if (!form.ok) return draw(c, page, { values: form.typed, errors: placed(page, wordErrors(c.var.t, form.errors)) })
  try {
    const seen = c.var.form.get('seen')?.toString()
    const target = { referralId: data.id, assignmentId: assignment?.id, action, seen }
    await actOnReferral(c.var.ctx, target, form.value as Answers)
  } catch (error) {
    if (isProblem(error) && [409, 412].includes(problemStatus[error.code]))
      return showOvertaken(c, await loadAct(c), error)
    if (isProblem(error) && error.field)
      return draw(c, page, { values: form.typed, errors: errorOf(c, page, error, error.field) })
    throw error
  }
  return c.redirect(afterwards(c, data.id, action), 303)
}

/** What is ticked narrows what is suggested, whenever the page is shown again. */
function soughtIn(form: FormData): Sought {
  const all = (name: string) => form.getAll(name).map(String)
  return {
    words: form.has('find') ? String(form.get('words') ?? '').trim() : '',
    keep: all('keep'),
    needs: all('needs'),
  }
}

function draw(c: Context<PageEnv>, page: ActData, { values = {}, errors = {} }: Typed = {}) {
  const { t } = c.var
  const view = <ActPage t={t} page={page} values={values} errors={errors} />
  return render(c, view, { title: t(`referral.act.${page.action}.title`), errors, width: 'narrow' })
}

/** An error about all outcomes stands at the first. */
function placed({ needs }: ActData, errors: FormErrors): FormErrors {
  const first = `outcomes.${needs[0]?.id}`
  return Object.fromEntries(
    Object.entries(errors).map(([field, words]) => [
      field === 'outcome' || field === 'outcomes' ? first : field,
      words,
    ]),
  )
}

/** The rules name their fields as they know them; the page has its own. */
function errorOf(c: Context<PageEnv>, page: ActData, { code }: Problem, field: string): FormErrors {
  const { t } = c.var
  if (code === 'consent_needed') return { consentAgain: t('referral.act.wrong.consent_needed') }
  if (code === 'declined_before' || code === 'no_room') return { serviceId: t(`referral.act.wrong.${code}`) }
  if (field === 'service' || field === 'serviceId') return { serviceId: t('referral.act.wrong.service') }
  if (field.startsWith('outcome')) return placed(page, { [field]: t('referral.act.wrong.outcome') })
  if (field === 'note') return { note: t('referral.act.wrong.note') }
  if (field === 'keep') return { keep: t('referral.act.wrong.keepAll') }
  return { [field]: t('problem.field.invalid') }
}
