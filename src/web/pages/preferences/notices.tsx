/** RES-2: what somebody is emailed, kind by kind; and what goes to their organisation's team inbox. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { chooseNotices, noticesFor, setTeamInbox } from '../../../actions/choose-notices.ts'
import { readChoices } from '../../../db/notice-choices.ts'
import { hows, kindNames, type NoticeKind, noticeChoices } from '../../../domain/notices.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { EmailField } from '../../ui/text-field.tsx'

const address = z.union([z.literal(''), z.email({ error: 'email' }).max(254, { error: 'too_long' })])
const teamKinds = ['asked', 'received', 'sent'] as const
const teamForm = z.strictObject({
  teamInbox: address.default(''),
  ...noticeChoices.pick({ asked: true, received: true, sent: true }).shape,
})

export const noticePages = new Hono<PageEnv>()
  .get(paths.notifications, c => showOwn(c))
  .post(paths.notifications, async c => {
    const form = read(noticeChoices, c.var.form)
    const words = Object.fromEntries(
      kindNames.map(kind => [`${kind}.only_one`, 'preferences.notices.onlyOne' as const]),
    )
    if (!form.ok) return showOwn(c, form.typed, wordErrors(c.var.t, form.errors, words))
    try {
      const { coordinating, ...choices } = form.value
      await chooseNotices(c.var.ctx, { ...choices, ...(coordinating && { coordinating }) })
    } catch (problem) {
      if (!isProblem(problem) || problem.errors.length === 0) throw problem
      return showOwn(c, form.typed, wordErrors(c.var.t, [...problem.errors], words))
    }
    return c.redirect(`${paths.notifications}?done=saved`, 303)
  })
  .get(paths.teamInbox, c => showTeam(c))
  .post(paths.teamInbox, async c => {
    const form = read(teamForm, c.var.form)
    if (!form.ok) return showTeam(c, form.typed, wordErrors(c.var.t, form.errors))
    const { teamInbox, ...choices } = form.value
    await setTeamInbox(c.var.ctx, teamInbox || null, choices)
    return c.redirect(`${paths.teamInbox}?done=saved`, 303)
  })

async function showOwn(c: Context<PageEnv>, values?: FormValues, errors: FormErrors = {}) {
  const { t, ctx } = c.var
  const { kinds } = await noticesFor(ctx)
  const stored = Object.fromEntries(kinds.map(({ kind, how }) => [kind, how]))
  const title = t('preferences.notices.title')
  const view = (
    <>
      <Head
        t={t}
        title={title}
        lead={t('preferences.notices.lead')}
        done={c.req.query('done') && t('preferences.notices.saved')}
      />
      <Card>
        <p class="small">{t('preferences.notices.daily')}</p>
        <Form values={values ?? stored} errors={errors}>
          {kinds.map(({ kind, mayTurnOff }) => (
            <HowField key={kind} t={t} kind={kind} mayTurnOff={mayTurnOff} />
          ))}
          <Button>{t('preferences.notices.save')}</Button>
        </Form>
      </Card>
    </>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

async function showTeam(c: Context<PageEnv>, values?: FormValues, errors: FormErrors = {}) {
  const { t, ctx, actor } = c.var
  const { organisationId, organisationName } = actor
  if (!organisationId) throw absent()
  const [chosen, { teamInbox }] = [await readChoices(ctx.db, { teamOf: organisationId }), await noticesFor(ctx)]
  const stored = {
    teamInbox: teamInbox ?? '',
    ...Object.fromEntries(teamKinds.map(kind => [kind, chosen[kind] ?? 'now'])),
  }
  const title = t('preferences.team.title', { organisation: organisationName ?? '' })
  const view = (
    <>
      <Head
        t={t}
        title={title}
        lead={t('preferences.team.lead')}
        done={c.req.query('done') && t('preferences.team.saved')}
      />
      <Card>
        <Form values={values ?? stored} errors={errors}>
          <EmailField
            name="teamInbox"
            label={t('preferences.team.address')}
            hint={t('preferences.team.addressHint')}
            optional
            autocomplete="off"
          />
          {teamKinds.map(kind => (
            <HowField key={kind} t={t} kind={kind} mayTurnOff />
          ))}
          <Button>{t('preferences.team.save')}</Button>
        </Form>
      </Card>
    </>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

function Head({ t, title, lead, done }: { t: T; title: string; lead: string; done: string | undefined }) {
  return (
    <>
      <BackLink href={paths.preferences}>{t('preferences.title')}</BackLink>
      <PageHead title={title} lead={lead} />
      {done && (
        <div class="done-above">
          <Notice tone="success" live>
            <p>{done}</p>
          </Notice>
        </div>
      )}
    </>
  )
}

/** What cannot be switched off does not offer it, and says why. */
function HowField({ t, kind, mayTurnOff }: { t: T; kind: NoticeKind; mayTurnOff: boolean }) {
  const why = kind === 'question' ? t('preferences.notices.hint.own') : t('preferences.notices.hint.only_one')
  const hint = t(`preferences.notices.hint.${kind}`)
  return (
    <Radios
      name={kind}
      legend={t(`preferences.notices.kind.${kind}`)}
      hint={mayTurnOff ? hint : `${hint} ${why}`}
      layout="inline"
      choices={hows
        .filter(how => how !== 'off' || mayTurnOff)
        .map(how => ({ value: how, label: t(`preferences.notices.how.${how}`) }))}
    />
  )
}
