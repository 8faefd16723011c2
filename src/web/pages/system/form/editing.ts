/** What the parts of a question's page share: whose form it is, what stands on the page, what comes before it. */
import type { Questions } from '../../../../domain/journey.ts'
import type { Question } from '../../../../domain/questions/types.ts'
import type { FormErrors } from '../../../ui/context.tsx'
import type { SelectOption } from '../../../ui/select.tsx'
import type { Around } from './speech.ts'
import type { Written } from './written.ts'

export type Editing = {
  around: Around
  form: Questions
  /** Null for a new one. */
  id: string | null
  written: Written
  /** Those whose answers it may lean on. */
  earlier: readonly Question[]
  /** Null where the form has none, as an organisation's own questions. */
  sections: readonly SelectOption[] | null
  errors: FormErrors
}
