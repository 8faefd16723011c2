/** What is asked of the audit, as it stands in the address: ids, a reference and days, nothing about a person. */
import { z } from 'zod'
import type { AuditFilter } from '../../../db/audit/entries.ts'
import type { Actor } from '../../../domain/policy.ts'
import { auditedNetworks } from '../../../domain/policy-on-audit.ts'
import { parseReference } from '../../../domain/reference.ts'
import type { T } from '../../../words/index.ts'
import { joinDates } from '../../forms/dates.ts'
import { paths } from '../../paths.ts'
import type { FormErrors } from '../../ui/context.tsx'

export const kinds = ['done', 'read'] as const
export type Kind = (typeof kinds)[number]

/** What cannot be read is as if it were not there; what somebody typed is said to be wrong instead. */
const schema = z.object({
  kind: z.enum(kinds).optional().catch(undefined),
  organisation: z.uuid().optional().catch(undefined),
  user: z.uuid().optional().catch(undefined),
  reference: z.string().trim().max(40).optional().catch(undefined),
  from: z.string().max(20).optional().catch(undefined),
  to: z.string().max(20).optional().catch(undefined),
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})
export type AuditQuery = z.infer<typeof schema>

export function readQuery(url: string): AuditQuery {
  const form = new FormData()
  for (const [name, value] of new URL(url).searchParams) form.append(name, value)
  // A link carries the whole day, the form its three boxes.
  const boxed = ['from', 'to'].filter(name => form.has(`${name}-year`))
  const given = [...joinDates(form, boxed)].filter(([, value]) => value !== '')
  return schema.parse(Object.fromEntries(given))
}

export function errorsIn(t: T, { reference, from, to }: AuditQuery): FormErrors {
  return {
    ...(reference && !parseReference(reference) && { reference: t('audit.notReference') }),
    ...(from && !isDay(from) && { from: t('audit.notDate') }),
    ...(to && !isDay(to) && { to: t('audit.notDate') }),
  }
}

export function filterOf(actor: Actor, query: AuditQuery): AuditFilter {
  const { organisation, user, reference, from, to, before } = query
  return {
    networkIds: auditedNetworks(actor),
    userId: user ?? null,
    organisationId: organisation ?? null,
    reference: reference ? parseReference(reference) : null,
    from: from ?? null,
    to: to ?? null,
    before: before ?? null,
  }
}

/** A change starts at the newest again. */
export function auditHref(query: AuditQuery, change: Partial<AuditQuery> = {}, path: string = paths.audit): string {
  const merged = { ...query, before: undefined, ...change }
  const given = Object.entries(merged).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
  const search = new URLSearchParams(given).toString()
  return search ? `${path}?${search}` : path
}

function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success
}
