/** Reports on what came of it. */
import type * as english from '../../en/reports/results.ts'
import type { Welsh } from '../../words.ts'
import { counted } from '../counted.ts'

export const resultReports = {
  outcomes: {
    title: 'Canlyniadau',
    about: 'Beth ddaeth o bob angen, yn llwyddiannus neu beidio, yn ôl angen, mis, ardal a’r canlyniad ei hun.',
    measure: 'Anghenion yr atgyfeiriadau a anfonwyd yn y cyfnod, fel y maent nawr.',
    finding: {
      none: 'Nid oes dim wedi dod i ben eto yn y cyfnod hwn',
      ...counted('successful', 'Bu {{share}} o {{count}} angen a ddaeth i ben yn llwyddiannus'),
      ...counted('before', 'Yn y cyfnod blaenorol: {{share}} o {{count}} angen a ddaeth i ben.'),
      noneBefore: 'Yn y cyfnod blaenorol nid oedd dim wedi dod i ben.',
    },
    means: {
      need: 'Mae pob angen mewn atgyfeiriad yn cyfrif ar ei ben ei hun. Yn ôl canlyniad, mae’r golofn olaf yn cyfrif pob atgyfeiriad unwaith.',
      successful:
        'Y canlyniad a bennwyd sy’n penderfynu a fu’n llwyddiannus. Mae’r gyfran o’r anghenion a ddaeth i ben gyda chanlyniad; mae un a roddir cyn y diwedd yn cyfrif unwaith y daeth i ben.',
    },
  },
  declined: {
    title: 'Gwrthod, a pham',
    about: 'Pa mor aml y mae sefydliadau’n gwrthod, am ba resymau, ar gyfer pa anghenion ac ymhle.',
    measure: 'Ceisiadau’r cyfnod a wrthodwyd.',
    finding: {
      none: 'Ni wrthodwyd dim yn y cyfnod hwn',
      ...counted('reason', 'Gwrthodwyd {{count}} cais, amlaf am “{{name}}”: {{share}}', {
        one: 'Gwrthodwyd {{count}} cais: “{{name}}”',
        two: 'Gwrthodwyd {{count}} gais, amlaf am “{{name}}”: {{share}}',
        few: 'Gwrthodwyd {{count}} chais, amlaf am “{{name}}”: {{share}}',
        many: 'Gwrthodwyd {{count}} chais, amlaf am “{{name}}”: {{share}}',
      }),
      ...counted('rate', 'Gwrthodwyd {{count}} cais, {{share}} o’r cyfan', {
        two: 'Gwrthodwyd {{count}} gais, {{share}} o’r cyfan',
        few: 'Gwrthodwyd {{count}} chais, {{share}} o’r cyfan',
        many: 'Gwrthodwyd {{count}} chais, {{share}} o’r cyfan',
      }),
      ...counted('before', 'Yn y cyfnod blaenorol: {{count}} cais, {{share}} o’r cyfan.', {
        two: 'Yn y cyfnod blaenorol: {{count}} gais, {{share}} o’r cyfan.',
        few: 'Yn y cyfnod blaenorol: {{count}} chais, {{share}} o’r cyfan.',
        many: 'Yn y cyfnod blaenorol: {{count}} chais, {{share}} o’r cyfan.',
      }),
    },
    means: {
      reasons:
        'Rhesymau’r rhwydwaith ei hun ydynt. Yn ôl angen: mae cais am ddau angen yn sefyll mewn dwy res. Yn ôl rheswm, mae’r golofn olaf yn cyfrif atgyfeiriad unwaith, faint bynnag a’i gwrthododd.',
    },
  },
  moved: {
    title: 'Ailgyfeirio, a heb ateb mewn pryd',
    about: 'Yr hyn nad arhosodd lle gofynnwyd gyntaf: gwrthodwyd, heb ateb mewn pryd, symudwyd, atgyfeiriwyd ymlaen.',
    measure: 'Ceisiadau’r cyfnod a aeth ymlaen at rywun arall.',
    finding: {
      none: 'Ni ofynnwyd i neb yn y cyfnod hwn',
      ...counted('share', 'Aeth {{share}} o {{count}} cais ymlaen at rywun arall; {{lapsed}} heb ateb', {
        two: 'Aeth {{share}} o {{count}} gais ymlaen at rywun arall; {{lapsed}} heb ateb',
        few: 'Aeth {{share}} o {{count}} chais ymlaen at rywun arall; {{lapsed}} heb ateb',
        many: 'Aeth {{share}} o {{count}} chais ymlaen at rywun arall; {{lapsed}} heb ateb',
      }),
      ...counted('before', 'Yn y cyfnod blaenorol: {{share}} o {{count}} cais.', {
        two: 'Yn y cyfnod blaenorol: {{share}} o {{count}} gais.',
        few: 'Yn y cyfnod blaenorol: {{share}} o {{count}} chais.',
        many: 'Yn y cyfnod blaenorol: {{share}} o {{count}} chais.',
      }),
    },
    means: {
      lapsed: 'Heb ateb mewn pryd: pasiwyd ymlaen gan y cloc am na ddaeth ateb.',
      moved:
        'Symudwyd gan y cydlynydd: cymerwyd oddi ar un sefydliad a gofynnwyd i un arall â llaw. Atgyfeiriwyd ymlaen: gan y sefydliad a oedd wedi derbyn.',
    },
  },
  unmet: {
    title: 'Angen heb ei ddiwallu',
    about:
      'Anghenion na chafwyd neb ar eu cyfer, lle gwrthododd pawb, lle nad oedd lle, nad oeddent o fewn cyrraedd, neu lle gwrthodwyd cydsyniad: yn ôl angen, ardal, mis, ac ar fap.',
    measure: 'Anghenion y cyfnod na chafodd eu diwallu ac nad ydynt gyda neb nawr.',
    finding: {
      none: 'Cafwyd rhywun ar gyfer pob angen',
      area: 'Mae {{all}} angen heb eu diwallu, mwy o {{name}} nag o unrhyw ardal arall: {{share}}',
      need: 'Mae {{all}} angen heb eu diwallu, {{name}} yn fwy nag unrhyw un arall: {{share}}',
      reason: {
        nobody: 'Mae {{all}} angen heb eu diwallu, {{share}} am na chafwyd neb',
        declined: 'Mae {{all}} angen heb eu diwallu, {{share}} am i bawb y gofynnwyd iddynt wrthod',
        full: 'Mae {{all}} angen heb eu diwallu, {{share}} am nad oedd gan neb le',
        area: 'Mae {{all}} angen heb eu diwallu, {{share}} am nad oes neb yn gwasanaethu’r lle',
        refused: 'Mae {{all}} angen heb eu diwallu, {{share}} am i gydsyniad gael ei wrthod',
      },
      ...counted('before', 'Yn y cyfnod blaenorol: {{count}} angen.'),
      ...counted('total', 'Mae {{count}} angen heb eu diwallu', { one: 'Mae {{count}} angen heb ei ddiwallu' }),
    },
    means: {
      unmet: 'Mae angen yn cyfrif pan fydd y cydlynydd wedi’i gau am na chafwyd hyd i neb, neu tra nad yw gyda neb.',
      why: 'Pam: yr hyn a roddodd y cydlynydd fel rheswm, neu fel arall pwy bynnag a wrthododd olaf. Adnabyddir rhesymau sy’n sôn am le neu ardal wrth eu geiriau.',
      refused: 'Gwrthodwyd cydsyniad: fe’i cyfrifir heb ddim am y person, yn ôl y mis a’r ardal.',
    },
  },
} as const satisfies Welsh<typeof english.resultReports>
