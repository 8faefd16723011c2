/** One account in one organisation: name and role, a link for a new password, the way out and back. */
import { type Context, Hono } from 'hono'
import { changeAccount, removeSecondStep, restoreMembership, sendNewPassword } from '../../../actions/keep-account.ts'
import { accountForm } from '../../../domain/users.ts'
import { formatDate, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { hrefOf, type Kept, loadColleague } from './load.ts'
import { saySeen } from './people.tsx'

const address = '/users/:id{[0-9a-f-]{36}}'

export const userPage = new Hono<PageEnv>()
  .get(address, c => show(c, {}, {}))
  .post(address, async c => {
    const { colleague } = await loadColleague(c)
    const form = read(accountForm, c.var.form)
    if (!form.ok) return show(c, form.typed, wordErrors(c.var.t, form.errors, { 'name.required': 'user.nameMissing' }))
    await changeAccount(c.var.ctx, colleague.id, form.value)
    return c.redirect(`${listOf(colleague)}&done=changed`, 303)
  })
  .post(`${address}/password`, async c => {
    const { colleague } = await loadColleague(c)
    await sendNewPassword(c.var.ctx, colleague.id)
    return c.redirect(`${paths.user(colleague.id)}?done=password`, 303)
  })
  .post(`${address}/second-step`, async c => {
    const { colleague } = await loadColleague(c)
    await removeSecondStep(c.var.ctx, colleague.id)
    return c.redirect(`${paths.user(colleague.id)}?done=step`, 303)
  })
  .post(`${address}/restore`, async c => {
    const { colleague } = await loadColleague(c)
    await restoreMembership(c.var.ctx, colleague.id)
    return c.redirect(`${listOf(colleague)}&done=restored`, 303)
  })

export function listOf({ organisationId: id }: { organisationId: string }): string {
  return hrefOf({ kind: 'organisation', id })
}

async function show(c: Context<PageEnv>, values: FormValues, errors: FormErrors) {
  const { t } = c.var
  const kept = await loadColleague(c)
  const { colleague } = kept
  const { name, organisationName, endedAt } = colleague
  const done = c.req.query('done')
  const view = (
    <>
      <BackLink href={listOf(colleague)}>{t('nav.users')}</BackLink>
      <PageHead over={organisationName} title={name} />
      <div class="stack">
        {(done === 'password' || done === 'step') && (
          <Notice tone="success" live>
            <p>{t(`user.done.${done}`, { email: colleague.email })}</p>
          </Notice>
        )}
        {endedAt ? <Gone t={t} kept={kept} /> : <Account t={t} kept={kept} values={values} errors={errors} />}
      </div>
    </>
  )
  return render(c, view, { title: name, errors, width: 'narrow' })
}

type Props = { t: T; kept: Kept }

function Account({ t, kept, values, errors }: Props & { values: FormValues; errors: FormErrors }) {
  const { colleague, roles, isOwn } = kept
  const { name, role, maySeeReports } = colleague
  const typed = { name, role, seesReports: maySeeReports ? 'yes' : '', ...values }
  return (
    <>
      <Form action={paths.user(colleague.id)} values={typed} errors={errors}>
        <Card>
          <div class="stack">
            <About t={t} kept={kept} />
            <TextField name="name" label={t('user.name')} autocomplete="off" spellcheck={false} />
            {roles.length > 1 && !isOwn && (
              <Radios
                name="role"
                legend={t('user.inviting.role')}
                hint={t('user.roleHint')}
                boxed
                choices={roles.map(one => ({ value: one, label: t(`user.role.${one}`), hint: t(`user.may.${one}`) }))}
              />
            )}
            {role === 'member' && (
              <>
                <input type="hidden" name="asksReports" value="yes" />
                <Checkbox name="seesReports" label={t('user.seesReports')} hint={t('user.seesReportsHint')} />
              </>
            )}
            <div>
              <Button>{t('common.save')}</Button>
            </div>
          </div>
        </Card>
      </Form>
      {!isOwn && <Access t={t} kept={kept} />}
    </>
  )
}

function About({ t, kept: { colleague } }: Props) {
  const { email, createdAt, lastSignedInAt, open } = colleague
  return (
    <Facts
      plain
      facts={[
        { name: t('common.email'), value: email },
        { name: t('user.since'), value: formatDate(t, createdAt) },
        { name: t('user.columns.signedIn'), value: saySeen(t, lastSignedInAt) },
        open > 0 && { name: t('user.handles'), value: t('user.open', { count: open }) },
      ]}
    />
  )
}

function Access({ t, kept: { colleague, handsOver, stepGoes } }: Props) {
  return (
    <Card title={t('user.access')} id="access">
      <div class="stack">
        <Form action={paths.userAct(colleague.id, 'password')} plain>
          <p>{t('user.passwordText')}</p>
          <Button look="quiet" icon="send">
            {t('user.password')}
          </Button>
        </Form>
        {stepGoes && (
          <Form action={paths.userAct(colleague.id, 'second-step')} plain>
            <p>{t('user.stepText')}</p>
            <Button look="danger">{t('user.step')}</Button>
          </Form>
        )}
        {handsOver && (
          <div>
            <p>{t('handOver.linkText')}</p>
            <LinkButton look="quiet" href={paths.userAct(colleague.id, 'hand-over')}>
              {t('handOver.link')}
            </LinkButton>
          </div>
        )}
        <div>
          <p>{t('user.endText', { organisation: colleague.organisationName })}</p>
          <LinkButton look="danger" href={paths.userAct(colleague.id, 'end')}>
            {t('user.end')}
          </LinkButton>
        </div>
      </div>
    </Card>
  )
}

function Gone({ t, kept }: Props) {
  const { colleague } = kept
  return (
    <Card>
      <div class="stack">
        <About t={t} kept={kept} />
        <p>
          {t('user.goneText', {
            date: formatDate(t, colleague.endedAt ?? new Date(0)),
            organisation: colleague.organisationName,
          })}
        </p>
        <Form action={paths.userAct(colleague.id, 'restore')} plain>
          <Button look="quiet">{t('user.restore')}</Button>
        </Form>
      </div>
    </Card>
  )
}
