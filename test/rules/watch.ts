/** Watching random walks, and asking what one step was about. */
import fc from 'fast-check'
import { send } from '#src/domain/moves.ts'
import { type Assignment, keptBy, type Referral } from '#src/domain/referral.ts'
import { freeze, settingFor } from './referrals.ts'
import { choices, drafts, type Tried, walk } from './walk.ts'

export const runs = { numRuns: 400 }

/** Every step of every walk, refused or not. */
export function watchAll(check: (tried: Tried) => void): void {
  fc.assert(
    fc.property(drafts, choices, (draft, tries) => {
      walk(begin(draft), tries, check)
    }),
    runs,
  )
}

/** Every step that was taken. */
export function watch(check: (tried: Tried & { taken: NonNullable<Tried['taken']> }) => void): void {
  watchAll(tried => {
    if (tried.taken) check({ ...tried, taken: tried.taken })
  })
}

export function begin(draft: Referral): Referral {
  return freeze(send(draft, settingFor(draft)).referral)
}

/** The assignments that a step made. */
export function newOnes({ before, taken }: Tried): Referral['assignments'] {
  return taken?.referral.assignments.slice(before.assignments.length) ?? []
}

export function assignmentOf({ before, move }: Tried): Assignment | undefined {
  return 'assignmentId' in move ? before.assignments.find(one => one.id === move.assignmentId) : undefined
}

/** The needs that a move is about; one reopened and asked of another since is no longer this assignment’s. */
export function subjects(tried: Tried): string[] {
  const { before, move } = tried
  if ('needIds' in move) return move.needIds
  if (move.action === 'withdraw') return before.needs.map(need => need.id)
  const assignment = assignmentOf(tried)
  const isIts = (id: string) => before.assignments.findLast(one => one.needIds.includes(id)) === assignment
  return assignment ? keptBy(assignment).filter(isIts) : []
}
