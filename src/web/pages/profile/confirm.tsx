/** ORG-4: by the link of the three-monthly letter: what others find, and one press to say that it is right. No sign-in; looking changes nothing. */
import { type Context, Hono } from 'hono'
import { confirmByLink, readConfirmLink } from '../../../actions/confirm-organisation.ts'
import type { Profile } from '../../../db/profiles.ts'
import { showPhone } from '../../../domain/phone.ts'
import { isProblem } from '../../../domain/problem.ts'
import { formatDate, type T } from '../../../words/index.ts'
import type { PublicEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths, signInThen } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { idOf } from '../services/load.ts'
import { sayHours } from '../services/say.ts'

const address = '/confirm/:message'

export const confirmPage = new Hono<PublicEnv>()
  .get(address, async c => {
    const token = c.req.query('token') ?? ''
    const found = await readConfirmLink(c.var.ctx, { messageId: idOf(c.req.param('message')), token })
    if (!found) return showOver(c)
    return found.done ? showDone(c, found.profile) : showEntry(c, found.profile, token)
  })
  .post(address, async c => {
    const link = { messageId: idOf(c.req.param('message')), token: String(c.var.form.get('link') ?? '') }
    try {
      await confirmByLink(c.var.ctx, link)
    } catch (error) {
      if (isProblem(error) && error.code === 'not_now') return showOver(c)
      throw error
    }
    return c.redirect(`${paths.confirmByLink(link.messageId)}?token=${link.token}`, 303)
  })

function showEntry(c: Context<PublicEnv>, profile: Profile, token: string) {
  const { t } = c.var
  const title = t('joining.confirming.title')
  const view = (
    <>
      <PageHead title={title} lead={t('joining.confirming.lead', { name: profile.name })} />
      <div class="stack">
        <Card title={profile.name} id="entry" aside={lastOf(t, profile)}>
          <EntryFacts t={t} profile={profile} />
        </Card>
        <Form action={paths.confirmByLink(c.req.param('message') ?? '')} plain>
          <input type="hidden" name="link" value={token} />
          <Button icon="check">{t('joining.confirming.go')}</Button>
        </Form>
        <p>
          {t('joining.confirming.wrong')}{' '}
          <a href={signInThen(paths.profile(profile.id))}>{t('joining.confirming.change')}</a>
        </p>
      </div>
    </>
  )
  return render(c, view, { title, width: 'narrow' })
}

function lastOf(t: T, { confirmedAt }: Profile): string {
  return confirmedAt
    ? t('joining.confirming.last', { date: formatDate(t, confirmedAt) })
    : t('joining.confirming.never')
}

/** What members of its networks can read anyway; who changed it is left out. */
function EntryFacts({ t, profile }: { t: T; profile: Profile }) {
  const { address1, address2, city, postcode, phone, services } = profile
  return (
    <Facts
      facts={[
        { name: t('profile.kind'), value: profile.kind },
        {
          name: t('profile.description'),
          value: profile.description && <span class="pre-line">{profile.description}</span>,
        },
        { name: t('profile.address1'), value: [address1, address2, city, postcode].filter(Boolean).join(', ') },
        { name: t('common.phone'), value: phone && showPhone(phone) },
        { name: t('common.email'), value: profile.email },
        { name: t('profile.website'), value: profile.website },
        {
          name: t('profile.section.hours'),
          value: sayHours(t, profile.spans).map(line => <div key={line}>{line}</div>),
        },
        { name: t('profile.languages'), value: profile.languages.join(', ') },
        {
          name: t('profile.section.guidance'),
          value: profile.referralGuidance && <span class="pre-line">{profile.referralGuidance}</span>,
        },
        {
          name: t('joining.confirming.services'),
          value:
            services.length > 0
              ? services.map(({ id, name }) => <div key={id}>{name}</div>)
              : t('joining.confirming.noServices'),
        },
      ]}
    />
  )
}

function showDone(c: Context<PublicEnv>, { name }: Profile) {
  const { t } = c.var
  const title = t('joining.confirming.doneTitle', { name })
  return render(c, <PageHead title={title} lead={t('joining.confirming.doneText')} />, { title, width: 'centred' })
}

function showOver(c: Context<PublicEnv>) {
  const { t } = c.var
  const title = t('joining.confirming.overTitle')
  const view = (
    <>
      <PageHead title={title} lead={t('joining.confirming.overText')} />
      <LinkButton look="quiet" href={paths.signIn}>
        {t('auth.signIn')}
      </LinkButton>
    </>
  )
  return render(c, view, { title, width: 'centred', status: 410 })
}
