/** The list of all messages, for administrators. */
import type { English, Welsh } from '../../words.ts'

export const box = {
  title: 'Negeseuon',
  lead: 'Pob neges o’r gosodiad hwn, y diweddaraf yn gyntaf. Cafodd yr hyn a ddelir ei wrthod, neu ni chafodd ei gymryd am ddiwrnod.',
  leadKept: 'Nid oes gweinydd post wedi’i osod, felly cedwir negeseuon yma yn lle eu hanfon.',
  empty: 'Nid oes dim wedi’i anfon eto',
  to: 'At',
  what: 'Ynghylch',
  when: 'Ysgrifennwyd',
  state: 'Cyflwr',
  tries: 'Cynigion',
  error: 'Ateb',
  sendAgain: 'Anfon eto',
  sentAgain: 'Mae yn y ciw eto.',
  person: 'Y person',
  text: 'Beth mae’n ei ddweud',
  notKept:
    'Dim ond yn yr arddangosiad y gellir darllen yr hyn y mae’n ei ddweud, a dim ond lle nad oes gweinydd post wedi’i osod.',
  states: { queued: 'Mewn ciw', sent: 'Anfonwyd', kept: 'Cadwyd', held: 'Wedi’i dal', dropped: 'Nis anfonwyd' },
} as const satisfies Welsh<English['mail']['box']>
