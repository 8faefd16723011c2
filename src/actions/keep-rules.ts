/**
 * The rules that a network's coordinator sets a page at a time: how referring goes (a refusal, consent, what closing
 * needs), for what is sent and closed from now on; who sees what (RES-13) and how long what is kept (PRIV-1), which
 * hold at once for all there is.
 */
import { recordEvents } from '../db/events.ts'
import { saveSettings } from '../db/network-area.ts'
import { readNetwork } from '../db/networks.ts'
import { lockSettings } from '../db/settings.ts'
import {
  type NetworkSettings,
  type ReferringSettings,
  referringSettings,
  type SignInSettings,
  signInSettings,
  type VisibilitySettings,
  visibilitySettings,
} from '../domain/network.ts'
import { Problem } from '../domain/problem.ts'
import { type RetentionSettings, retentionSettings } from '../domain/retention.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

const parts = {
  referring: { schema: referringSettings, action: 'keepReferring' },
  visibility: { schema: visibilitySettings, action: 'keepVisibility' },
  retention: { schema: retentionSettings, action: 'keepRetention' },
  signIn: { schema: signInSettings, action: 'keepSignInRules' },
} as const
type Rules = {
  referring: ReferringSettings
  visibility: VisibilitySettings
  retention: RetentionSettings
  signIn: SignInSettings
}
type Part = keyof Rules

/** `seen`: as `rulesMark` gave it when the form was opened. */
export function keepRules<P extends Part>(
  ctx: ActingContext,
  networkId: string,
  part: P,
  { rules, seen }: { rules: Rules[P]; seen: string },
): Promise<void> {
  requireCoordinator(ctx, networkId)
  const { schema, action } = parts[part]
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, networkId)
    const { settings } = await readNetwork(trx, networkId)
    if (rulesMark(part, settings) !== seen)
      throw new Problem('conflict', 'Somebody changed these rules while this page was open.')
    await saveSettings(trx, networkId, { ...settings, ...schema.parse(rules) })
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action, networkId, codes: { part, rules } })])
  })
}

/** How these rules stand, to notice that somebody else changed them. */
export function rulesMark<P extends Part>(part: P, settings: NetworkSettings | Rules[P]): string {
  const values: Record<string, unknown> = settings
  return Object.keys(parts[part].schema.shape)
    .map(name => values[name])
    .join('.')
}
