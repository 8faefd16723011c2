/** A service's editor: five sections in any order, what the public will see, whom it would be suggested for. */
import { Hono } from 'hono'
import { listAreas } from '../../../db/areas.ts'
import { sections } from '../../../domain/service-sections.ts'
import { formatList } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { TaskList } from '../../ui/task-list.tsx'
import { AreaShown, readAreaShown } from './area-shown.tsx'
import { statesOf } from './frame.tsx'
import { StandingTag } from './list-row.tsx'
import { type Editor, loadEditor } from './load.ts'
import { PublicCard } from './public-card.tsx'
import { sayCapacity, sayCatchment, sayHours, sayRestrictions } from './say.ts'

type Names = ReadonlyMap<string, string>
const done = ['saved', 'copied', 'picture', 'resumed', 'paused'] as const

export const serviceHub = new Hono<PageEnv>().get('/services/:id/edit', async c => {
  const editor = await loadEditor(c)
  const areas = new Map(
    (
      await listAreas(
        c.var.ctx.db,
        editor.service.networks.map(({ id }) => id),
      )
    ).map(({ code, name }) => [code, name]),
  )
  const area = await readAreaShown(c.var.ctx.db, editor)
  const view = <Hub editor={editor} areas={areas} area={area} done={c.req.query('done')} />
  return render(c, view, { title: editor.service.name })
})

type Props = { editor: Editor; areas: Names; area: Awaited<ReturnType<typeof readAreaShown>>; done: string | undefined }

function Hub({ editor, areas, area, done: what }: Props) {
  const { t, service, at } = editor
  const said = done.find(one => one === what)
  const states = statesOf(editor)
  const missing = sections.filter(name => states[name] === 'incomplete')
  return (
    <>
      <BackLink href={paths.services}>{t('service.list.title')}</BackLink>
      <PageHead over={<StandingTag t={t} service={service} />} title={service.name} lead={service.organisationName}>
        <LinkButton look="quiet" icon="search" href={at(paths.tryService(service.id))}>
          {t('service.try.link')}
        </LinkButton>
      </PageHead>
      {said && (
        <Notice tone="success" live>
          <p>{t(`service.hub.done.${said}`)}</p>
        </Notice>
      )}
      <div class="service-hub">
        <div class="stack">
          <Networks editor={editor} />
          <Card title={t('service.hub.sections')} id="sections" aside={t('service.hub.anyOrder')}>
            <TaskList
              tasks={sections.map(name => ({
                href: at(paths.serviceSection(service.id, name)),
                label: t(`service.section.${name}`),
                hint: summaryOf(editor, name, areas),
                state: states[name],
              }))}
            />
          </Card>
          <Ready editor={editor} missing={missing.map(name => t(`service.section.${name}`))} />
          <AreaShown editor={editor} area={area} areas={areas} />
        </div>
        <div class="stack">
          <PublicCard editor={editor} areas={areas} />
        </div>
      </div>
    </>
  )
}

function Networks({ editor: { t, service, network, networks } }: { editor: Editor }) {
  if (networks.length < 2) return null
  const tabs = networks.map(({ id, name }) => ({
    href: `${paths.editService(service.id)}?network=${id}`,
    label: name,
    current: id === network.id,
  }))
  return <Tabs label={t('service.inNetwork')} tabs={tabs} />
}

/** A service that takes no referrals yet, or again: what is still missing, and the button that starts it. */
function Ready({ editor, missing }: { editor: Editor; missing: readonly string[] }) {
  const { t, service, place } = editor
  const isPaused = service.status === 'paused' || service.pausedUntil !== null
  if (!isPaused) return null
  const may = place.categoryIds.length > 0
  return (
    <Card title={t(may ? 'service.ready.title' : 'service.ready.notYet')} id="ready" act={may}>
      <p>
        {missing.length > 0 ? t('service.ready.missing', { sections: formatList(t, missing) }) : t('service.ready.all')}
      </p>
      {may && (
        <Form plain action={paths.serviceAct(service.id, 'resume')}>
          <p class="buttons">
            <Button icon="check">{t('service.ready.go')}</Button>
          </p>
        </Form>
      )}
    </Card>
  )
}

/** What has been said so far, under each section's name. */
function summaryOf(editor: Editor, section: (typeof sections)[number], areas: Names): string {
  const { t, service, network, place } = editor
  switch (section) {
    case 'details': {
      const labels = place.categoryIds.map(id => network.categories.get(id)?.label ?? '')
      const where = service.venue ? service.venue.name || service.venue.address1 : t('service.details.noVenue')
      const reach = sayCatchment(t, service.catchment, areas, network.name)
      return [labels.length > 0 ? formatList(t, labels) : null, where, reach].filter(Boolean).join(' · ')
    }
    case 'hours':
      return sayHours(t, service.spans).join(' · ') || t('service.hours.notSaid')
    case 'capacity':
      return sayCapacity(t, service)
    case 'public':
      return t(place.listed ? 'service.public.isListed' : 'service.public.isNotListed')
    case 'restrictions':
      return sayRestrictions(t, network, place.restrictions).join(' · ') || t('service.only.everyone')
  }
}
