/** The frame of a page of the settings: where one is, the other parts beside it, the network where there is a choice. */
import { type RegisterName, reasonRegisters } from '../../../domain/registers.ts'
import { paths } from '../../paths.ts'
import type { Children } from '../../ui/context.tsx'
import { Beside } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { SideList } from '../../ui/side-list.tsx'
import type { Settings } from './load.ts'

export type Part = RegisterName | (typeof otherParts)[number] | (typeof ownParts)[number]

export const listParts = [
  ...['categories', 'outcomes', 'demographics', 'facilities', 'organisation-types'],
  ...reasonRegisters,
] as const as readonly RegisterName[]
/** How the network presents itself. */
export const ownParts = ['details', 'look', 'help', 'directory', 'feed'] as const
// biome-ignore format: a list
export const otherParts = ['form', 'areas', 'response-times', 'referring', 'visibility', 'retention', 'consent', 'entry-links', 'connections', 'sign-in-rules'] as const

export function pathOf(part: Part): string {
  if (part === 'areas') return paths.networkArea
  if (part === 'form') return paths.form
  if (part === 'entry-links') return paths.entryLinks
  if (part === 'referring') return paths.referringRules
  if (part === 'visibility') return paths.visibility
  if (part === 'retention') return paths.retention
  if (part === 'sign-in-rules') return paths.signInRules
  if (part === 'details') return paths.networkDetails
  if (part === 'look') return paths.networkLook
  if (part === 'help') return paths.helpContacts
  if (part === 'directory') return paths.publicDirectorySetting
  if (part === 'feed') return paths.feedImport
  if (part === 'consent') return paths.consentWordings
  if (part === 'connections') return paths.connections
  return part === 'response-times' ? paths.responseTimes : paths.register(part)
}

export function SettingsFrame({
  settings: { t, network, at },
  part,
  title,
  lead,
  done,
  back,
  buttons,
  children,
}: {
  settings: Settings
  part: Part
  title: string
  lead?: string
  /** What was just done, from the address. */
  done?: string | undefined
  back?: { href: string; label: string }
  buttons?: Children
  children: Children
}) {
  const items = [...ownParts, ...listParts, ...otherParts].map(one => ({
    href: at(pathOf(one)),
    label: t(`system.part.${one}`),
    current: one === part,
  }))
  const { href, label } = back ?? { href: at(paths.system), label: t('system.title') }
  return (
    <>
      <BackLink href={href}>{label}</BackLink>
      <PageHead over={network.name} title={title} lead={lead}>
        {buttons}
      </PageHead>
      <Beside spare side={<SideList label={t('system.sections')} items={items} />}>
        <Done settings={{ t }} done={done} />
        {children}
      </Beside>
    </>
  )
}

const doings = [
  'add',
  'change',
  'up',
  'down',
  'retire',
  'restore',
  'delete',
  'merge',
  'import',
  'saved',
  'published',
  'discarded',
  'restored',
] as const

export function Done({ settings: { t }, done }: { settings: Pick<Settings, 't'>; done: string | undefined }) {
  const said = doings.find(one => one === done)
  if (!said) return null
  return (
    <Notice tone="success" live>
      <p>{t(`system.done.${said}`)}</p>
    </Notice>
  )
}
