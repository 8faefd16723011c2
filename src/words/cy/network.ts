/** The networks that one belongs to. */
import type { English, Welsh } from '../words.ts'
import { counted } from './counted.ts'

export const network = {
  ...counted('title', 'Rydych mewn {{count}} rhwydwaith', {
    one: 'Rydych mewn un rhwydwaith',
    two: 'Rydych mewn dau rwydwaith',
  }),
  none: 'Nid ydych mewn rhwydwaith eto',
  noneText: 'Drwy wahoddiad yr ymunir â rhwydwaith. Gofynnwch i gydlynydd yr un yr hoffech ymuno ag ef.',
  coordinator: 'Cydlynydd',
  help: 'Help',
  area: 'Ardal',
  agreement: 'Cytundeb rhannu data',
  agreed: 'Wedi’i dderbyn gan eich sefydliad',
  notAgreed: 'Heb ei dderbyn eto: tan hynny, ni ddangosir atgyfeiriadau newydd',
  ...counted('members', '{{count}} aelod', { one: 'Un aelod' }),
  columns: { organisation: 'Sefydliad', services: 'Gwasanaethau', kinds: 'Yn helpu gyda' },
  coordinating: '{{name}} (yn cydlynu’r rhwydwaith)',
  workHere: 'Atgyfeiriadau yn y rhwydwaith hwn',
} as const satisfies Welsh<English['network']>
