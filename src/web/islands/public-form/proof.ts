/** Does the work that the page asks for, while one reads: by the browser's own cryptography, which leaves the page free. */
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

/** Puts the proof into the form. Where a browser cannot (a plain http address), the form goes without and has a lower limit. */
export async function prove(form: HTMLFormElement): Promise<void> {
  const input = form.querySelector<HTMLInputElement>('input[data-challenge]')
  if (!input || !globalThis.crypto?.subtle) return
  const challenge = JSON.parse(input.dataset.challenge ?? '{}')
  const solution = await solveChallenge({ challenge, deriveKey }).catch(() => null)
  if (solution) input.value = JSON.stringify({ challenge, solution })
}
