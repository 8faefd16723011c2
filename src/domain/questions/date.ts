/** A whole date, YYYY-MM-DD; compared as text, which is its order. */
import type { Kind } from './types.ts'

export const dateKind: Kind = {
  fhir: 'date',
  operators: ['exists', '=', '!=', '<', '>', '<=', '>='],
  shown: (_, answer) => String(answer ?? ''),
  read: (_, typed) => {
    const [answer = '', year, , day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(typed).trim()) ?? []
    const date = new Date(`${answer}T00:00:00Z`)
    const real = Number(year) >= 1900 && !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day)
    return real ? { ok: true, answer } : { ok: false, code: 'date' }
  },
}
