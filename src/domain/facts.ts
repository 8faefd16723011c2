/** What services may restrict by, out of what was filled in. */
import type { FormFacts } from './conditions.ts'
import type { Facts } from './service.ts'

export function factsOf({ age, demographics }: Pick<FormFacts, 'age' | 'demographics'>): Facts {
  return { age, groups: demographics }
}
