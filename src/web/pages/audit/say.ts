/** An entry in words: what was done, by whom, and what it concerned. */
import type { AuditEntry } from '../../../db/audit/entries.ts'
import { audit } from '../../../words/en/audit.ts'
import type { T } from '../../../words/index.ts'
import type { Kind } from './query.ts'

/** An action that the catalogue does not know yet is shown by its code: nothing is left out of a log. */
export function sayWhat(t: T, kind: Kind, { action }: AuditEntry): string {
  if (kind === 'done')
    return action in audit.done ? t(`audit.done.${action as keyof typeof audit.done}`) : spaced(action)
  return action in audit.read ? t(`audit.read.${action as keyof typeof audit.read}`) : spaced(action)
}

export function sayWho(t: T, { person, party }: AuditEntry): string {
  if (person) return person
  if (party === 'person') return t('audit.person')
  return party === 'referrer' ? t('audit.noOne') : t('audit.program')
}

/** The codes of a setting, a version or a number; ids say nothing to a reader. */
export function sayCodes({ codes }: AuditEntry): string {
  const { rules, ...others } = codes
  const told = Object.entries({ ...others, ...(isSettings(rules) && rules) }).filter(([, value]) => isTelling(value))
  return told.map(([name, value]) => `${spaced(name)}: ${String(value)}`).join('; ')
}

function isSettings(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTelling(value: unknown): boolean {
  const isId = typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)
  return !isId && ['string', 'number', 'boolean'].includes(typeof value) && String(value).length <= 120
}

/** keepEntry or keep_entry: keep entry. */
function spaced(code: string): string {
  return code.replaceAll(/([A-Z])|_/g, (_, letter?: string) => ` ${letter?.toLowerCase() ?? ''}`)
}
