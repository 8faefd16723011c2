/** What is said by email. Never a name, a detail or a kind of need in a subject; to the person only the network and the reference. */
import type { English, Welsh } from '../words.ts'
import { counted } from './counted.ts'
import { account } from './mail/account.ts'
import { box } from './mail/box.ts'
import { joining } from './mail/joining.ts'

export const mail = {
  subject: 'Atgyfeiriad {{reference}}, {{network}}',
  reference: 'Cyfeirnod',
  needs: 'Anghenion',
  area: 'Ardal',
  answerBy: 'Atebwch erbyn',
  open: 'Mewngofnodi i weld yr atgyfeiriad',
  askedToSignIn: 'Er diogelwch pobl ni anfonir enwau na manylion drwy e-bost: gofynnir i chi fewngofnodi.',
  automatic: 'Anfonwyd yn awtomatig ar ran {{network}}. Peidiwch ag ateb y neges hon.',
  program: 'Onward',
  notice: {
    note: {
      title: 'Nodyn i chi',
      text: 'Ysgrifennodd rhywun ar yr atgyfeiriad hwn nodyn ac mae am i chi ei ddarllen. Mewngofnodwch i’w ddarllen.',
    },
    break_glass: {
      title: 'Agorwyd atgyfeiriad cyfyngedig',
      text: 'Agorodd cydlynydd arall ef am awr a rhoi rheswm. Mewngofnodwch i ddarllen pwy a pham.',
    },
    not_called: {
      title: 'Mae’r person yn dweud nad oes neb wedi ffonio',
      text: 'Mae’n dal i aros i glywed gan rywun. Mewngofnodwch i weld yr atgyfeiriad, yna ffoniwch mewn ffordd sy’n ddiogel.',
    },
    corrected: {
      title: 'Cywirodd y person ei fanylion cyswllt',
      text: 'Mewngofnodwch i weld sut i’w gyrraedd nawr. Ni newidir eich cofnodion eich hun: mae’r atgyfeiriad yn cynnig y cywiriad i chi.',
    },
    consent_withdrawn: {
      title: 'Tynnodd y person ei gydsyniad yn ôl',
      text: 'Ni all neb agor manylion yr atgyfeiriad hwn mwyach. Peidiwch â gweithio arno, na chysylltu â’r person amdano.',
    },
    file_refused: {
      title: 'Ni chadwyd ffeil a ychwanegoch',
      text: 'Cafwyd bod feirws ynddi. Ni allai neb ei hagor. Gwiriwch o ble y daeth cyn ei hychwanegu eto.',
    },
    asked: {
      title: 'Mae atgyfeiriad newydd yn aros amdanoch',
      text: 'Gofynnwyd i chi helpu. Mewngofnodwch i ddarllen yr atgyfeiriad, yna derbyniwch ef, gwrthodwch ef neu rhannwch ef.',
    },
    accepted: {
      title: 'Mae eich atgyfeiriad wedi’i dderbyn',
      text: 'Bydd gwasanaeth y gofynnwyd iddo yn helpu. Mewngofnodwch i weld gyda pha anghenion y mae’n helpu.',
    },
    split: {
      title: 'Mae rhan o’ch atgyfeiriad wedi’i derbyn',
      text: 'Bydd gwasanaeth yn helpu gyda rhai o’r anghenion. Mae’r lleill yn cael eu pasio ymlaen.',
    },
    rejected: {
      title: 'Ni all gwasanaeth helpu',
      text: 'Mae’r anghenion y gofynnwyd iddo amdanynt yn cael eu pasio ymlaen. Nid oes angen i chi wneud dim.',
    },
    lapsed: {
      title: 'Nid yw gwasanaeth wedi ateb',
      text: 'Nid atebodd mewn pryd, felly mae ei anghenion yn cael eu pasio ymlaen. Nid oes angen i chi wneud dim.',
    },
    passed_on: {
      title: 'Mae’r atgyfeiriad hwn wedi’i basio ymlaen',
      text: 'Gofynnwyd i chi helpu ac ni chafodd ei ateb mewn pryd, felly gofynnir i eraill yn lle hynny.',
    },
    question: {
      title: 'Mae gan wasanaeth gwestiwn i chi',
      text: 'Mae angen eich ateb arno cyn y gall ddweud a all helpu. Mewngofnodwch i ddarllen y cwestiwn a’i ateb.',
    },
    answered: {
      title: 'Mae eich cwestiwn wedi’i ateb',
      text: 'Mewngofnodwch i ddarllen yr ateb, yna derbyniwch yr atgyfeiriad, gwrthodwch ef neu rhannwch ef.',
    },
    unplaced: {
      title: 'Mae angen lle ar atgyfeiriad',
      text: 'Ni all unrhyw wasanaeth ar ei restr helpu gyda’r anghenion hyn. Mewngofnodwch i’w lleoli, neu i’w cau fel rhai heb eu diwallu.',
    },
    unplaced_referrer: {
      title: 'Ni chafwyd hyd i wasanaeth eto',
      text: 'Ni all unrhyw wasanaeth ar y rhestr helpu gyda’r anghenion hyn. Mae’r cydlynydd wedi cael gwybod a bydd yn chwilio am un arall.',
    },
    returned: {
      title: 'Ni all y gwasanaeth a ddewisoch helpu',
      text: 'Mae’r anghenion hyn gyda chi eto. Mewngofnodwch i ddewis gwasanaeth arall, neu i dynnu’r atgyfeiriad yn ôl.',
    },
    unmet: {
      title: 'Nid oedd modd diwallu anghenion',
      text: 'Chwiliodd y cydlynydd am wasanaeth heb ddod o hyd i un. Mewngofnodwch i ddarllen pam.',
    },
    referred_on: {
      title: 'Mae eich atgyfeiriad wedi’i atgyfeirio ymlaen',
      text: 'Mae’r gwasanaeth a oedd yn helpu wedi pasio’r anghenion hyn ymlaen. Mewngofnodwch i weld ble maent nawr.',
    },
    closed: {
      title: 'Mae achos wedi’i gau',
      text: 'Mae’r gwasanaeth a oedd yn helpu wedi cau ei ran o’ch atgyfeiriad. Mewngofnodwch i weld y canlyniad.',
    },
    undone: {
      title: 'Mae derbyniad wedi’i ddadwneud',
      text: 'Mae’r atgyfeiriad yn aros eto i’r un gwasanaeth ateb. Nid oes angen i chi wneud dim.',
    },
    undone_recipient: {
      title: 'Dadwnaed derbyniad o’ch eiddo',
      text: 'Mae’r atgyfeiriad yn aros am eich ateb eto. Mewngofnodwch i’w dderbyn, ei wrthod neu ei rannu.',
    },
    reassigned_referrer: {
      title: 'Mae eich atgyfeiriad wedi’i symud',
      text: 'Mae’r cydlynydd wedi’i gymryd oddi ar wasanaeth ac yn dod o hyd i un arall. Nid oes angen i chi wneud dim.',
    },
    reopened: {
      title: 'Mae eich atgyfeiriad ar agor eto',
      text: 'Mae’r cydlynydd wedi ailagor rhai o’i anghenion ac yn chwilio am wasanaeth. Nid oes angen i chi wneud dim.',
    },
    reassigned: {
      title: 'Nid yw’r atgyfeiriad hwn gyda chi mwyach',
      text: 'Mae’r cydlynydd wedi’i symud. Nid oes angen i chi wneud dim mwy.',
    },
    stood_down: {
      title: 'Nid oes eich angen chi ar yr atgyfeiriad hwn mwyach',
      text: 'Gofynnwyd i chi helpu, ac nid oes ei angen mwyach. Nid oes angen i chi ateb.',
    },
    withdrawn: {
      title: 'Mae atgyfeiriad wedi’i dynnu’n ôl',
      text: 'Peidiwch â gweithio arno mwyach, os gwelwch yn dda. Nid oes angen i chi ateb.',
    },
    withdrawn_referrer: {
      title: 'Mae eich atgyfeiriad wedi’i dynnu’n ôl',
      text: 'Mae pob gwasanaeth y gofynnwyd iddo neu a oedd yn helpu wedi cael gwybod.',
    },
    remind: {
      title: 'Mae atgyfeiriad yn dal i aros amdanoch',
      text: 'Gofynnwyd i chi helpu ac nid ydych wedi ateb eto. Mewngofnodwch i’w dderbyn, ei wrthod neu ei rannu.',
    },
    escalate: {
      title: 'Mae atgyfeiriad yn aros yn rhy hir',
      text: 'Nid yw’r gwasanaeth y gofynnwyd iddo wedi ateb, er iddo gael ei atgoffa. Mewngofnodwch i weld beth ellir ei wneud.',
    },
    unanswered: {
      title: 'Nid yw cwestiwn wedi’i ateb',
      text: 'Gofynnodd gwasanaeth gwestiwn i’r atgyfeiriwr bum diwrnod gwaith yn ôl. Mae’r amser i ateb yr atgyfeiriad yn rhedeg eto.',
    },
  },
  source: {
    open: 'Gweld ble mae arni',
    code: 'Cod',
    keep: 'Cadwch y ddau: gyda’r cyfeirnod a’r cod gallwch weld ble mae arni, heb gyfrif.',
    useCode: 'Gofynnir i chi am y cyfeirnod ac am y cod yn y neges gyntaf.',
    ignore: 'Os nad anfonoch ddim, peidiwch â gwneud dim a dywedwch wrth {{network}}.',
    answer: 'Darllen y cwestiwn a’i ateb',
    sent: { title: 'Mae wedi’i anfon', text: 'Byddwch yn clywed gennym drwy e-bost pan fydd newyddion.' },
    accepted: {
      title: 'Bydd gwasanaeth yn helpu',
      text: 'Mae un y gofynnwyd iddo wedi derbyn. Bydd yn cysylltu ei hun.',
    },
    split: {
      title: 'Bydd gwasanaeth yn helpu gyda rhan ohono',
      text: 'Mae’r gweddill yn cael ei basio ymlaen i eraill.',
    },
    passing: {
      title: 'Mae’n cael ei basio ymlaen',
      text: 'Ni all gwasanaeth y gofynnwyd iddo ei gymryd, felly gofynnir i un arall. Nid oes angen i chi wneud dim.',
    },
    question: {
      title: 'Mae cwestiwn i chi',
      text: 'Rhaid i wasanaeth wybod mwy cyn y gall ddweud ie.',
    },
    placing: {
      title: 'Mae’r cydlynydd yn chwilio am wasanaeth',
      text: 'Ni all neb ar y rhestr ei gymryd. Mae cydlynydd {{network}} wedi cael gwybod ac yn chwilio am un arall.',
    },
    unmet: {
      title: 'Ni chafwyd hyd i neb',
      text: 'Chwiliodd y cydlynydd am wasanaeth heb ddod o hyd i un. Gall {{network}} ddweud mwy wrthych.',
    },
    closed: { title: 'Mae wedi’i gau', text: 'Mae’r gwasanaeth a oedd yn helpu wedi gorffen ei ran.' },
    waiting: {
      title: 'Mae’n aros eto',
      text: 'Mae’r gwasanaeth a oedd wedi’i dderbyn yn edrych arno eto.',
    },
    withdrawn: {
      title: 'Mae wedi’i dynnu’n ôl',
      text: 'Mae pawb y gofynnwyd iddynt neu a oedd yn helpu wedi cael gwybod.',
    },
  },
  person: {
    subject: '{{network}}: {{reference}}',
    title: 'Eich cyfeirnod',
    text: 'Eich cyfeirnod yw {{reference}}.',
    automatic: 'Anfonwyd yn awtomatig gan {{network}}. Peidiwch ag ateb y neges hon.',
  },
  digest: {
    name: 'Llythyr dyddiol',
    ...counted('subject', 'Digwyddodd {{count}} peth yn {{network}}', {
      two: 'Digwyddodd {{count}} beth yn {{network}}',
      few: 'Digwyddodd {{count}} pheth yn {{network}}',
      many: 'Digwyddodd {{count}} pheth yn {{network}}',
    }),
    ...counted('title', 'Mae {{count}} peth wedi digwydd ers bore ddoe', {
      one: 'Mae un peth wedi digwydd ers bore ddoe',
      two: 'Mae {{count}} beth wedi digwydd ers bore ddoe',
      few: 'Mae {{count}} pheth wedi digwydd ers bore ddoe',
      many: 'Mae {{count}} pheth wedi digwydd ers bore ddoe',
    }),
    text: 'Gofynnoch am un llythyr y dydd am y rhain. Mewngofnodwch i weld pob atgyfeiriad.',
    open: 'Mewngofnodi i weld eich atgyfeiriadau',
    ...counted('more', 'A {{count}} arall.', { one: 'Ac {{count}} arall.' }),
    other: 'Digwyddodd rhywbeth',
    change: 'I gael gwybod ar unwaith, neu ddim o gwbl: {{address}}',
  },
  reset: {
    subject: 'Dewiswch gyfrinair newydd',
    title: 'Dewiswch gyfrinair newydd',
    text: 'Gofynnodd rhywun am gyfrinair newydd i’ch cyfrif. Mae’r ddolen yn gweithio unwaith, am 30 munud.',
    link: 'Dewis cyfrinair newydd',
    ignore: 'Os nad chi oedd hynny, peidiwch â gwneud dim: mae eich cyfrinair yn aros fel y mae.',
  },
  invitation: {
    subject: 'Fe’ch gwahoddir i {{network}}',
    title: 'Fe’ch gwahoddir i {{network}}',
    text: 'Dilynwch y ddolen i ddewis cyfrinair a chreu eich cyfrif. Mae’n gweithio unwaith, am 14 diwrnod.',
    link: 'Derbyn y gwahoddiad',
    ignore: 'Os nad oeddech yn disgwyl hyn, peidiwch â gwneud dim.',
  },
  joining,
  account,
  box,
} as const satisfies Welsh<English['mail']>
