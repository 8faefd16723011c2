/** The services that a referral is sent with: there, meeting a need, taking referrals; and the one that its referrer began from. */
import type { Transaction } from '../../db/database.ts'
import type { Network } from '../../db/networks.ts'
import { findPicks } from '../../db/picks.ts'
import type { DB } from '../../db/schema.ts'
import { findStart } from '../../db/starting.ts'
import { Problem } from '../../domain/problem.ts'
import type { Referral } from '../../domain/referral.ts'
import type { StartsFrom } from '../../domain/starting.ts'
import type { Sending } from '../../domain/submission.ts'

export async function shortlistOf(
  trx: Transaction<DB>,
  network: Network,
  { shortlist, reasons }: Pick<Sending, 'shortlist' | 'reasons'>,
  needs: Referral['needs'],
): Promise<Referral['shortlist']> {
  const wanted = [...new Set(shortlist)]
  const categoryIds = needs.map(({ categoryId }) => categoryId)
  const found = await findPicks(trx, network.id, categoryIds, wanted)
  return wanted.map(serviceId => {
    const pick = found.find(one => one.serviceId === serviceId)
    if (!pick || pick.categoryIds.length === 0)
      throw new Problem('invalid', 'A service on the list does not offer what is needed.', { field: 'shortlist' })
    if (!pick.open)
      throw new Problem('no_room', `${pick.serviceName} takes no referrals now.`, {
        field: 'shortlist',
        service: pick.serviceName,
      })
    const addedBy = reasons?.[serviceId] === undefined ? 'suggested' : 'referrer'
    return { serviceId, organisationId: pick.organisationId, categoryIds: pick.categoryIds, addedBy }
  })
}

/** `id`: of an organisation of the network, or of a service in it. */
export async function startsFromOf(trx: Transaction<DB>, networkId: string, id: string): Promise<StartsFrom> {
  const start = await findStart(trx, networkId, id)
  if (!start) throw new Problem('invalid', 'Begin from an organisation of this network.', { field: 'startsFrom' })
  return start
}

/** Whoever took the organisation off the list does not begin from it any more. */
export function startingServiceId(listed: Referral['shortlist'], { organisationId, serviceId }: StartsFrom) {
  const own = listed.filter(one => one.organisationId === organisationId)
  return (own.find(one => one.serviceId === serviceId) ?? own[0])?.serviceId ?? null
}
