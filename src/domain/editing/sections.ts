/** Changes to the sections that a network's own questions stand in. */
import type { Questions } from '../journey.ts'
import { Problem } from '../problem.ts'
import type { FormSection } from '../questions/types.ts'
import { keyFor, shifted } from '../registers.ts'
import { inOrder } from './questions.ts'

export type SectionDraft = Omit<FormSection, 'id'>

export function addSection<F extends Questions>(form: F, draft: SectionDraft): { form: F; id: string } {
  const id = keyFor(draft.title.en, [...form.sections.map(one => one.id), 'new'])
  return { form: { ...form, sections: [...form.sections, { id, ...draft }] }, id }
}

export function changeSection<F extends Questions>(form: F, id: string, draft: SectionDraft): F {
  sectionOf(form, id)
  return { ...form, sections: form.sections.map(one => (one.id === id ? { id, ...draft } : one)) }
}

/** Its questions go with it. */
export function shiftSection<F extends Questions>(form: F, id: string, by: -1 | 1): F {
  sectionOf(form, id)
  const order = shifted(
    form.sections.map(one => one.id),
    id,
    by,
  )
  const sections = order.map(one => sectionOf(form, one))
  return inOrder({ ...form, sections }, form.questions)
}

export function deleteSection<F extends Questions>(form: F, id: string): F {
  sectionOf(form, id)
  if (form.questions.some(({ section }) => section === id))
    throw new Problem('not_now', 'Move or delete the questions in this section first.')
  return { ...form, sections: form.sections.filter(one => one.id !== id) }
}

export function sectionOf({ sections }: Pick<Questions, 'sections'>, id: string): FormSection {
  const found = sections.find(one => one.id === id)
  if (!found) throw new Problem('not_found', 'This section is no longer in the form.')
  return found
}
