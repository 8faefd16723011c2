/** Any sequence of anything, by anybody: who is asked next, who never again, and what the history says of it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choices, drafts, type Tried, walk } from '#test/rules/walk.ts'
import { assignmentOf, begin, newOnes, runs, subjects, watch } from '#test/rules/watch.ts'
import { isReturned } from '../routing.ts'

test('RES-4: a service is never asked again for a need that it declined, nor for any after it rejected', () => {
  fc.assert(
    fc.property(drafts, choices, (draft, tries) => {
      const declined = new Set<string>()
      walk(begin(draft), tries, tried => {
        if (!tried.taken) return
        const { serviceId } = assignmentOf(tried) ?? { serviceId: '' }
        for (const id of refused(tried)) declined.add(`${serviceId}: ${id}`)
        for (const one of newOnes(tried))
          for (const id of one.needIds) expect([...declined]).not.toContain(`${one.serviceId}: ${id}`)
      })
    }),
    runs,
  )
})

function refused(tried: Tried): string[] {
  const { before, move } = tried
  if (move.action === 'reject') return before.needs.map(need => need.id)
  if (move.action === 'referOn' || move.action === 'handBack') return subjects(tried)
  return move.action === 'split' ? subjects(tried).filter(id => !move.keep.includes(id)) : []
}

test('SUG-4: needs let go of go, each, to the first on the list that meets it and was not asked; or are told once', () => {
  watch(tried => {
    const { before, taken, move } = tried
    const unplaced = taken.referral.needs.filter(({ id, status }) => {
      return status === 'unplaced' && before.needs.find(need => need.id === id)?.status !== 'unplaced'
    })
    const told = taken.happened
      .filter(one => one.action === 'unplaced' || one.action === 'returned')
      .flatMap(one => one.needIds)
    expect(told).toEqual(move.action === 'reopen' ? [] : unplaced.map(need => need.id))

    const source = assignmentOf(tried)
    const byHand = source?.via === 'placement' && move.action !== 'split' && move.action !== 'referOn'
    if (!['reject', 'lapse', 'split', 'referOn'].includes(move.action) || byHand) return
    const asked = newOnes(tried).flatMap(one => one.needIds.map(id => [id, one.serviceId]))
    const letGo = subjects(tried).filter(id => move.action !== 'split' || !move.keep.includes(id))
    const expected = letGo.map(id => [id, nextFor(tried, id)]).filter(([, service]) => service !== undefined)
    expect(asked.toSorted()).toEqual(expected.toSorted())
    expect(new Set(newOnes(tried).map(one => one.serviceId)).size).toBe(newOnes(tried).length)
  })
})

function nextFor({ before, move, taken }: Tried, needId: string): string | undefined {
  const category = before.needs.find(need => need.id === needId)?.categoryId ?? ''
  const hand = 'pick' in move ? move.pick : null
  if (hand?.categoryIds.includes(category)) return hand.serviceId
  const past = taken?.referral.assignments.slice(0, before.assignments.length) ?? []
  const isOut = (serviceId: string) =>
    past.some(one => {
      const left = one.status === 'rejected' || one.status === 'lapsed'
      return one.serviceId === serviceId && (left || one.needIds.includes(needId))
    })
  const list = before.shortlist.filter(item => item.serviceId !== hand?.serviceId)
  return list.find(item => item.categoryIds.includes(category) && !isOut(item.serviceId))?.serviceId
}

test('FORM-10: what the service one began from lets go of is told to the referrer, and to nobody else what others let go of', () => {
  watch(tried => {
    const { referral, happened } = tried.taken
    const returned = happened.filter(one => one.action === 'returned').flatMap(one => one.needIds)
    const source = assignmentOf(tried)
    if (returned.length > 0) expect([source?.serviceId, source?.via]).toEqual([referral.startsFrom, 'route'])
    for (const id of returned) expect(isReturned(referral, id)).toBe(true)
    if (tried.move.action === 'chooseAgain')
      for (const id of tried.move.needIds) expect(isReturned(tried.before, id)).toBe(true)
  })
})

test('nobody is asked outside the consent, nor for what the service picked does not offer', () => {
  watch(tried => {
    const { move } = tried
    if (!('pick' in move) || !move.pick) return
    const { serviceId, categoryIds, withinConsent } = move.pick
    expect(withinConsent).toBe(true)
    const asked = newOnes(tried).filter(one => one.serviceId === serviceId)
    const offered = tried.before.needs.filter(need => categoryIds.includes(need.categoryId)).map(need => need.id)
    for (const one of asked) expect(offered).toEqual(expect.arrayContaining(one.needIds))
  })
})

test('RES-11: the history names only needs and assignments of the referral, and each that was asked once', () => {
  watch(tried => {
    const { happened, referral } = tried.taken
    const ids = referral.needs.map(need => need.id)
    const asked = happened.filter(one => one.action === 'asked')
    for (const one of happened) {
      expect(ids).toEqual(expect.arrayContaining(one.needIds))
      expect(new Set(one.needIds).size).toBe(one.needIds.length)
      expect([null, ...referral.assignments.map(assignment => assignment.id)]).toContain(one.assignmentId)
    }
    expect(asked.map(one => [one.assignmentId, one.needIds])).toEqual(newOnes(tried).map(one => [one.id, one.needIds]))
    if (happened.length > 0) expect(happened[0]?.action).toBe(tried.move.action)
    else expect(referral).toEqual(tried.before)
  })
})
