/** Several of a list: the keys of options, each once, in the order of the list. */
import { oneOfKind } from './one-of.ts'
import type { Kind } from './types.ts'

export const severalOfKind: Kind = {
  fhir: 'choice',
  operators: ['exists', 'includes'],
  shown: (question, answer, language) =>
    (Array.isArray(answer) ? answer : []).map(key => oneOfKind.shown(question, key, language)).join(', '),
  read: ({ options }, typed) => {
    const chosen = Array.isArray(typed) ? typed : [typed]
    const keys = options.map(({ key }) => key)
    if (!chosen.every(key => keys.includes(key))) return { ok: false, code: 'choose' }
    return { ok: true, answer: keys.filter(key => chosen.includes(key)) }
  },
}
