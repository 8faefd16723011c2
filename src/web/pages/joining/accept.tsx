/** NET-2: by the link of an invitation, a person makes their account and their organisation. Opening it uses nothing up. */
import { type Context, Hono } from 'hono'
import { acceptInvitation } from '../../../actions/accept-invitation.ts'
import { isFor } from '../../../actions/sign-in-by-provider.ts'
import { hashToken } from '../../../auth/secrets.ts'
import { findInvitation, type Invitation } from '../../../db/invitations.ts'
import { findUser, listMemberships } from '../../../db/users.ts'
import { acceptanceForm } from '../../../domain/joining.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { Key, T } from '../../../words/index.ts'
import type { PublicEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths, signInThen } from '../../paths.ts'
import { keepSession, visitorOf } from '../../session.ts'
import { LinkButton } from '../../ui/button.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { nameOfProvider } from '../sign-in/provider-button.tsx'
import { dropVouched, readVouched } from '../sign-in/single-sign-on.ts'
import { AcceptForm } from './accept-form.tsx'

const words: Readonly<Record<string, Key>> = {
  'name.required': 'joining.accepting.nameMissing',
  'password.short': 'auth.tooShort',
  'password.common': 'auth.common',
  'password.too_long': 'auth.tooLong',
  'organisationName.required': 'joining.accepting.organisationMissing',
  'organisationName.taken': 'joining.accepting.organisationTaken',
}

export const acceptPage = new Hono<PublicEnv>()
  .get(paths.acceptInvitation, async c => {
    const link = c.req.query('token') ?? ''
    const invitation = await find(c, link)
    return invitation ? show(c, invitation, link, {}, {}) : showOver(c)
  })
  .post(paths.acceptInvitation, async c => {
    const form = read(acceptanceForm, c.var.form)
    const link = String(c.var.form.get('link') ?? '')
    const invitation = await find(c, link)
    if (!invitation) return showOver(c)
    if (!form.ok) return show(c, invitation, link, form.typed, wordErrors(c.var.t, form.errors, words))
    try {
      const by = { ...visitorOf(c), proof: readVouched(c) }
      const { session, describes } = await acceptInvitation(c.var.ctx, form.value, by)
      dropVouched(c)
      if (session) await keepSession(c, session)
      return c.redirect(describes ? paths.gettingStarted : paths.home, 303)
    } catch (error) {
      if (isProblem(error) && error.code === 'not_now') return showOver(c)
      if (!isProblem(error) || error.code !== 'invalid') throw error
      const told = [{ field: error.field ?? '', code: String(error.values.reason) }]
      return show(c, invitation, link, form.typed, wordErrors(c.var.t, told, words))
    }
  })

function find(c: Context<PublicEnv>, link: string): Promise<Invitation | null> {
  const { database, now } = c.var.deps
  return findInvitation(database.db, hashToken(link), now())
}

/** Whoever looks after a network or reads its figures joins nothing. */
function titleOf(t: T, { role, into }: Pick<Invitation, 'role' | 'into'>): string {
  if (role === 'coordinator' || role === 'commissioner') return t(`joining.accepting.as.${role}`, { network: into })
  return t('joining.accepting.title', { network: into })
}

async function show(
  c: Context<PublicEnv>,
  invitation: Invitation,
  link: string,
  values: FormValues,
  errors: FormErrors,
) {
  const { t, deps, actor } = c.var
  const { db } = deps.database
  const title = titleOf(t, invitation)
  const known = await findUser(db, invitation.email)
  if (known && known.id !== actor?.userId) return showKnown(c, invitation, link, title)
  const mine = known ? await listMemberships(db, known.id) : []
  const view = (
    <AcceptForm
      t={t}
      title={title}
      invitation={invitation}
      link={link}
      isKnown={!!known}
      provider={providerFor(c, invitation)}
      mine={mine}
      values={values}
      errors={errors}
    />
  )
  return render(c, view, { title, errors, islands: ['password'], width: 'narrow' })
}

/** By whom they may sign in instead of choosing a password; `vouched`: they came from there just now. */
function providerFor(c: Context<PublicEnv>, invitation: Invitation) {
  const { t, deps } = c.var
  const { oidc } = deps.config
  const asserted = readVouched(c)
  return oidc && { name: nameOfProvider(t, oidc), vouched: !!asserted && isFor(invitation, asserted) }
}

/** The address has an account: it is that person who has to accept. */
function showKnown(c: Context<PublicEnv>, { email, into }: Invitation, link: string, title: string) {
  const { t, actor } = c.var
  const here = `${paths.acceptInvitation}?${new URLSearchParams({ token: link })}`
  const view = (
    <>
      <PageHead over={into} title={title} lead={t('joining.accepting.signInFirst', { email })} />
      {actor ? (
        <p>{t('joining.accepting.otherAccount')}</p>
      ) : (
        <LinkButton href={signInThen(here)}>{t('joining.accepting.signIn')}</LinkButton>
      )}
    </>
  )
  return render(c, view, { title, width: 'centred' })
}

function showOver(c: Context<PublicEnv>) {
  const { t } = c.var
  const title = t('joining.accepting.overTitle')
  const view = (
    <>
      <PageHead title={title} lead={t('joining.accepting.overText')} />
      <LinkButton look="quiet" href={paths.signIn}>
        {t('auth.signIn')}
      </LinkButton>
    </>
  )
  return render(c, view, { title, width: 'centred', status: 410 })
}
