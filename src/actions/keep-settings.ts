/** NET-1: keeps any of a network's settings, several at once or one page's, for the pages and the API alike. */
import { hashToken } from '../auth/secrets.ts'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { saveSettings } from '../db/network-area.ts'
import { saveNetworkColumns } from '../db/network-columns.ts'
import { type Network, readNetwork } from '../db/networks.ts'
import type { DB } from '../db/schema.ts'
import { lockSettings } from '../db/settings.ts'
import {
  columnNames,
  type SettingsPart,
  type SettingsPatch,
  settingsOf,
  settingsParts,
} from '../domain/network-settings.ts'
import type { Permission } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

/** What was done, for the log, and under which of the settings' pages it is named as the last change. */
const kinds: Record<SettingsPart, { action: string; page: string }> = {
  details: { action: 'keepDetails', page: 'details' },
  help: { action: 'keepHelp', page: 'help' },
  look: { action: 'keepLook', page: 'look' },
  directory: { action: 'keepDirectory', page: 'directory' },
  referring: { action: 'keepReferring', page: 'referring' },
  visibility: { action: 'keepVisibility', page: 'visibility' },
  retention: { action: 'keepRetention', page: 'retention' },
  responseTimes: { action: 'keepResponseTimes', page: 'response-times' },
  joining: { action: 'changeSettings', page: 'joining' },
  entry: { action: 'keepEntrySettings', page: 'entry-links' },
}
/** Words that somebody wrote stay out of the log; which of them changed does not. */
const worded: readonly SettingsPart[] = ['details', 'help']

export type Seen = Partial<Record<SettingsPart, string>>

/** `seen`: of each part that somebody looked at, as `settingsMark` gave it. All is kept, or nothing. */
export function keepSettings(
  ctx: ActingContext,
  networkId: string,
  patch: SettingsPatch,
  seen: Seen,
  permission: Permission = 'coordinate',
): Promise<void> {
  requireCoordinator(ctx, networkId, permission)
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, networkId)
    const network = await readNetwork(trx, networkId)
    const changed = settingsParts.filter(part => patch[part] !== undefined)
    for (const part of changed)
      if (seen[part] !== undefined && seen[part] !== settingsMark(network, part))
        throw new Problem('conflict', 'Somebody changed these settings meanwhile.', { field: part })
    const values = Object.assign({}, ...changed.map(part => defined(patch[part])))
    await save(trx, network, values)
    const events = changed.map(part =>
      eventBy(ctx, { action: kinds[part].action, networkId, codes: codesOf(part, patch, network) }),
    )
    await recordEvents(trx, ctx.now(), events)
  })
}

/** How a part stands, to notice that somebody else changed it. */
export function settingsMark(network: Parameters<typeof settingsOf>[0], part: SettingsPart): string {
  return hashToken(JSON.stringify(settingsOf(network)[part]))
    .toString('base64url')
    .slice(0, 16)
}

async function save(trx: Transaction<DB>, { id, settings, slug }: Network, values: Record<string, unknown>) {
  const entries = Object.entries(values)
  const columns = Object.fromEntries(entries.filter(([name]) => columnNames.includes(name)))
  const others = Object.fromEntries(entries.filter(([name]) => !columnNames.includes(name)))
  if (Object.keys(others).length > 0) await saveSettings(trx, id, { ...settings, ...others })
  const isSaved = Object.keys(columns).length === 0 || (await saveNetworkColumns(trx, id, columns))
  if (!isSaved)
    throw new Problem('invalid', `There is a network with the short name "${String(columns.slug ?? slug)}" already.`, {
      ...{ field: 'slug', reason: 'taken' },
    })
}

function codesOf(part: SettingsPart, patch: SettingsPatch, network: Network): Record<string, unknown> {
  const before: Record<string, unknown> = settingsOf(network)[part]
  const after = defined(patch[part])
  const names = Object.keys(after).filter(name => JSON.stringify(after[name]) !== JSON.stringify(before[name]))
  const { page } = kinds[part]
  return worded.includes(part) ? { part: page, changed: names.join(' ') } : { part: page, rules: after }
}

function defined(values: object | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== undefined))
}
