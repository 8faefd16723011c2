/** One of a list: the key of an option. */
import type { Kind } from './types.ts'

export const oneOfKind: Kind = {
  fhir: 'choice',
  operators: ['exists', '=', '!='],
  shown: ({ options }, answer, language) => {
    const label = options.find(({ key }) => key === answer)?.label
    return (language === 'cy' && label?.cy) || label?.en || String(answer ?? '')
  },
  read: ({ options }, typed) =>
    options.some(({ key }) => key === typed) ? { ok: true, answer: String(typed) } : { ok: false, code: 'choose' },
}
