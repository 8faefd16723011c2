/** The questions of one page that appear as others are answered, by the rules of the server; without script, Continue shows them. */
import type { PublicStep } from '../../../domain/public-steps.ts'
import { Branching } from '../refer/question-section.tsx'
import type { Place } from './frame.tsx'
import type { Look } from './look.ts'

type Props = { place: Place; look: Look; step: PublicStep; today: string }

/** On a page with questions of the network's own alone: there is nothing to show on the others. */
export function BranchingHere({ place: { t }, look, step, today }: Props) {
  if (!step.startsWith('section.')) return null
  return <Branching t={t} network={look.network} asked={look.asked} today={today} earlier={lookedAt(look)} />
}

/** No more of what was typed on other pages than conditions look at: all else stays sealed. */
function lookedAt({ network: { form }, state: { typed } }: Look): Record<string, string[]> {
  const names = form.questions.flatMap(({ enableWhen }) =>
    (enableWhen?.conditions ?? []).flatMap(({ question }) => inputsOf(question)),
  )
  const asked = new Set(names)
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) => (asked.has(name) ? [[name, [text].flat()]] : [])),
  )
}

const standard: Readonly<Record<string, string>> = {
  needs: 'needs',
  urgent: 'urgent',
  age: 'person.dateOfBirth',
  household: 'details.householdSize',
}

function inputsOf(question: string): string[] {
  if (question.startsWith('demographic.')) return [`details.demographics.${question.slice('demographic.'.length)}`]
  return [standard[question] ?? `answers.${question}`]
}
