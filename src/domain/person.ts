/** What the lean row of a referral may say of its person, and how two records of one person are recognised. */

/** As much of the date as is known: 1987, 1987-04 or 1987-04-23. */
export type PartialDate = string

/** Whole years on the day; from an incomplete date, the youngest that it can be. Null if unknown. */
export function ageOn(born: PartialDate | null | undefined, today: string): number | null {
  const [year, month, day] = (born ?? '').split('-')
  if (!year) return null
  const complete = `${year}-${month ?? '12'}-${day ?? '31'}`
  const years = Number(today.slice(0, 4)) - Number(year)
  return complete.slice(5) <= today.slice(5) ? years : years - 1
}

export const ageBands = ['0-15', '16-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65-74', '75+'] as const
export type AgeBand = (typeof ageBands)[number]
export function ageBandOf(age: number | null): AgeBand | null {
  if (age === null) return null
  return ageBands.findLast(band => age >= Number.parseInt(band, 10)) ?? null
}

export function initialsOf({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return [firstName, lastName]
    .map(name => [...name.trim()][0]?.toLocaleUpperCase('en-GB'))
    .filter(Boolean)
    .map(letter => `${letter}.`)
    .join(' ')
}

/** The text under the keyed hash by which duplicates are found (FORM-15); null where too little is known to compare. */
export function matchText(person: {
  firstName: string
  lastName: string
  dateOfBirth?: string | null
  postcode?: string | null
}): string | null {
  const name = fold(`${person.firstName}${person.lastName}`)
  if (name === '' || !person.dateOfBirth || !person.postcode) return null
  return [name, person.dateOfBirth, fold(person.postcode)].join('|')
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
