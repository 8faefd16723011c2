/** The end of a session: its warning, and what was typed when it came, in Welsh. */

import type * as english from '../../en/auth/session.ts'
import type { Welsh } from '../../words.ts'

export const session = {
  keptTitle: 'Cawsoch eich allgofnodi, ac mae’r hyn a deipioch yma o hyd',
  kept: 'Ni anfonwyd dim. Gwiriwch ef a’i anfon eto.',
  noFiles: 'Ni ellir cadw ffeiliau: dewiswch nhw eto.',
  copy: 'Yr hyn a deipioch, i’w gopïo',
  signInFirst: 'Cawsoch eich allgofnodi. Cedwir yr hyn a deipioch am awr: mewngofnodwch, ac fe’i dangosir eto.',
  name: 'Diwedd eich sesiwn',
  ending: 'Cewch eich allgofnodi am {{time}}',
  idle: 'Nid oes dim wedi’i wneud yma ers tro.',
  longest: 'Nid oes neb yn aros wedi mewngofnodi am fwy na 12 awr. Anfonwch neu cadwch yr hyn rydych wedi’i deipio.',
  stay: 'Aros wedi mewngofnodi',
  over: 'Rydych wedi allgofnodi',
  overText: 'Nid yw’r hyn a deipioch ar goll: anfonwch ef, mewngofnodwch, ac fe’i dangosir eto.',
} as const satisfies Welsh<typeof english.session>
