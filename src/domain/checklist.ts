/** What a network needs before its first referral, and whether it is there: read from what is, never ticked by hand. */

export const checklistTasks = [
  'details',
  'area',
  'categories',
  'form',
  'lists',
  'wording',
  'agreement',
  'help',
  'invitation',
  'service',
] as const
export type ChecklistTask = (typeof checklistTasks)[number]

export type ChecklistFacts = {
  /** It says what it is for. */
  described: boolean
  areas: number
  categories: number
  /** A version of the form that a coordinator published; every network begins with one of ours. */
  formPublished: boolean
  successful: number
  unsuccessful: number
  /** The shortest of the lists of reasons. */
  reasons: number
  wordingPublished: boolean
  /** By the coordinating organisation, in its newest version. */
  agreementAccepted: boolean
  helped: boolean
  invited: number
  services: number
}
export type Checklist = Readonly<Record<ChecklistTask, boolean>>

export function checklistOf(facts: ChecklistFacts): Checklist {
  return {
    details: facts.described,
    area: facts.areas > 0,
    categories: facts.categories > 0,
    form: facts.formPublished,
    lists: Math.min(facts.successful, facts.unsuccessful, facts.reasons) > 0,
    wording: facts.wordingPublished,
    agreement: facts.agreementAccepted,
    help: facts.helped,
    invitation: facts.invited > 0,
    service: facts.services > 0,
  }
}

export function countDone(checklist: Checklist): number {
  return checklistTasks.filter(task => checklist[task]).length
}

export function isComplete(checklist: Checklist): boolean {
  return countDone(checklist) === checklistTasks.length
}
