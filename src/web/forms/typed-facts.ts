/** What the standard form gives to the questions' conditions, out of its inputs as they stand: for the island, before anything is checked. */
import type { FormFacts } from '../../domain/conditions.ts'
import { isPartialDate } from '../../domain/partial-date.ts'
import { ageOn } from '../../domain/person.ts'

/** By the input's name, every text in it. What the server would refuse counts here as not given, as it does there. */
export type Typed = ReadonlyMap<string, readonly string[]>

const demographics = 'details.demographics.'
const mostNeeds = 20
const mostInHousehold = 30

export function typedFacts(typed: Typed, today: string): FormFacts {
  const one = (name: string) => typed.get(name)?.[0] ?? ''
  const born = one('person.dateOfBirth')
  const needs = given(typed.get('needs'))
  const groups = [...typed].flatMap(([name, texts]) =>
    name.startsWith(demographics) ? [[name.slice(demographics.length), given(texts)] as const] : [],
  )
  return {
    needs: needs.length > mostNeeds ? [] : [...new Set(needs)],
    urgent: one('urgent') !== '',
    age: isPartialDate(born) ? ageOn(born, today) : null,
    household: peopleIn(one('details.householdSize')),
    demographics: Object.fromEntries(groups),
  }
}

/** The answers to the network's questions, by their ids. */
export function typedAnswers(typed: Typed): Record<string, string | string[]> {
  const own = [...typed].filter(([name]) => name.startsWith('answers.'))
  return Object.fromEntries(
    own.map(([name, texts]) => [name.slice('answers.'.length), texts.length > 1 ? [...texts] : (texts[0] ?? '')]),
  )
}

function given(texts: readonly string[] = []): string[] {
  return texts.filter(text => text !== '')
}

function peopleIn(text: string): number | null {
  const plain = text.replaceAll(/[\s,]/g, '')
  const people = /^\d{1,15}(\.0{1,10})?$/.test(plain) ? Number(plain) : 0
  return people >= 1 && people <= mostInHousehold ? people : null
}
