/** Who is asked next. Each service in the shortlist's order is asked for every still unplaced need that it meets. */
import type { Assignment, Need, Referral, Shortlisted } from './referral.ts'

export type Ask = { serviceId: string; organisationId: string; needIds: string[] }

/** A service that is gone: for every need of this referral, or (with needId) for one. */
export type Gone = { serviceId: string; needId: string | null }

export function route(needs: Need[], shortlist: Shortlisted[], gone: Gone[]): { asks: Ask[]; unplaced: string[] } {
  const open = new Map(needs.filter(need => need.status === 'unplaced').map(need => [need.id, need]))
  const asks: Ask[] = []
  for (const item of shortlist.filter(({ suspended }) => !suspended)) {
    const needIds = [...open.values()]
      .filter(need => meets(item, need) && !isGone(gone, item.serviceId, need.id))
      .map(need => need.id)
    if (needIds.length === 0) continue
    asks.push({ serviceId: item.serviceId, organisationId: item.organisationId, needIds })
    for (const id of needIds) open.delete(id)
  }
  return { asks, unplaced: [...open.keys()] }
}

/** Not asked again by itself: a service that rejected or let it lapse, and one for a need that it was asked before. */
export function goneFrom({ assignments }: Pick<Referral, 'assignments'>): Gone[] {
  return assignments.flatMap(assignment => [
    ...(hasLeft(assignment) ? [{ serviceId: assignment.serviceId, needId: null }] : []),
    ...assignment.needIds.map(needId => ({ serviceId: assignment.serviceId, needId })),
  ])
}

/** Never asked again by anybody: it said no, to all of it or to this need. */
export function hasDeclined(
  { assignments }: Pick<Referral, 'assignments'>,
  serviceId: string,
  needId: string,
): boolean {
  return assignments.some(
    assignment =>
      assignment.serviceId === serviceId && (assignment.status === 'rejected' || assignment.givenUp.includes(needId)),
  )
}

/**
 * FORM-10: back with the referrer, to choose again. The service that they began from declined the need (or let it lapse),
 * and nobody else was on the list.
 */
export function isReturned({ needs, assignments, startsFrom }: Referral, needId: string): boolean {
  const isOpen = needs.some(({ id, status }) => id === needId && status === 'unplaced')
  const last = assignments.findLast(one => one.needIds.includes(needId))
  if (!isOpen || !last || last.serviceId !== startsFrom || last.via !== 'route') return false
  return hasLeft(last) || (last.givenUp.includes(needId) && last.status !== 'referred_on')
}

export function meets(item: Pick<Shortlisted, 'categoryIds'>, need: Pick<Need, 'categoryId'>): boolean {
  return item.categoryIds.includes(need.categoryId)
}

function hasLeft({ status }: Assignment): boolean {
  return status === 'rejected' || status === 'lapsed'
}

function isGone(gone: Gone[], serviceId: string, needId: string): boolean {
  return gone.some(one => one.serviceId === serviceId && (one.needId === null || one.needId === needId))
}
