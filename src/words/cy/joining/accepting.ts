/** By the link of an invitation. */
import type { English, Welsh } from '../../words.ts'

export const accepting = {
  title: 'Ymuno â {{network}}',
  as: { coordinator: 'Helpu i ofalu am {{network}}', commissioner: 'Darllen ffigurau {{network}}' },
  lead: 'Fe’ch gwahoddir i greu cyfrif ar gyfer {{email}}.',
  byWhom: 'Gwahoddwyd gan {{name}}',
  signInFirst: 'Mae gan {{email}} gyfrif eisoes. Mewngofnodwch ag ef, a bydd y gwahoddiad hwn yn agor eto.',
  signIn: 'Mewngofnodi i dderbyn',
  otherAccount: 'Rydych wedi mewngofnodi â chyfrif arall. Allgofnodwch, yna dilynwch y ddolen eto.',
  you: 'Chi',
  name: 'Eich enw',
  nameHint: 'Fel y mae cydweithwyr mewn sefydliadau eraill yn eich adnabod.',
  password: 'Dewiswch gyfrinair',
  organisation: 'Eich sefydliad',
  organisationName: 'Enw’r sefydliad',
  joinAs: 'Pa sefydliad sy’n ymuno?',
  another: 'Un arall, nad yw yma eto',
  go: 'Creu fy nghyfrif',
  goKnown: 'Ymuno â {{network}}',
  overTitle: 'Nid yw’r gwahoddiad hwn yn gweithio mwyach',
  overText:
    'Cafodd ei ddefnyddio eisoes, ei dynnu’n ôl, neu mae’n hŷn na 14 diwrnod. Gofynnwch i bwy bynnag a’ch gwahoddodd ei anfon eto.',
  nameMissing: 'Rhowch eich enw',
  organisationMissing: 'Rhowch enw eich sefydliad',
  organisationTaken:
    'Mae sefydliad o’r enw hwn yn y rhwydwaith eisoes: gofynnwch i’w brif ddefnyddiwr am gyfrif, neu rhowch enw llawn eich un chi',
} as const satisfies Welsh<English['joining']['accepting']>
