/** Inviting a person, rather than an organisation: a colleague, a coordinator, a commissioner. */
import { type Context, Hono } from 'hono'
import { inviteUser } from '../../../actions/invite-user.ts'
import { userInvitation } from '../../../domain/users.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf, read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { EmailField, TextField } from '../../ui/text-field.tsx'
import { hrefOf, loadWhose } from './load.ts'

export const inviteUserPage = new Hono<PageEnv>()
  .get(paths.inviteUser, c => show(c, {}, {}))
  .post(paths.inviteUser, async c => {
    const { t, ctx, form: posted } = c.var
    const { of } = await loadWhose(c)
    const form = read(userInvitation, posted)
    if (!form.ok) return show(c, form.typed, wordErrors(t, form.errors))
    try {
      await inviteUser(ctx, of.kind === 'network' ? { networkId: of.id } : { organisationId: of.id }, form.value)
    } catch (error) {
      return show(c, form.typed, fieldErrorOf(t, error))
    }
    return c.redirect(`${hrefOf(of)}&done=invited`, 303)
  })

async function show(c: Context<PageEnv>, values: FormValues, errors: FormErrors) {
  const { t } = c.var
  const { of } = await loadWhose(c)
  const [only, ...more] = of.roles
  const title = t(`user.inviting.${of.kind}`, { name: of.name })
  const view = (
    <>
      <BackLink href={hrefOf(of)}>{t('nav.users')}</BackLink>
      <PageHead title={title} lead={t('user.inviting.lead')} />
      <Form action={hrefOf(of, paths.inviteUser)} values={{ role: only, ...values }} errors={errors}>
        <Card>
          <div class="stack">
            <EmailField
              name="email"
              label={t('user.inviting.email')}
              hint={t('joining.inviting.emailHint')}
              width="l"
              autocomplete="off"
            />
            <TextField
              name="personName"
              label={t('joining.inviting.person')}
              optional
              autocomplete="off"
              spellcheck={false}
            />
            {more.length > 0 ? (
              <Radios
                name="role"
                legend={t('user.inviting.role')}
                boxed
                choices={of.roles.map(role => ({
                  value: role,
                  label: t(`user.role.${role}`),
                  hint: t(`user.may.${role}`),
                }))}
              />
            ) : (
              <input type="hidden" name="role" value={only} />
            )}
          </div>
        </Card>
        <div>
          <Button icon="send">{t('joining.inviting.go')}</Button>
        </div>
      </Form>
    </>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}
