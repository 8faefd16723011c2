/** PRIV-1: holding back what would go in time, with a reason; and lifting that. One short page for referrals and records. */
import { type Context, Hono } from 'hono'
import { whoIs } from '../../../actions/context.ts'
import { holdRecord, holdReferral } from '../../../actions/privacy/hold.ts'
import { actAs } from '../../../db/database.ts'
import { type Hold, readKept, readPersonKept } from '../../../db/privacy/retention.ts'
import { mayHoldReferral } from '../../../domain/policy-on-privacy.ts'
import { holdReason } from '../../../domain/retention.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { InsetText } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { idIn, loadPerson } from '../people/load.ts'
import { loadReferral } from '../referrals/load-referral.ts'

export const holdPages = new Hono<PageEnv>()
  .get('/referrals/:id/hold', async c => showReferral(c))
  .post('/referrals/:id/hold', async c => {
    const id = idIn(c, 'id')
    const asked = reasonIn(c)
    if (asked.errors) return showReferral(c, asked)
    await holdReferral(c.var.ctx, id, asked.reason)
    return c.redirect(`${paths.referral(id)}?done=${asked.reason === null ? 'lifted' : 'held'}#kept`, 303)
  })
  .get('/people/:id/hold', async c => showRecord(c))
  .post('/people/:id/hold', async c => {
    const id = idIn(c, 'id')
    const asked = reasonIn(c)
    if (asked.errors) return showRecord(c, asked)
    await holdRecord(c.var.ctx, id, asked.reason)
    return c.redirect(`${paths.person(id)}?done=${asked.reason === null ? 'lifted' : 'held'}#kept`, 303)
  })

type Typed = { values?: FormValues; errors?: FormErrors | undefined }

/** Null: the hold is to be lifted. */
function reasonIn(c: Context<PageEnv>): { reason: string | null } & Typed {
  if (c.var.form.get('do') === 'lift') return { reason: null }
  const form = read(holdReason, c.var.form, ['do'])
  if (form.ok) return { reason: form.value.reason }
  const errors = wordErrors(c.var.t, form.errors, { 'reason.reason': 'privacy.hold.wrong' })
  return { reason: null, values: form.typed, errors }
}

async function showReferral(c: Context<PageEnv>, typed: Typed = {}) {
  const { ctx, actor, t } = c.var
  const { id, view } = await loadReferral(c)
  const kept = await actAs(ctx.db, whoIs(actor), trx => readKept(trx, id))
  const { sides, settings } = view.file
  if (!kept || kept.anonymisedAt || !mayHoldReferral(actor, sides, settings)) throw absent()
  const words = { title: t('privacy.hold.title'), text: t('privacy.hold.text'), over: view.file.reference }
  return show(c, { ...words, back: paths.referral(id), action: paths.hold(id), hold: kept.hold }, typed)
}

async function showRecord(c: Context<PageEnv>, typed: Typed = {}) {
  const { ctx, actor, t } = c.var
  const { person } = await loadPerson(c)
  const kept = await actAs(ctx.db, whoIs(actor), trx => readPersonKept(trx, person.id))
  if (!kept) throw absent()
  const words = { title: t('privacy.hold.titleRecord'), text: t('privacy.hold.textRecord') }
  const where = { back: paths.person(person.id), action: paths.personHold(person.id) }
  return show(c, { ...words, over: actor.organisationName ?? '', ...where, hold: kept.hold }, typed)
}

type Shown = { title: string; text: string; over: string; back: string; action: string; hold: Hold | null }

function show(c: Context<PageEnv>, { title, text, over, back, action, hold }: Shown, { values, errors = {} }: Typed) {
  const { t } = c.var
  const heading = hold ? t('privacy.hold.lift') : title
  const view = (
    <>
      <BackLink href={back}>{t('common.cancel')}</BackLink>
      <PageHead over={over} title={heading} lead={hold ? t('privacy.hold.liftText') : text} />
      {hold && <InsetText>{hold.reason}</InsetText>}
      <Form action={action} values={values ?? {}} errors={errors}>
        {!hold && (
          <TextArea
            name="reason"
            label={t('privacy.hold.reason')}
            hint={t('privacy.hold.reasonHint')}
            rows={4}
            width="full"
          />
        )}
        <ButtonGroup>
          <Button name="do" value={hold ? 'lift' : 'hold'}>
            {t(hold ? 'privacy.hold.liftButton' : 'privacy.hold.button')}
          </Button>
          <a class="button plain" href={back}>
            {t('common.cancel')}
          </a>
        </ButtonGroup>
      </Form>
    </>
  )
  return render(c, view, { title: heading, errors, width: 'narrow' })
}
