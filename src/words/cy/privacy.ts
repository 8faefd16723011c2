/** How long what is kept, holds, what is held on a person, erasure. */
import type { English, Welsh } from '../words.ts'
import { counted } from './counted.ts'
import { subject } from './subject.ts'

export const privacy = {
  months: 'Misoedd ar ôl cau',
  monthsHint: 'O 1 i 120. Cyfrifir o’r diwrnod y daw atgyfeiriad i ben, sut bynnag y bo.',
  monthsWrong: 'Rhowch nifer cyfan o fisoedd o 1 i 120',
  try: 'Rhoi cynnig ar hyn',
  outlook: 'Beth a ddaw o hyn',
  outlookSaved: 'Gyda {{months}} mis, fel y mae nawr.',
  outlookTried: 'Gyda {{months}} mis, fel y teipioch. Nid yw wedi’i gadw eto.',
  ...counted('tonight', 'Byddai {{count}} atgyfeiriad yn cael eu gwneud yn ddienw y noson nesaf.', {
    one: 'Byddai {{count}} atgyfeiriad yn cael ei wneud yn ddienw y noson nesaf.',
  }),
  ...counted('by', 'Byddai {{count}} atgyfeiriad yn cael eu gwneud yn ddienw erbyn {{date}}.', {
    one: 'Byddai {{count}} atgyfeiriad yn cael ei wneud yn ddienw erbyn {{date}}.',
  }),
  ...counted('heldCount', 'Cedwir {{count}} atgyfeiriad yn ôl.'),
  ...counted('gone', 'Gwnaed {{count}} atgyfeiriad yn ddienw hyd yma.'),
  next: 'Beth sy’n mynd nesaf',
  nextNone: 'Nid oes dim yn aros i gael ei wneud yn ddienw: nid oes atgyfeiriad wedi’i gau.',
  nextText: 'Edrychwch yma unwaith y mis. I gadw un yn hirach, agorwch ef a’i gadw’n ôl.',
  reference: 'Cyfeirnod',
  closed: 'Caewyd',
  goes: 'Gwneir yn ddienw',
  ...counted('days', 'ymhen {{count}} diwrnod', { two: 'ymhen {{count}} ddiwrnod' }),
  nightly: 'y noson nesaf',
  heldTag: 'Cedwir yn ôl',
  kept: {
    title: 'Am ba hyd y cedwir hwn',
    ...counted('counting', 'Gwneir yr atgyfeiriad hwn yn ddienw ar {{date}}, ymhen {{count}} diwrnod.', {
      two: 'Gwneir yr atgyfeiriad hwn yn ddienw ar {{date}}, ymhen {{count}} ddiwrnod.',
    }),
    due: 'Gwneir yr atgyfeiriad hwn yn ddienw y noson nesaf.',
    what: 'Mae enw, cyswllt, cyfeiriad, atebion, nodiadau a ffeiliau’n mynd bryd hynny. Mae anghenion, dyddiadau a chanlyniadau’n aros.',
    ...counted('open', 'Pan ddaw i ben, fe’i cedwir am {{count}} mis ac yna ei wneud yn ddienw.', {
      two: 'Pan ddaw i ben, fe’i cedwir am {{count}} fis ac yna ei wneud yn ddienw.',
    }),
    heldOpen: 'Fe’i cedwir yn ôl: pan ddaw i ben mae’n aros fel y mae nes i hynny ddod i ben.',
    held: 'Cedwir yr atgyfeiriad hwn yn ôl, felly mae’n aros fel y mae. Byddai wedi mynd ar {{date}}.',
    anonymised:
      'Gwnaed yr atgyfeiriad hwn yn ddienw ar {{date}}. Ni chedwir dim sy’n dweud am bwy yr oedd; cedwir anghenion, dyddiadau a chanlyniadau.',
    why: 'Pam: {{reason}}',
    by: 'Cadwyd yn ôl gan {{name}} ar {{date}}',
    byNobody: 'Cadwyd yn ôl ar {{date}}',
    hold: 'Ei gadw’n ôl',
    lift: 'Gadael iddo fynd yn ei bryd',
  },
  record: {
    title: 'Am ba hyd y cedwir y cofnod hwn',
    open: 'Rydych yn helpu’r person hwn, felly nid oes dim yn cyfrif i lawr.',
    ...counted(
      'counting',
      'Dilëir y cofnod hwn ar {{date}}, ymhen {{count}} diwrnod, oni wneir rhywbeth ag ef cyn hynny.',
      { two: 'Dilëir y cofnod hwn ar {{date}}, ymhen {{count}} ddiwrnod, oni wneir rhywbeth ag ef cyn hynny.' },
    ),
    due: 'Dilëir y cofnod hwn y noson nesaf.',
    held: 'Cedwir y cofnod hwn yn ôl, felly mae’n aros. Byddai wedi mynd ar {{date}}.',
  },
  hold: {
    title: 'Cadw’r atgyfeiriad hwn yn ôl',
    titleRecord: 'Cadw’r cofnod hwn yn ôl',
    text: 'Tra cedwir ef yn ôl ni wneir dim yn ddienw, ni waeth pryd y caewyd ef. Cadwch ef yn ôl ar gyfer cwyn, achos llys neu adolygiad, a’i ryddhau pan ddaw hynny i ben.',
    textRecord:
      'Tra cedwir ef yn ôl ni ddilëir y cofnod. Cadwch ef yn ôl ar gyfer cwyn, achos llys neu adolygiad, a’i ryddhau pan ddaw hynny i ben.',
    reason: 'Pam mae’n rhaid ei gadw’n hirach?',
    reasonHint: 'Bydd pawb sy’n darllen y cyfan ohono yn gweld hyn.',
    wrong: 'Dywedwch pam mae’n rhaid ei gadw',
    button: 'Ei gadw’n ôl',
    lift: 'Ei ryddhau',
    liftText:
      'Fe’i cedwir oherwydd hyn. Mae ei ryddhau yn gadael i’w amser redeg eto; mae’r hyn sy’n hwyr yn mynd y noson nesaf.',
    liftButton: 'Ei ryddhau',
    done: 'Fe’i cedwir yn ôl.',
    lifted: 'Nid yw’n cael ei gadw’n ôl mwyach.',
  },
  own: {
    title: 'Am ba hyd y cedwir cofnodion',
    lead: 'Mae cofnod person yn mynd pan nad oes dim wedi’i wneud ag ef am y cyfnod hwn: dim cyswllt, dim newid, dim atgyfeiriad iddynt wedi dod i ben. Tra byddwch yn helpu rhywun mae eu cofnod yn aros.',
    months: 'Misoedd ar ôl y peth olaf a wnaed',
    monthsHint: 'O 1 i 120.',
    saved: 'Cadwyd.',
    ...counted('tonight', 'Byddai {{count}} cofnod yn cael eu dileu y noson nesaf.', {
      one: 'Byddai {{count}} cofnod yn cael ei ddileu y noson nesaf.',
      two: 'Byddai {{count}} gofnod yn cael eu dileu y noson nesaf.',
      few: 'Byddai {{count}} chofnod yn cael eu dileu y noson nesaf.',
      many: 'Byddai {{count}} chofnod yn cael eu dileu y noson nesaf.',
    }),
    ...counted('by', 'Byddai {{count}} cofnod yn cael eu dileu erbyn {{date}}.', {
      one: 'Byddai {{count}} cofnod yn cael ei ddileu erbyn {{date}}.',
      two: 'Byddai {{count}} gofnod yn cael eu dileu erbyn {{date}}.',
      few: 'Byddai {{count}} chofnod yn cael eu dileu erbyn {{date}}.',
      many: 'Byddai {{count}} chofnod yn cael eu dileu erbyn {{date}}.',
    }),
    ...counted('held', 'Cedwir {{count}} cofnod yn ôl.', {
      two: 'Cedwir {{count}} gofnod yn ôl.',
      few: 'Cedwir {{count}} chofnod yn ôl.',
      many: 'Cedwir {{count}} chofnod yn ôl.',
    }),
    next: 'Beth sy’n mynd nesaf',
    none: 'Nid oes cofnod yn cyfrif i lawr.',
    name: 'Enw',
    last: 'Gwnaed ddiwethaf',
    goes: 'Dilëir',
    keeping: 'Cadw cofnodion',
    link: 'Am ba hyd y’u cedwir',
  },
  ...subject,
} as const satisfies Welsh<English['privacy']>
