/** ORG-1, ORG-4: an organisation's entry: its parts as a list of tasks, its logo, and whether it is still right. */
import { Hono } from 'hono'
import { confirmOrganisation } from '../../../actions/confirm-organisation.ts'
import { readOwnQuestions } from '../../../db/own-questions.ts'
import { confirmBy } from '../../../domain/confirmation.ts'
import { profileSections, profileStates } from '../../../domain/profile.ts'
import { formatDate } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { TaskList } from '../../ui/task-list.tsx'
import { idOf } from '../services/load.ts'
import { type Entry, loadEntry } from './load.ts'
import { Logo } from './logo.tsx'

export const profileHub = new Hono<PageEnv>()
  .get('/organisations/:id/edit', async c => {
    const entry = await loadEntry(c)
    const { definition } = await readOwnQuestions(c.var.ctx.db, entry.network.id, entry.profile.id)
    const asks = definition.questions.length > 0
    const view = <Hub entry={entry} asks={asks} done={c.req.query('done')} now={c.var.ctx.now()} />
    return render(c, view, { title: titleOf(entry) })
  })
  .post('/organisations/:id/confirm', async c => {
    const id = idOf(c.req.param('id'))
    await confirmOrganisation(c.var.ctx, id)
    return c.redirect(`${paths.profile(id)}?done=confirmed`, 303)
  })

function titleOf({ t, isOwn, profile }: Entry): string {
  return isOwn ? t('profile.title') : t('profile.titleOf', { name: profile.name })
}

type HubProps = { entry: Entry; asks: boolean; done: string | undefined; now: Date }

function Hub({ entry, asks, done, now }: HubProps) {
  const { t, profile, at, isOwn } = entry
  const states = profileStates(profile)
  return (
    <>
      <PageHead over={isOwn ? t('profile.title') : undefined} title={profile.name} lead={t('profile.lead')}>
        <LinkButton look="quiet" icon="eye" href={paths.organisation(profile.id)}>
          {t('profile.see')}
        </LinkButton>
        <LinkButton
          look="quiet"
          icon="hand-helping"
          href={isOwn ? paths.services : `${paths.services}?organisation=${profile.id}`}
        >
          {isOwn ? t('profile.services') : t('profile.servicesOf')}
        </LinkButton>
        {isOwn && (
          <LinkButton look="quiet" icon="send" href={paths.webhooks}>
            {t('webhook.link')}
          </LinkButton>
        )}
      </PageHead>
      <div class="stack">
        {(done === 'saved' || done === 'confirmed') && (
          <Notice tone="success" live>
            <p>{done === 'saved' ? t('profile.saved') : t('joining.done.confirmed')}</p>
          </Notice>
        )}
        <Card title={t('profile.sections')} id="sections">
          <TaskList
            tasks={[
              ...profileSections.map(section => ({
                href: at(paths.profileSection(profile.id, section)),
                label: t(`profile.section.${section}`),
                hint: t(`profile.sectionHint.${section}`),
                state: states[section],
              })),
              {
                href: at(paths.ownQuestions(profile.id)),
                label: t('designer.own.title'),
                hint: t('designer.own.hint'),
                state: asks ? 'completed' : 'not_needed',
              },
            ]}
          />
        </Card>
        <Logo entry={entry} errors={{}} />
        <Confirm entry={entry} now={now} />
      </div>
    </>
  )
}

function Confirm({ entry: { t, profile }, now }: { entry: Entry; now: Date }) {
  const { id, confirmedAt, createdAt, changedAt, changedBy } = profile
  const isOverdue = confirmBy(confirmedAt ?? createdAt) < now
  return (
    <Card title={t('profile.card')} id="confirm" act={isOverdue} aside={isOverdue ? t('profile.overdue') : undefined}>
      <div class="stack tight">
        <p>
          {sayConfirmed(t, profile)}
          {changedAt && changedBy && `. ${t('profile.changed', { date: formatDate(t, changedAt), name: changedBy })}`}
        </p>
        <p class="small">{t('profile.confirmText')}</p>
        <Form action={paths.confirmProfile(id)} plain>
          <Button look={isOverdue || !confirmedAt ? 'go' : 'quiet'} icon="check">
            {t('profile.confirm')}
          </Button>
        </Form>
      </div>
    </Card>
  )
}

export function sayConfirmed(t: Entry['t'], { confirmedAt, confirmedBy }: Entry['profile']): string {
  if (!confirmedAt) return t('joining.confirming.never')
  const date = formatDate(t, confirmedAt)
  return confirmedBy
    ? t('joining.confirming.lastBy', { date, name: confirmedBy })
    : t('joining.confirming.last', { date })
}
