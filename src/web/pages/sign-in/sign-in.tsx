/** Signing in. */
import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import { signIn } from '../../../actions/sign-in.ts'
import { type DemonstrationSignIn, isDemonstration, readDemonstrationSignIns } from '../../../db/demonstration.ts'
import { hasOpenNetwork } from '../../../db/open-data/networks.ts'
import type { T } from '../../../words/index.ts'
import type { PublicEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { ownPath, paths } from '../../paths.ts'
import { publicPaths } from '../../public-paths.ts'
import { keepSession, visitorOf } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { EmailField, PasswordField } from '../../ui/text-field.tsx'
import { isUnsent } from '../../unsent-mark.ts'
import { DemonstrationSignIns } from './demonstration.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import { field, nameOfProvider, ProviderButton, refusalOf } from './provider-button.tsx'
import { showSecond } from './second.tsx'

const credentials = z.strictObject({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(200),
  next: z.string().max(2000).default(''),
})
const words = { email: 'auth.emailMissing', password: 'auth.passwordMissing' } as const

export const signInPage = new Hono<PublicEnv>()
  .get(paths.signIn, async c => {
    const next = ownPath(c.req.query('next'))
    if (c.var.actor) return c.redirect(next, 303)
    const provider = providerName(c)
    const refusal = provider ? refusalOf(c.var.t, c.req.query('sso'), provider) : null
    return show(c, { values: { next }, done: c.req.query('done'), ...refusal })
  })
  .post(paths.signIn, async c => {
    const form = read(credentials, c.var.form)
    const values = { ...form.typed, password: '' }
    if (!form.ok) return show(c, { values, errors: wordErrors(c.var.t, form.errors, words) })
    const { next, ...credential } = form.value
    const signedIn = await signIn(c.var.ctx, {
      ...credential,
      ...visitorOf(c),
      demonstration: await isDemonstration(c.var.ctx.db, c.var.deps.config.demo),
    })
    if (!signedIn) return show(c, { values, errors: { email: c.var.t('auth.wrong') } })
    if ('key' in signedIn) return showSecond(c, signedIn, { next })
    await keepSession(c, signedIn)
    return c.redirect(ownPath(next), 303)
  })

type Shown = { values: FormValues; errors?: FormErrors; done?: string | undefined; status?: ContentfulStatusCode }

function providerName({ var: { t, deps } }: Context<PublicEnv>): string | null {
  const { oidc } = deps.config
  return oidc && nameOfProvider(t, oidc)
}

async function show(c: Context<PublicEnv>, { values, errors = {}, done, ...shown }: Shown) {
  const { t, deps } = c.var
  const db = deps.database.db
  const signIns = (await isDemonstration(db, deps.config.demo)) ? await readDemonstrationSignIns(db) : []
  const provider = providerName(c)
  const around = { provider, signIns, directory: await hasOpenNetwork(db) }
  const view = <SignIn t={t} values={values} errors={errors} done={done} {...around} />
  return render(c, view, {
    title: t('auth.signIn'),
    errors,
    islands: ['password', 'passkey'],
    width: 'centred',
    ...shown,
  })
}

/** `directory`: there is one that anybody may look at. */
type Props = Shown & {
  t: T
  provider: string | null
  signIns: readonly DemonstrationSignIn[]
  directory: boolean
}

function SignIn({ t, values, errors = {}, done, provider, signIns, directory }: Props) {
  const next = String(values.next ?? '')
  return (
    <Stack>
      <Done t={t} done={done ?? (isUnsent(next) ? 'unsent' : undefined)} provider={provider} />
      <PageHead title={t('auth.signIn')} />
      {provider && (
        <ProviderButton
          t={t}
          name={provider}
          next={ownPath(next)}
          error={errors[field]}
          or={t('auth.sso.orPassword')}
        />
      )}
      <Form action={paths.signIn} values={values} errors={errors}>
        <input type="hidden" name="next" value={next} />
        <EmailField name="email" label={t('auth.email')} autocomplete="username" />
        <PasswordField name="password" label={t('auth.password')} />
        <Button look={provider ? 'quiet' : 'go'}>{t('auth.signIn')}</Button>
      </Form>
      <PasskeyForm
        t={t}
        action={paths.signInPasskey}
        options={paths.askPasskey}
        label={t('auth.passkey.alone')}
        failed={t('auth.passkey.failed')}
      >
        <input type="hidden" name="next" value={next} />
      </PasskeyForm>
      <div>
        <p>
          <a href={paths.forgotten}>{t('auth.forgotten')}</a>
        </p>
        <p class="small">{t('auth.invitationOnly')}</p>
        {directory && (
          <p>
            {t('auth.findHelp')} <a href={publicPaths.networks}>{t('auth.findHelpGo')}</a>
          </p>
        )}
      </div>
      {signIns.length > 0 && <DemonstrationSignIns t={t} signIns={signIns} />}
    </Stack>
  )
}

function Done({ t, done, provider }: Pick<Props, 't' | 'done' | 'provider'>) {
  const outHere = done === 'out-here' && provider
  const texts: Readonly<Record<string, string>> = {
    password: t('auth.passwordChanged'),
    out: t('auth.signedOut'),
    passkey: t('auth.passkey.refused'),
    unsent: t('auth.session.signInFirst'),
  }
  const text = outHere ? t('auth.signedOut') : texts[done ?? '']
  if (!text) return null
  return (
    <Notice tone={done === 'passkey' || done === 'unsent' ? 'warning' : 'success'} live>
      <p>{text}</p>
      {outHere && (
        <p>
          {t('auth.sso.stillThere', { name: provider })}{' '}
          <a href={paths.ssoEnd}>{t('auth.sso.outThere', { name: provider })}</a>
        </p>
      )}
    </Notice>
  )
}
