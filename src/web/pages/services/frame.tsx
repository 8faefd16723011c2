/** The frame of a section's page: where one is, the other sections beside it, the network where there is a choice. */
import { sectionStates, sections } from '../../../domain/service-sections.ts'
import { paths } from '../../paths.ts'
import type { Children } from '../../ui/context.tsx'
import { Beside } from '../../ui/layout.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { SideList } from '../../ui/side-list.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import type { Editor } from './load.ts'

export type Part = (typeof sections)[number] | 'area'

export function statesOf({ service, place }: Pick<Editor, 'service' | 'place'>) {
  return sectionStates({ ...service, categoryIds: place.categoryIds, restrictions: place.restrictions })
}

/** `byNetwork`: what is said here differs from network to network. */
export function SectionFrame({
  editor,
  part,
  title,
  lead,
  byNetwork,
  children,
}: {
  editor: Editor
  part: Part
  title: string
  lead?: string
  byNetwork?: boolean
  children: Children
}) {
  const { t, service, at } = editor
  const states = statesOf(editor)
  const items = sections.map(name => ({
    href: at(paths.serviceSection(service.id, name)),
    label: t(`service.section.${name}`),
    current: name === part || (name === 'details' && part === 'area'),
    done: states[name] === 'completed',
  }))
  return (
    <>
      <BackLink href={at(paths.editService(service.id))}>{service.name}</BackLink>
      <PageHead title={title} lead={lead} />
      <Beside side={<SideList label={t('service.sections')} items={items} doneLabel={t('status.task.completed')} />}>
        {byNetwork && <NetworkTabs editor={editor} part={part} />}
        {children}
      </Beside>
    </>
  )
}

function NetworkTabs({ editor, part }: { editor: Editor; part: Part }) {
  const { t, service, network, networks } = editor
  if (networks.length < 2) return null
  const tabs = networks.map(({ id, name }) => ({
    href: `${paths.serviceSection(service.id, part)}?network=${id}`,
    label: name,
    current: id === network.id,
  }))
  return <Tabs label={t('service.inNetwork')} tabs={tabs} />
}
