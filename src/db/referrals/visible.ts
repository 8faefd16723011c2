/** Which referrals of a network an actor may list: the twin of domain/policy's sightOf; test/policy-agrees proves them equal. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { readSettings } from '../../domain/network.ts'
import type { Actor } from '../../domain/policy.ts'
import { kept } from '../plans.ts'
import type { DB } from '../schema.ts'
import type { Rules } from './rows.ts'

/** The settings of the networks that the actor may list, or of those of them. */
export async function readRules(db: Kysely<DB>, actor: Actor, only?: readonly string[]): Promise<Rules> {
  const ids = [...new Set([...actor.networks.map(({ id }) => id), ...actor.coordinates])].filter(
    id => only?.includes(id) ?? true,
  )
  if (ids.length === 0 && !actor.administrator) return new Map()
  const { rows } = await sql<{ id: string; settings: unknown }>`${kept}
    select id, settings from network
    where (${actor.administrator} or id = any(${ids}::uuid[])) and (${only ?? null}::uuid[] is null or id = any(${only ?? null}::uuid[]))`.execute(
    db,
  )
  return new Map(rows.map(({ id, settings }) => [id, readSettings(settings)]))
}

/** The rule for many: sightOf is not 'none'. The row is `r`. `restricted`: only such are wanted. */
export function visibleTo(actor: Actor, networks: Rules, restricted = false): RawBuilder<unknown> {
  if (actor.administrator) return sql`true`
  const agreed = actor.networks.filter(network => network.agreed).map(({ id }) => id)
  const open = agreed.filter(id => networks.get(id)?.membersSee === 'row')
  const ownAlone = actor.coordinates.length === 0 && (restricted || open.length === 0)
  // The few with a part of one's own lead, or every referral of the network would be looked at to find them.
  const few = sql`r.id in (select q.referral_id from referral_party q where q.organisation_id = ${actor.organisationId} offset 0) and`
  const own = actor.networks.map(({ id }) => id)
  return sql`${ownAlone ? few : sql``} (r.network_id = any(${actor.coordinates}::uuid[])
    or (r.network_id = any(${open}::uuid[]) and not r.restricted and r.consent_withdrawn_at is null)
    or ${isSentElsewhere(actor)}
    or (r.network_id = any(${own}::uuid[]) and (select bool_or((p.standing = 'sender' and p.network_id = any(${own}::uuid[]))
        or (r.consent_withdrawn_at is null and (p.standing in ('helping', 'closed', 'referred_on')
          or (p.standing = 'waiting' and p.network_id = any(${agreed}::uuid[]))
          or (p.standing in ('gone', 'shortlisted') and not r.restricted and p.network_id = any(${agreed}::uuid[])))))
      from referral_party p where p.referral_id = r.id and p.organisation_id = ${actor.organisationId})))`
}

/** Nobody finds by what they may not see: who merely knows that it exists does not learn its needs by asking for them. */
export function mayFindByContent(actor: Actor): RawBuilder<unknown> {
  const networks = [...actor.networks.map(({ id }) => id), ...actor.coordinates]
  return sql`(r.network_id = any(${networks}::uuid[]) and r.consent_withdrawn_at is null and (not r.restricted
    or exists (select from referral_party q where q.referral_id = r.id and q.organisation_id = ${actor.organisationId}
      and q.standing in ('sender', 'waiting', 'helping', 'closed', 'referred_on')))
    or (r.consent_withdrawn_at is null and ${isSentElsewhere(actor)}))`
}

/** Who sent it stands in the network whose form it was. */
function isSentElsewhere({ organisationId, networks }: Actor) {
  const own = networks.map(({ id }) => id)
  return sql`(r.referrer_organisation_id = ${organisationId} and r.through_network_id = any(${own}::uuid[]))`
}
