/** The second step of signing in, passkeys there, and the link that confirms an email address, in Welsh. */

import type * as english from '../../en/auth/step.ts'
import type { Welsh } from '../../words.ts'

export const step = {
  title: 'Un cam arall',
  leadApp: 'Rhowch y cod y mae eich ap dilysu yn ei ddangos.',
  leadPasskey: 'Defnyddiwch eich allwedd mynediad, neu rhowch god adfer.',
  code: 'Cod chwe digid',
  codeOnly: 'Cod adfer',
  hint: 'Heb eich ffôn? Rhowch un o’ch codau adfer.',
  go: 'Mewngofnodi',
  missing: 'Rhowch y cod',
  wrong: 'Nid yw’r cod yn gywir, neu fe’i defnyddiwyd eisoes',
  again: 'Dechrau eto',
  lost: 'Heb ffôn, allwedd mynediad na chod adfer? Gofynnwch i brif ddefnyddiwr eich sefydliad neu i gydlynydd eich rhwydwaith.',
  overTitle: 'Mewngofnodwch eto',
  over: 'Cymerodd hyn ormod o amser, neu newidiodd rhywbeth yn y cyfamser.',
} as const satisfies Welsh<typeof english.step>

export const passkey = {
  alone: 'Mewngofnodi ag allwedd mynediad',
  second: 'Defnyddio allwedd mynediad',
  failed: 'Ni roddodd eich dyfais allwedd mynediad. Rhowch gynnig arall arni, neu mewngofnodwch mewn ffordd arall',
  refused: 'Ni dderbyniwyd yr allwedd mynediad. Rhowch gynnig arall arni, neu mewngofnodwch mewn ffordd arall',
} as const satisfies Welsh<typeof english.passkey>

export const address = {
  title: 'Defnyddio’r cyfeiriad hwn o hyn ymlaen?',
  text: 'O hyn ymlaen byddwch yn mewngofnodi â {{email}}, ac yno y bydd e-byst yn mynd.',
  confirm: 'Defnyddio’r cyfeiriad hwn',
  doneTitle: 'Mae eich cyfeiriad e-bost wedi newid',
  done: 'Mewngofnodwch â’r cyfeiriad newydd o hyn ymlaen.',
  onward: 'Ymlaen',
  over: 'Fe’i defnyddiwyd eisoes, neu mae’n hŷn na 24 awr. Gofynnwch am un arall o dan Dewisiadau.',
} as const satisfies Welsh<typeof english.address>
