/** One line of text, or several. */
import type { Kind } from './types.ts'

export const textKind = kindOf(200, 'string')
export const longTextKind = kindOf(5000, 'text')

function kindOf(most: number, fhir: Kind['fhir']): Kind {
  return {
    fhir,
    operators: ['exists', '=', '!='],
    shown: (_, answer) => String(answer ?? ''),
    read: (_, typed) => {
      if (typeof typed !== 'string') return { ok: false, code: 'invalid' }
      const answer = typed.trim()
      return answer.length > most ? { ok: false, code: 'too_long' } : { ok: true, answer }
    },
  }
}
