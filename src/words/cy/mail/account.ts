/** Another email address for an account, in Welsh. */

import type { account as english } from '../../en/mail/account.ts'
import type { Welsh } from '../../words.ts'

export const account = {
  confirm: {
    subject: 'Cadarnhewch eich cyfeiriad e-bost',
    title: 'Cadarnhewch eich cyfeiriad e-bost',
    text: 'Mae rhywun am ddefnyddio’r cyfeiriad hwn ar gyfer ei gyfrif. Dilynwch y ddolen a phwyswch y botwm yno. Mae’n gweithio unwaith, am 24 awr.',
    link: 'Cadarnhau’r cyfeiriad hwn',
    ignore: 'Os nad chi oedd hyn, peidiwch â gwneud dim: bydd y cyfrif yn aros fel y mae.',
  },
  changed: {
    subject: 'Mae gan eich cyfrif gyfeiriad e-bost arall nawr',
    title: 'Mae gan eich cyfrif gyfeiriad e-bost arall nawr',
    text: 'O hyn ymlaen rydych yn mewngofnodi â’r cyfeiriad newydd, ac yno y bydd e-byst yn mynd. Ni ddaw rhagor i’r cyfeiriad hwn.',
    ignore:
      'Os nad chi oedd hyn, rhowch wybod i gydlynydd eich rhwydwaith ar unwaith: efallai bod eich cyfrif gan rywun arall.',
  },
  stepOff: {
    subject: 'Mae dilysu dau gam wedi’i ddiffodd ar gyfer eich cyfrif',
    title: 'Mae dilysu dau gam wedi’i ddiffodd ar gyfer eich cyfrif',
    text: 'Diffoddodd rhywun sy’n cadw eich cyfrif ef, am na allech ei ddefnyddio. Cawsoch eich allgofnodi ym mhobman. Mewngofnodwch â’ch cyfrinair, yna gosodwch ef eto o dan Dewisiadau.',
    ignore:
      'Os na wnaethoch ofyn amdano, rhowch wybod i gydlynydd eich rhwydwaith ar unwaith: efallai bod rhywun arall yn ceisio dod i mewn.',
  },
} as const satisfies Welsh<typeof english>
