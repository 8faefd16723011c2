/** From what somebody answered on a page or sent to the API to a move: reasons, outcomes and services are looked up and checked. */

import type { Transaction } from '../db/database.ts'
import { findPick } from '../db/picks.ts'
import type { CaseFile } from '../db/referrals/load.ts'
import type { DB } from '../db/schema.ts'
import { listOutcomes, listTerms, type OutcomeChoice, type TermList } from '../db/terms.ts'
import type { Answers } from '../domain/answers.ts'
import { isWithin } from '../domain/consent.ts'
import type { Action } from '../domain/lifecycle.ts'
import type { Move, NeedOutcome, Pick } from '../domain/moves.ts'
import { Problem } from '../domain/problem.ts'
import { keptBy } from '../domain/referral.ts'
import type { Target } from './act-on-referral.ts'

/** `codes` go into the history: the network's own words, ids, names of services. The note is a row of its own. */
export type Particulars = {
  move: Move
  note: string
  reasonId: string | null
  outcomes: (NeedOutcome & { label: string })[]
  consentAgain: boolean
  codes: Record<string, unknown>
}

type Asked = {
  note?: string
  reasonId?: string
  serviceId?: string
  consentAgain?: boolean
  outcomes?: Record<string, string>
  keep?: string[]
  needs?: string[]
}

export async function particularsOf<A extends Action>(
  trx: Transaction<DB>,
  file: CaseFile,
  target: Target<A>,
  answers: Answers<A>,
): Promise<Particulars> {
  const asked: Asked = answers
  const reason = await findReason(trx, file, target.action, asked.reasonId)
  const pick = asked.serviceId ? await pickService(trx, file, asked.serviceId, asked.consentAgain ?? false) : null
  const outcomes = await chooseOutcomes(trx, file, target, asked.outcomes ?? {})
  assertClosable(file, target, asked.note ?? '', outcomes)
  return {
    move: moveOf(target, asked, pick, outcomes),
    note: asked.note ?? '',
    reasonId: reason?.id ?? null,
    outcomes,
    consentAgain: (asked.consentAgain ?? false) && pick !== null,
    codes: {
      ...(reason && { reason: reason.label }),
      ...(pick && { service: pick.serviceName, organisation: pick.organisationName }),
      ...(outcomes.length > 0 && { outcomes: [...new Set(outcomes.map(({ label }) => label))] }),
    },
  }
}

function moveOf({ action, assignmentId = '' }: Target, asked: Asked, pick: Pick | null, outcomes: NeedOutcome[]): Move {
  const needIds = asked.needs ?? []
  switch (action) {
    case 'split':
      return { action, assignmentId, keep: asked.keep ?? [], pick }
    case 'reassign':
      return { action, assignmentId, pick }
    case 'referOn':
      return { action, assignmentId, pick: chosen(pick) }
    case 'place':
    case 'chooseAgain':
      return { action, needIds, pick: chosen(pick) }
    case 'close':
    case 'assignOutcome':
      return { action, assignmentId, outcomes }
    case 'closeAsUnmet':
    case 'reopen':
      return { action, needIds }
    case 'withdraw':
      return { action }
    default:
      return { action, assignmentId }
  }
}

function chosen(pick: Pick | null): Pick {
  if (!pick) throw new Problem('invalid', 'Choose a service.', { field: 'serviceId' })
  return pick
}

const reasonLists: Partial<Record<Action, TermList>> = {
  reject: 'decline_reason',
  withdraw: 'withdraw_reason',
  closeAsUnmet: 'unmet_reason',
}

async function findReason(trx: Transaction<DB>, file: CaseFile, action: Action, reasonId: string | undefined) {
  const list = reasonLists[action]
  if (!list || !reasonId) return null
  const reason = (await listTerms(trx, file.networkId, list)).find(({ id }) => id === reasonId)
  if (!reason) throw new Problem('invalid', 'Choose a reason from the list.', { field: 'reasonId' })
  return reason
}

async function pickService(trx: Transaction<DB>, file: CaseFile, serviceId: string, consentAgain: boolean) {
  const found = await findPick(
    trx,
    file.networkId,
    file.referral.needs.map(({ categoryId }) => categoryId),
    serviceId,
  )
  if (!found) throw new Problem('invalid', 'Choose a service of this network.', { field: 'serviceId' })
  if (!found.open) throw new Problem('no_room', 'This service takes no referrals now.', { field: 'serviceId' })
  const shortlisted = file.referral.shortlist.map(item => item.serviceId)
  return { ...found, withinConsent: consentAgain || isWithin(file.consentScope ?? 'named', found, shortlisted) }
}

async function chooseOutcomes(
  trx: Transaction<DB>,
  file: CaseFile,
  { action }: Target,
  chosenByNeed: Record<string, string>,
) {
  if (action !== 'close' && action !== 'assignOutcome') return []
  const choices = await listOutcomes(trx, file.networkId)
  return Object.entries(chosenByNeed)
    .filter(([, outcomeId]) => outcomeId !== '')
    .map(([needId, outcomeId]) =>
      outcomeFor(
        file,
        needId,
        choices.find(({ id }) => id === outcomeId),
      ),
    )
}

function outcomeFor(
  file: CaseFile,
  needId: string,
  choice: OutcomeChoice | undefined,
): NeedOutcome & { label: string } {
  const need = file.referral.needs.find(({ id }) => id === needId)
  const fits = choice && need && (choice.categoryId === null || choice.categoryId === need.categoryId)
  if (!fits) throw new Problem('invalid', 'Choose an outcome from the list.', { field: `outcomes.${needId}` })
  return { needId, outcomeId: choice.id, successful: choice.successful, label: choice.label }
}

/** RES-6: the network sets whether closing needs an outcome, and a note. */
function assertClosable(
  { settings, referral }: CaseFile,
  { action, assignmentId }: Target,
  note: string,
  given: NeedOutcome[],
): void {
  if (action !== 'close') return
  const assignment = referral.assignments.find(({ id }) => id === assignmentId)
  const open = (assignment ? keptBy(assignment) : []).find(
    id => !given.some(({ needId }) => needId === id) && !referral.needs.find(need => need.id === id)?.outcome,
  )
  if (settings.outcomeRequired && open)
    throw new Problem('invalid', 'Choose an outcome.', { field: `outcomes.${open}` })
  if (settings.closingNoteRequired && note === '')
    throw new Problem('invalid', 'Write a closing note.', { field: 'note' })
}
