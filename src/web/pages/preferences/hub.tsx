/** Preferences (ADM-2): its parts in groups, each with how it stands now. A further part is a further line of `groups`. */
import { type Context, Hono } from 'hono'
import { type Choosing, noticesFor } from '../../../actions/choose-notices.ts'
import { type Account, readAccount } from '../../../db/accounts.ts'
import { type HandOver, listHandOvers } from '../../../db/hand-overs.ts'
import { isOn, readSecondStep, type SecondStep } from '../../../db/second-step.ts'
import { listSessions } from '../../../db/sessions.ts'
import { listTokens } from '../../../db/tokens.ts'
import { may } from '../../../domain/policy.ts'
import { formatDate, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'

export const preferencesHub = new Hono<PageEnv>().get(paths.preferences, async c => {
  const { t } = c.var
  const standing = await readStanding(c)
  const view = (
    <>
      <PageHead title={t('preferences.title')} lead={t('preferences.lead')} />
      <div class="settings-hub">
        <Group title={t('account.group.signIn')} id="sign-in" parts={signInParts(t, standing)} />
        <div class="stack">
          <Group title={t('account.group.you')} id="you" parts={ownParts(t, standing)} />
          <Group title={t('account.group.work')} id="work" parts={workParts(c, standing)} />
        </div>
      </div>
    </>
  )
  return render(c, view, { title: t('preferences.title') })
})

type Standing = {
  account: Account
  second: SecondStep
  devices: number
  tokens: number
  choosing: Choosing
  covers: readonly HandOver[]
}

async function readStanding(c: Context<PageEnv>): Promise<Standing> {
  const { ctx, actor } = c.var
  const { userId, organisationId } = actor
  const now = ctx.now()
  const tokens = await listTokens(ctx.db, userId)
  return {
    account: await readAccount(ctx.db, userId),
    second: await readSecondStep(ctx.db, userId),
    devices: (await listSessions(ctx.db, userId, now)).length,
    tokens: tokens.filter(({ revokedAt, expiresAt }) => !revokedAt && expiresAt > now).length,
    choosing: await noticesFor(ctx),
    covers: organisationId ? await listHandOvers(ctx.db, organisationId, userId) : [],
  }
}

/** `now`: how it stands. */
type Part = { href: string; name: string; text: string; now: string }

function ownParts(t: T, { account: { name, email, language } }: Standing): Part[] {
  return [
    own(t, 'name', paths.ownName, name),
    own(t, 'email', paths.ownEmail, email),
    own(t, 'language', paths.ownLanguage, t(`account.language.${language}`)),
  ]
}

function signInParts(t: T, { account, second, devices, tokens }: Standing): Part[] {
  const since = account.passwordChangedAt
  const password = since ? t('account.now.passwordSince', { date: formatDate(t, since) }) : t('account.now.noPassword')
  return [
    own(t, 'password', paths.ownPassword, password),
    own(t, 'twoStep', paths.twoStep, t(isOn(second) ? 'account.now.on' : 'account.now.off')),
    own(t, 'passkeys', paths.passkeys, t('account.now.passkeys', { count: second.passkeys })),
    own(t, 'devices', paths.devices, t('account.now.devices', { count: devices })),
    own(t, 'tokens', paths.tokens, t('account.now.tokens', { count: tokens })),
  ]
}

type OwnKey = 'name' | 'email' | 'language' | 'password' | 'twoStep' | 'passkeys' | 'devices' | 'tokens'

function own(t: T, key: OwnKey, href: string, now: string): Part {
  return { href, name: t(`account.part.${key}`), text: t(`account.partText.${key}`), now }
}

function workParts({ var: { t, actor } }: Context<PageEnv>, { choosing, covers }: Standing): Part[] {
  const part = (key: 'notifications' | 'teamInbox' | 'handOver', href: string, now: string): Part => {
    return { href, name: t(`preferences.part.${key}`), text: t(`preferences.partText.${key}`), now }
  }
  const team = choosing.teamInbox ?? t('preferences.noTeamInbox')
  return [
    part('notifications', paths.notifications, summaryOf(t, choosing)),
    ...(may(actor, 'manageOrganisation') ? [part('teamInbox', paths.teamInbox, team)] : []),
    ...(may(actor, 'handOver') ? [part('handOver', paths.handOver, coverOf(t, covers))] : []),
  ]
}

function Group({ title, id, parts }: { title: string; id: string; parts: readonly Part[] }) {
  return (
    <Card title={title} id={id} flush>
      <ul class="settings-parts">
        {parts.map(({ href, name, text, now }) => (
          <li key={href}>
            <a href={href}>{name}</a>
            <p class="small">{text}</p>
            <p class="small when">{now}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function summaryOf(t: T, { kinds }: Choosing): string {
  const count = (how: string) => kinds.filter(one => one.how === how).length
  return t('preferences.summary', { now: count('now'), daily: count('daily'), off: count('off') })
}

function coverOf(t: T, [cover]: readonly HandOver[]): string {
  if (!cover) return t('preferences.noCover')
  const { fromName: from, toName: to, fromDay, untilDay } = cover
  return t('handOver.covered', { from, to, first: formatDate(t, fromDay), last: formatDate(t, untilDay ?? fromDay) })
}
