/** All that a coordinator can set, and who changed what last. */
import { Hono } from 'hono'
import { type LastChange, readLastChanges } from '../../../db/settings.ts'
import { reasonRegisters } from '../../../domain/registers.ts'
import { formatDateTime, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { listParts, otherParts, ownParts, type Part, pathOf } from './frame.tsx'
import { loadSettings, type Settings } from './load.ts'

export const settingsHub = new Hono<PageEnv>().get('/system', async c => {
  const settings = await loadSettings(c)
  const changes = await readLastChanges(c.var.ctx.db, settings.network.id)
  return render(c, <Hub settings={settings} changes={changes} />, { title: c.var.t('system.title') })
})

const isReason = (part: Part) => reasonRegisters.some(one => one === part)

type Props = { settings: Settings; changes: readonly LastChange[] }

function Hub({ settings, changes }: Props) {
  const { t, network, networks } = settings
  return (
    <>
      <PageHead over={network.name} title={t('system.title')} lead={t('system.lead', { network: network.name })} />
      {networks.length > 1 && (
        <Tabs
          label={t('system.network')}
          tabs={networks.map(({ id, name }) => ({
            href: `${paths.system}?network=${id}`,
            label: name,
            current: id === network.id,
          }))}
        />
      )}
      <div class="settings-hub">
        <div class="stack">
          <Card title={t('system.own')} id="own" flush>
            <Parts settings={settings} changes={changes} parts={ownParts} />
          </Card>
          <Card title={t('joining.system.title')} id="organisations" flush>
            <OrganisationParts settings={settings} />
          </Card>
          <Card title={t('system.lists')} id="lists" flush>
            <Parts settings={settings} changes={changes} parts={listParts.filter(part => !isReason(part))} />
          </Card>
        </div>
        <div class="stack">
          <Card title={t('system.rules')} id="rules" flush>
            <Parts settings={settings} changes={changes} parts={otherParts} />
          </Card>
          <Card title={t('system.reasons')} id="reasons" flush>
            <Parts settings={settings} changes={changes} parts={reasonRegisters} />
          </Card>
        </div>
      </div>
    </>
  )
}

/** Who is in the network, who would like to be, and on what terms. */
function OrganisationParts({ settings: { t, at } }: { settings: Settings }) {
  const parts = [
    { key: 'members', href: paths.members },
    { key: 'joining', href: paths.joining },
    { key: 'agreement', href: paths.publishAgreement },
  ] as const
  return (
    <ul class="settings-parts">
      {parts.map(({ key, href }) => (
        <li key={key}>
          <a href={at(href)}>{t(`joining.system.${key}`)}</a>
          <p class="small">{t(`joining.system.${key}Text`)}</p>
        </li>
      ))}
      <li>
        <a href={at(paths.checklist)}>{t('start.checklist.link')}</a>
        <p class="small">{t('start.checklist.linkText')}</p>
      </li>
      <li>
        <a href={at(paths.heldMessages)}>{t('preferences.held.system')}</a>
        <p class="small">{t('preferences.held.systemText')}</p>
      </li>
      <li>
        <a href={at(paths.subjects)}>{t('privacy.desk.link')}</a>
        <p class="small">{t('privacy.desk.linkText')}</p>
      </li>
      <li>
        <a href={paths.webhooks}>{t('webhook.link')}</a>
        <p class="small">{t('webhook.linkText')}</p>
      </li>
      <li>
        <a href={paths.audit}>{t('audit.link')}</a>
        <p class="small">{t('audit.linkText')}</p>
      </li>
    </ul>
  )
}

function Parts({ settings: { t, at }, changes, parts }: Props & { parts: readonly Part[] }) {
  return (
    <ul class="settings-parts">
      {parts.map(part => (
        <li key={part}>
          <a href={at(pathOf(part))}>{t(`system.part.${part}`)}</a>
          <p class="small">{t(`system.leadOf.${part}`)}</p>
          <Change t={t} change={changes.find(one => one.part === part)} />
        </li>
      ))}
    </ul>
  )
}

function Change({ t, change }: { t: T; change: LastChange | undefined }) {
  return change ? <p class="small when">{sayChange(t, change)}</p> : null
}

export function sayChange(t: T, change: LastChange | null | undefined): string {
  if (!change) return t('system.never')
  const when = formatDateTime(t, change.at)
  return change.by ? t('system.lastBy', { name: change.by, when }) : t('system.last', { when })
}
