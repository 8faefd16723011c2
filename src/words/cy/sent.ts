/** The page after a referral was sent. */
import type { English, Welsh } from '../words.ts'
import { counted } from './counted.ts'

export const sent = {
  title: 'Anfonwyd yr atgyfeiriad',
  heading: 'Anfonwyd. Eich cyfeirnod yw',
  copyHint: 'Copïwch ef i’ch cofnodion eich hun. Mae’n arwain y rhai sy’n cael ei weld at yr atgyfeiriad.',
  ...counted('waiting', '{{count}} atgyfeiriad agored yn aros i gael eu derbyn', {
    one: '{{count}} atgyfeiriad agored yn aros i gael ei dderbyn',
  }),
  answered: 'Ble mae arni',
  asked: 'I bwy y gofynnwyd',
  askedFor: 'Gofynnwyd am {{needs}}',
  nextUp: 'Os na allant helpu',
  unplaced: 'Mae’r cydlynydd yn chwilio am rywun ar gyfer {{needs}}.',
  elsewhere: 'Anfonwyd hefyd, mewn rhwydwaith cysylltiedig',
  next: 'Beth sy’n digwydd nesaf',
  nextEmail: 'Maent wedi cael e-bost gyda’r cyfeirnod, yr angen a’r ardal; dim enwau.',
  nextTold: 'Cewch e-bost pan fyddant yn derbyn, yn gofyn cwestiwn neu’n methu helpu.',
  nextRemind: 'Dim ateb erbyn {{when}}: cânt eu hatgoffa.',
  nextEscalate: 'Dim ateb erbyn {{when}}: caiff y cydlynydd wybod.',
  nextPassOn: 'Dim ateb erbyn {{when}}: gofynnir i’r nesaf ar y rhestr.',
  nextReject: 'Os bydd un yn gwrthod, gofynnir i’r nesaf ar y rhestr ar unwaith.',
  nextLast: 'Os bydd un yn gwrthod, bydd cydlynydd y rhwydwaith yn chwilio am rywun arall.',
  nextCoordinator: 'Bydd y cydlynydd yn lleoli’r hyn na all neb ar y rhestr ei gymryd.',
  nextPerson: 'Bydd y person yn cael e-bost byr gyda’r cyfeirnod yn unig, gan i chi ddweud bod e-bost yn ddiogel.',
  view: 'Agor yr atgyfeiriad',
  another: 'Gwneud atgyfeiriad arall',
  again: 'Atgyfeirio’r un person eto',
  print: 'Argraffu',
} as const satisfies Welsh<English['sent']>
