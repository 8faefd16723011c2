/** The rows of referral_party (as `p`) that an actor's organisation has a part in: one condition for its lists and for their counts. */
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'

/** Once the person withdrew consent only the sender knows of it; without the agreement no new referral is seen. */
export function ownParties({ organisationId, networks }: Actor, only?: readonly string[]): RawBuilder<unknown> {
  const own = networks.filter(({ id }) => only?.includes(id) ?? true)
  const agreed = own.filter(network => network.agreed)
  return sql`(p.organisation_id = ${organisationId} and p.standing not in ('gone', 'shortlisted')
    and p.network_id = any(${own.map(({ id }) => id)}::uuid[])
    and (p.standing <> 'waiting' or p.network_id = any(${agreed.map(({ id }) => id)}::uuid[]))
    and (p.side = 'sent' or not exists (
      select from referral w where w.id = p.referral_id and w.consent_withdrawn_at is not null)))`
}

/** What counts in the organisation's figures (RPT-3): its lists, and what it declined or let lapse besides. */
export function countedParties({ organisationId, networks }: Actor, only?: readonly string[]): RawBuilder<unknown> {
  const own = networks.filter(({ id }) => only?.includes(id) ?? true)
  const agreed = own.filter(network => network.agreed)
  return sql`(p.organisation_id = ${organisationId} and p.standing <> 'shortlisted'
    and p.network_id = any(${own.map(({ id }) => id)}::uuid[])
    and (p.standing not in ('waiting', 'gone') or p.network_id = any(${agreed.map(({ id }) => id)}::uuid[]))
    and not exists (select from referral w where w.id = p.referral_id
      and (w.consent_withdrawn_at is not null or (w.restricted and p.standing = 'gone'))))`
}
