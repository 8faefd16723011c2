/** Restricting a referral, and opening a restricted one with a reason (RES-16): each on a short page of its own. */
import { type Context, Hono } from 'hono'
import { breakGlass, glass } from '../../../actions/safety/break-glass.ts'
import { setRestriction } from '../../../actions/safety/set-restriction.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { idIn, loadReferral, type ReferralData } from './load-referral.ts'
import { keepQuery } from './names.ts'
import { afterwards } from './referral.tsx'

export const safety = new Hono<PageEnv>()
  .get('/referrals/:id/restriction', async c => {
    const { t } = c.var
    const data = await loadReferral(c)
    if (!data.view.mayRestrict) throw absent()
    const does = data.view.file.restricted ? 'unrestrict' : 'restrict'
    const view = (
      <>
        <Head c={c} data={data} title={t(`safety.${does}.title`)} lead={t(`safety.${does}.text`)} />
        <Form action={keepQuery(paths.restriction(data.id), data.query)}>
          <input type="hidden" name="restricted" value={does === 'restrict' ? 'yes' : 'no'} />
          <Ways c={c} data={data} button={t(`safety.${does}.button`)} />
        </Form>
      </>
    )
    return render(c, view, { title: t(`safety.${does}.title`), width: 'narrow' })
  })
  .post('/referrals/:id/restriction', async c => {
    const id = idIn(c, 'id')
    const restricted = c.var.form.get('restricted') === 'yes'
    await setRestriction(c.var.ctx, id, restricted)
    return c.redirect(afterwards(c, id, restricted ? 'restrict' : 'unrestrict'), 303)
  })
  .get('/referrals/:id/break-glass', async c => showGlass(c))
  .post('/referrals/:id/break-glass', async c => {
    const id = idIn(c, 'id')
    const form = read(glass, c.var.form)
    if (!form.ok) {
      const errors = wordErrors(c.var.t, form.errors, { 'reason.reason': 'safety.glass.wrong' })
      return showGlass(c, form.typed, errors)
    }
    await breakGlass(c.var.ctx, id, form.value)
    return c.redirect(afterwards(c, id, 'break_glass'), 303)
  })

async function showGlass(c: Context<PageEnv>, values: FormValues = {}, errors: FormErrors = {}) {
  const { t } = c.var
  const data = await loadReferral(c)
  if (!data.view.mayBreakGlass) throw absent()
  const view = (
    <>
      <Head c={c} data={data} title={t('safety.glass.title')} lead={t('safety.glass.text')} />
      <Form action={keepQuery(paths.breakGlass(data.id), data.query)} values={values} errors={errors}>
        <TextArea
          name="reason"
          label={t('safety.glass.reason')}
          hint={t('safety.glass.reasonHint')}
          rows={4}
          width="full"
        />
        <Ways c={c} data={data} button={t('safety.glass.button')} />
      </Form>
    </>
  )
  return render(c, view, { title: t('safety.glass.title'), errors, width: 'narrow' })
}

type Part = { c: Context<PageEnv>; data: ReferralData }

function Head({ c, data, title, lead }: Part & { title: string; lead: string }) {
  return (
    <>
      <BackLink href={keepQuery(paths.referral(data.id), data.query)}>{c.var.t('referral.act.cancel')}</BackLink>
      <PageHead over={data.view.file.reference} title={title} lead={lead} />
    </>
  )
}

function Ways({ c, data, button }: Part & { button: string }) {
  return (
    <ButtonGroup>
      <Button icon="lock">{button}</Button>
      <a class="button plain" href={keepQuery(paths.referral(data.id), data.query)}>
        {c.var.t('common.cancel')}
      </a>
    </ButtonGroup>
  )
}
