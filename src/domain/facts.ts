/** What services may restrict by, out of what was filled in. */
import { ageOn } from './person.ts'
import type { Facts } from './service.ts'
import type { Submission } from './submission.ts'

/** `today`: 2026-03-02. */
export function factsOf({ person, details }: Pick<Submission, 'person' | 'details'>, today: string): Facts {
  return { age: ageOn(person.dateOfBirth, today), groups: details.demographics }
}
