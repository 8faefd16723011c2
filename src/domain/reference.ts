/** Reference numbers such as K7QF-2M9XH: random, easy to read out, and a slip of the pen is noticed. */

/**
 * 23 characters: no vowels and no V, so no words; no 0 O 1 I L, and of 2 Z, 5 S, 6 G, 8 B the digit alone.
 * Eight of them make 36 bits; the ninth checks the others. 23 is prime, so every single slip and every swap is caught.
 */
export const alphabet = '23456789CDFHJKMNPQRTWXY'
const randomCharacters = 8

/** `randomBytes` is node:crypto's. Taken already, by a chance of one in thousands among ten million: ask again. */
export function newReference(randomBytes: (size: number) => Uint8Array): string {
  const numbers: number[] = []
  while (numbers.length < randomCharacters) {
    for (const byte of randomBytes(randomCharacters)) if (byte < fairBytes) numbers.push(byte % alphabet.length)
  }
  return write(numbers.slice(0, randomCharacters))
}

/** The reference as it is stored, or null for what cannot be one. Forgives case, spaces, hyphens and look-alikes. */
export function parseReference(typed: string): string | null {
  const numbers = numbersOf(typed)
  if (numbers.length !== randomCharacters + 1 || numbers.includes(-1)) return null
  const reference = write(numbers.slice(0, randomCharacters))
  return numbers[randomCharacters] === checkOf(numbers) ? reference : null
}

/** A reference's first letters as they are stored: 'k7-qf2' is 'K7QF-2'. Null for what no reference begins with. */
export function readLetters(typed: string): string | null {
  const numbers = numbersOf(typed)
  if (numbers.length === 0 || numbers.length > randomCharacters + 1 || numbers.includes(-1)) return null
  const letters = numbers.map(number => alphabet.charAt(number)).join('')
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters
}

export function numbersOf(typed: string): number[] {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}.]/gu, '')
  return [...letters].map(letter => alphabet.indexOf(lookAlikes[letter] ?? letter))
}

const lookAlikes: Record<string, string> = { Z: '2', S: '5', G: '6', B: '8', O: 'Q', 0: 'Q', 1: '7' }

/** Bytes from here on would make some characters likelier than others. */
export const fairBytes = 256 - (256 % alphabet.length)

function write(numbers: readonly number[]): string {
  const letters = [...numbers, checkOf(numbers)].map(number => alphabet.charAt(number)).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** Each place has a weight of its own, so that swapping two characters shows. */
function checkOf(numbers: readonly number[]): number {
  const sum = numbers.slice(0, randomCharacters).reduce((total, number, at) => total + number * (at + 2), 0)
  return sum % alphabet.length
}
