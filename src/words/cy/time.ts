/** Dates, ages, distances. */
import type { English, Welsh } from '../words.ts'
import { counted } from './counted.ts'

export const time = {
  dateAtTime: '{{date}} am {{time}}',
  midnight: 'hanner nos',
  midday: 'canol dydd',
  today: 'heddiw',
  yesterday: 'ddoe',
  ...counted('days', '{{count}} diwrnod', { two: '{{count}} ddiwrnod' }),
  ...counted('months', '{{count}} mis', { two: '{{count}} fis' }),
  underHalfMile: 'llai na hanner milltir',
  ...counted('miles', '{{count}} milltir', { one: '{{count}} filltir', two: '{{count}} filltir' }),
} as const satisfies Welsh<English['time']>
