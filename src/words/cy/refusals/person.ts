/** An organisation's own records of people, and what the law asks for. */
import type { Refusals } from './index.ts'

export const person: Refusals = {
  'The date must be today or in the past.': 'Rhaid i’r dyddiad fod heddiw neu yn y gorffennol.',
  'These are the same record.': 'Yr un cofnod yw’r rhain.',
  'One of these records has been merged already.': 'Mae un o’r cofnodion hyn wedi’i gyfuno eisoes.',
  'There is a tag of this name already.': 'Mae tag o’r enw hwn eisoes.',
  'Choose what is this person’s.': 'Dewiswch yr hyn sy’n perthyn i’r person hwn.',
  'Open a restricted referral with a reason first.': 'Agorwch atgyfeiriad cyfyngedig gyda rheswm yn gyntaf.',
  'One of these referrals is restricted: open it with a reason first.':
    'Mae un o’r atgyfeiriadau hyn yn gyfyngedig: agorwch ef gyda rheswm yn gyntaf.',
  'Something of this is still open or is held back.': 'Mae rhan o hyn ar agor o hyd, neu’n cael ei chadw’n ôl.',
  'A referral is held by its coordinator.': 'Cydlynydd atgyfeiriad sy’n ei gadw’n ôl.',
}
