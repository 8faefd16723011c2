/** The parts of the form by name: where on the page each stands, and what it is called. */
import { type FormDefinition, isStandardPart, type PartName } from '../../../domain/form.ts'
import { wordsIn } from '../../../domain/questions/labels.ts'
import type { T } from '../../../words/index.ts'

/** The section's anchor: needs and circumstances leave theirs to the field that an error leads to. */
export function anchorOf(part: PartName): string {
  return part === 'needs' || part === 'circumstances' ? `${part}-section` : part.replace('.', '-')
}

/** What the parts are called: the network's own sections as it named them. */
export function titleOf(t: T, { sections }: FormDefinition, part: PartName): string {
  if (isStandardPart(part)) return t(`form.section.${part}`)
  const own = sections.find(({ id }) => part === `section.${id}`)
  return own ? wordsIn(own.title, t.language) : ''
}
