/** Preferences (ADM-2): its parts, each with how it stands now. A further part is a further line of `parts`. */
import { type Context, Hono } from 'hono'
import { type Choosing, noticesFor } from '../../../actions/choose-notices.ts'
import { type HandOver, listHandOvers } from '../../../db/hand-overs.ts'
import { may } from '../../../domain/policy.ts'
import { formatDate, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'

type Part = {
  key: 'notifications' | 'teamInbox' | 'handOver'
  href: string
  shown: (c: Context<PageEnv>) => boolean
  now: (t: T, choosing: Choosing, covers: readonly HandOver[]) => string
}

const parts: readonly Part[] = [
  { key: 'notifications', href: paths.notifications, shown: () => true, now: summaryOf },
  {
    key: 'teamInbox',
    href: paths.teamInbox,
    shown: c => may(c.var.actor, 'manageOrganisation'),
    now: (t, { teamInbox }) => teamInbox ?? t('preferences.noTeamInbox'),
  },
  {
    key: 'handOver',
    href: paths.handOver,
    shown: c => may(c.var.actor, 'handOver'),
    now: (t, _, covers) => coverOf(t, covers),
  },
]

export const preferencesHub = new Hono<PageEnv>().get(paths.preferences, async c => {
  const { t, ctx, actor } = c.var
  const choosing = await noticesFor(ctx)
  const covers = actor.organisationId ? await listHandOvers(ctx.db, actor.organisationId, actor.userId) : []
  const view = (
    <>
      <PageHead title={t('preferences.title')} lead={t('preferences.lead')} />
      <Card flush>
        <ul class="settings-parts">
          {parts
            .filter(part => part.shown(c))
            .map(({ key, href, now }) => (
              <li key={key}>
                <a href={href}>{t(`preferences.part.${key}`)}</a>
                <p class="small">{t(`preferences.partText.${key}`)}</p>
                <p class="small when">{now(t, choosing, covers)}</p>
              </li>
            ))}
        </ul>
      </Card>
    </>
  )
  return render(c, view, { title: t('preferences.title'), width: 'narrow' })
})

function summaryOf(t: T, { kinds }: Choosing): string {
  const count = (how: string) => kinds.filter(one => one.how === how).length
  return t('preferences.summary', { now: count('now'), daily: count('daily'), off: count('off') })
}

function coverOf(t: T, [cover]: readonly HandOver[]): string {
  if (!cover) return t('preferences.noCover')
  const { fromName: from, toName: to, fromDay, untilDay } = cover
  return t('handOver.covered', { from, to, first: formatDate(t, fromDay), last: formatDate(t, untilDay ?? fromDay) })
}
