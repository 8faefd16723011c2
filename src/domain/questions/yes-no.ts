/** Yes or no. */
import type { Kind } from './types.ts'

export const yesNoKind: Kind = {
  fhir: 'boolean',
  operators: ['exists', '=', '!='],
  shown: (_, answer) => (answer === null ? '' : answer ? 'yes' : 'no'),
  read: (_, typed) => {
    if (typed === true || typed === 'yes' || typed === 'true') return { ok: true, answer: true }
    if (typed === false || typed === 'no' || typed === 'false') return { ok: true, answer: false }
    return { ok: false, code: 'choose' }
  },
}
