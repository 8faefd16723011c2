/** A number, within the least and the most that the question gives. */
import type { Kind } from './types.ts'

export const numberKind: Kind = {
  fhir: 'decimal',
  operators: ['exists', '=', '!=', '<', '>', '<=', '>='],
  shown: (_, answer) => (answer === null ? '' : String(answer)),
  read: ({ least, most }, typed) => {
    const text = String(typed).trim().replace(/,/g, '')
    const answer = /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
    if (Number.isNaN(answer)) return { ok: false, code: 'number' }
    if (least !== null && answer < least) return { ok: false, code: 'too_small' }
    if (most !== null && answer > most) return { ok: false, code: 'too_big' }
    return { ok: true, answer }
  },
}
