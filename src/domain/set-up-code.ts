/** The code by which an empty installation knows who started it, such as K7QF-2M9X-H4PD. */
import { alphabet, fairBytes, numbersOf } from './reference.ts'

/** Twelve characters of 23: 54 bits. */
const length = 12
/** How long one is good for. */
export const setUpHours = 24

/** `bytes`: at least 32 that nobody can foresee. */
export function setUpCode(bytes: Uint8Array): string {
  const numbers = [...bytes].filter(byte => byte < fairBytes).slice(0, length)
  const letters = numbers.map(byte => alphabet.charAt(byte % alphabet.length)).join('')
  return (letters.match(/.{4}/g) ?? []).join('-')
}

/** As it is printed, however it was typed: case, spaces, hyphens and look-alikes are forgiven. */
export function readSetUpCode(typed: string): string {
  const letters = numbersOf(typed).map(number => alphabet.charAt(number))
  return (letters.join('').match(/.{1,4}/g) ?? []).join('-')
}
