/** By what two records of one person are recognised: keyed, so that the table tells nobody who it is (FORM-15, PPL-1). */
import { createHmac } from 'node:crypto'
import { matchText } from '../domain/person.ts'

/** Null where too little is known to compare. */
export function matchHash(secret: string, person: Parameters<typeof matchText>[0]): Buffer | null {
  const text = matchText(person)
  return text === null ? null : createHmac('sha256', secret).update(text).digest()
}
