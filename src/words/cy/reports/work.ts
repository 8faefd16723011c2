/** Reports on how the work goes: who asks whom, how soon answers come. */
import type * as english from '../../en/reports/work.ts'
import type { Welsh } from '../../words.ts'
import { counted } from '../counted.ts'

export const workReports = {
  flows: {
    title: 'Llif rhwng sefydliadau',
    about: 'Pwy sy’n anfon at bwy, fel llun ac fel matrics, a faint ohono a dderbynnir.',
    measure: 'Atgyfeiriadau a anfonwyd yn y cyfnod, yn ôl pwy a’u hanfonodd ac i bwy y gofynnwyd.',
    finding: {
      none: 'Nid oedd dim llif yn y cyfnod hwn',
      ...counted('strongest', 'Mae’r llif cryfaf o {{sender}} at {{recipient}}: {{count}} atgyfeiriad'),
      ...counted('even', 'Nid oes un llif yn gryfach na’r lleill i gyd: mae gan sawl un {{count}} atgyfeiriad'),
      ...counted('pairs', '{{count}} pâr o sefydliadau, {{askings}} cais i gyd.', {
        two: '{{count}} bâr o sefydliadau, {{askings}} cais i gyd.',
        few: '{{count}} phâr o sefydliadau, {{askings}} cais i gyd.',
        many: '{{count}} phâr o sefydliadau, {{askings}} cais i gyd.',
      }),
      ...counted('before', 'Yn y cyfnod blaenorol: {{count}} pâr, {{askings}} cais.', {
        two: 'Yn y cyfnod blaenorol: {{count}} bâr, {{askings}} cais.',
        few: 'Yn y cyfnod blaenorol: {{count}} phâr, {{askings}} cais.',
        many: 'Yn y cyfnod blaenorol: {{count}} phâr, {{askings}} cais.',
      }),
    },
    means: {
      asked: 'Mae atgyfeiriad y gofynnwyd i dri sefydliad amdano yn sefyll mewn tair rhes.',
      taken: 'Derbyniwyd: dywedodd y sefydliad ie iddo, beth bynnag a ddaeth wedyn.',
    },
  },
  times: {
    title: 'Amser hyd at ateb a chau',
    about: 'Faint y mae pobl yn aros am ateb ac am y diwedd: y canolrif, naw o bob deg, a’r cyfan fel dosbarthiad.',
    measure: 'O ofyn i sefydliad hyd at ei ateb a hyd at gau, yn ôl y cloc, gan gynnwys penwythnosau.',
    finding: {
      none: 'Nid atebwyd dim yn y cyfnod hwn',
      median: 'Daw hanner yr holl atebion o fewn {{median}}, naw o bob deg o fewn {{most}}',
      ...counted(
        'before',
        'Yn y cyfnod blaenorol, o {{count}} ateb, daeth hanner o fewn {{median}}, naw o bob deg o fewn {{most}}.',
      ),
      ...counted('closing', 'Caewyd {{count}}: hanner o fewn {{median}}, naw o bob deg o fewn {{most}} i’r gofyn.'),
    },
    means: {
      asking: 'Nid yw’r hyn nad atebodd neb eto, na’r hyn a basiwyd ymlaen heb ateb, yn yr amseroedd.',
      median: 'Canolrif: bu hanner yn gyflymach. Naw o bob deg: cymerodd un o bob deg fwy o amser.',
    },
  },
  overdue: {
    title: 'Hwyr nawr',
    about: 'Pa sefydliadau sydd heb ateb mewn pryd, ac ers faint.',
    measure: 'Atgyfeiriadau sy’n aros am ateb sefydliad, a’r rhai mor hwyr fel bod y cydlynydd i gael gwybod.',
    finding: {
      ...counted('none', 'Nid oes ateb yn hwyr; disgwylir am {{count}}'),
      ...counted('late', 'Mae {{count}} ateb yn hwyr'),
    },
    means: {
      overdue:
        'Hwyr: ar ôl yr amser y mae cloc y rhwydwaith yn dweud wrth y cydlynydd. Mae cwestiwn i’r atgyfeiriwr yn atal y cloc. Mae atgyfeiriad y gofynnwyd i ddau wasanaeth o’r un sefydliad amdano yn cyfrif unwaith.',
    },
  },
  responsiveness: {
    title: 'Pa mor fuan yr atebir',
    about:
      'Pa mor fuan y mae pob sefydliad yn ateb, a pha mor aml y mae’n derbyn, yn gwrthod neu’n gadael i’r amser ddod i ben.',
    measure: 'Y gyfran o geisiadau’r cyfnod a atebwyd o fewn dau ddiwrnod.',
    finding: {
      none: 'Ni ofynnwyd i neb yn y cyfnod hwn',
      soon: 'Atebir {{share}} o geisiadau o fewn dau ddiwrnod',
      slowest: 'Atebir {{share}} o geisiadau o fewn dau ddiwrnod; {{name}} sy’n ateb leiaf mewn pryd: {{least}}',
      before: 'Yn y cyfnod blaenorol: {{share}}.',
    },
    means: {
      soon: 'O fewn dau ddiwrnod: 48 awr yn ôl y cloc. Mae cais sy’n dal i aros yn cyfrif fel un heb ei ateb eto. Nid yw’r frawddeg ar y brig yn enwi neb y gofynnwyd iddo lai na deg gwaith.',
    },
  },
} as const satisfies Welsh<typeof english.workReports>
