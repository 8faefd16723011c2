/** The first steps of an organisation that has just joined: what is done, what is left, in any order. */
import { type Context, Hono } from 'hono'
import { listAgreementsAsked } from '../../../db/agreements.ts'
import { readProfile } from '../../../db/profiles.ts'
import { type KeptService, listKeptServices } from '../../../db/services/kept.ts'
import { profileStates } from '../../../domain/profile.ts'
import { sectionStates } from '../../../domain/service-sections.ts'
import { formatList, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Task, TaskList } from '../../ui/task-list.tsx'

export const startPage = new Hono<PageEnv>().get(paths.gettingStarted, async c => {
  const { t, actor } = c.var
  const id = actor.organisationId
  if (!id) throw absent()
  const tasks = await listTasks(c, id)
  const done = tasks.filter(({ state }) => state === 'completed').length
  const organisation = actor.organisationName ?? ''
  const isReady = done === tasks.length
  const title = isReady ? t('joining.start.titleReady', { organisation }) : t('joining.start.title', { organisation })
  const view = (
    <>
      <PageHead title={title} lead={isReady ? t('joining.start.leadReady') : t('joining.start.lead')}>
        <LinkButton look={isReady ? 'go' : 'quiet'} icon="eye" href={paths.organisation(id)}>
          {t('joining.start.see')}
        </LinkButton>
      </PageHead>
      <Card
        title={t('joining.start.titleShort')}
        id="steps"
        aside={t('joining.start.progress', { done, of: tasks.length })}
      >
        <TaskList tasks={tasks} />
      </Card>
    </>
  )
  return render(c, view, { title: t('joining.start.titleShort'), width: 'narrow' })
})

async function listTasks(c: Context<PageEnv>, id: string): Promise<Task[]> {
  const { t, ctx, actor } = c.var
  const profile = await readProfile(ctx.db, actor, id)
  const services = await listKeptServices(ctx.db, id)
  const asked = await listAgreementsAsked(ctx.db, actor)
  const said = profileStates(profile)
  const described = said.about === 'completed' && said.contact === 'completed'
  return [
    ...asked.map(({ slug, networkName: network }) => ({
      href: paths.agreement(slug),
      label: t('joining.start.agreement', { network }),
      hint: t('joining.start.agreementHint'),
      state: 'incomplete' as const,
    })),
    {
      ...{ href: paths.profile(id), label: t('joining.start.profile'), hint: t('joining.start.profileHint') },
      state: described ? 'completed' : 'incomplete',
    },
    {
      href: paths.profileSection(id, 'guidance'),
      ...{ label: t('joining.start.guidance'), hint: t('joining.start.guidanceHint'), state: said.guidance },
    },
    ...serviceTasks(t, services),
    {
      ...{
        href: `${paths.profile(id)}#confirm`,
        label: t('joining.start.confirm'),
        hint: t('joining.start.confirmHint'),
      },
      state: profile.confirmedAt ? 'completed' : 'incomplete',
    },
  ]
}

/** One to add the first, then one for each that is unfinished. */
function serviceTasks(t: T, services: readonly KeptService[]): Task[] {
  const first: Task = {
    href: services.length > 0 ? paths.services : paths.newService,
    ...{ label: t('joining.start.service'), hint: t('joining.start.serviceHint') },
    state: services.length > 0 ? 'completed' : 'incomplete',
  }
  return [first, ...services.flatMap(service => [...unfinished(t, service), ...unopened(t, service)])]
}

/** A new service takes no referrals until somebody says that it is ready; one paused until a day comes back by itself. */
function unopened(t: T, { id, name, status, pausedUntil }: KeptService): Task[] {
  if (status !== 'paused' || pausedUntil !== null) return []
  const said = { label: t('joining.start.open', { name }), hint: t('joining.start.openHint') }
  return [{ ...said, href: paths.editService(id), state: 'incomplete' }]
}

function unfinished(t: T, service: KeptService): Task[] {
  const [place] = service.places
  const states = sectionStates({
    ...service,
    categoryIds: place?.categoryIds ?? [],
    restrictions: place?.restrictions ?? {},
  })
  const missing = (['details', 'hours', 'capacity', 'public'] as const).filter(one => states[one] === 'incomplete')
  if (missing.length === 0) return []
  const what = formatList(
    t,
    missing.map(one => t(`service.section.${one}`)),
  )
  const label = t('joining.start.finishService', { name: service.name })
  return [
    { href: paths.editService(service.id), label, hint: t('joining.start.finishHint', { what }), state: 'incomplete' },
  ]
}
