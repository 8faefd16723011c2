/** Reports on whom help reaches, and how much of it there is. */
import type * as english from '../../en/reports/reach.ts'
import type { Welsh } from '../../words.ts'
import { counted } from '../counted.ts'

export const reachReports = {
  people: {
    title: 'Pobl',
    about: 'Pwy a atgyfeirir: oedran, rhywedd, grŵp ethnig, anabledd, plant yn y cartref.',
    measure: 'Atgyfeiriadau a anfonwyd yn y cyfnod, yn ôl yr hyn a ddywedwyd am y person.',
    finding: {
      few: 'Rhy ychydig o atgyfeiriadau i ddweud',
      age: 'Pobl {{name}} oed a atgyfeirir fwyaf: {{share}} o atgyfeiriadau',
      gender: '“{{name}}” yw’r rhywedd a ddywedir amlaf: {{share}} o atgyfeiriadau',
      ethnic_group: '“{{name}}” yw’r grŵp ethnig a ddywedir amlaf: {{share}} o atgyfeiriadau',
      disability: 'Ar anabledd yr ateb a roddir amlaf yw “{{name}}”: {{share}} o atgyfeiriadau',
      children: 'Ar blant yn y cartref yr ateb a roddir amlaf yw “{{name}}”: {{share}} o atgyfeiriadau',
    },
    means: {
      several: 'Lle gellir rhoi sawl ateb, mae atgyfeiriad yn sefyll ym mhob un o’u rhesi.',
      erased:
        'Mae’r hyn a ddywedwyd am y person yn mynd pan wneir eu hatgyfeiriad yn ddienw; mae’r band oedran yn aros.',
    },
  },
  fairness: {
    title: 'Mynediad teg',
    about:
      'A dderbynnir atgyfeiriadau mor aml ac mor fuan pwy bynnag yw’r person: yn ôl grŵp ethnig, oedran, anabledd ac ardal.',
    measure: 'Atgyfeiriadau a anfonwyd yn y cyfnod: y gyfran a dderbyniwyd, a faint o amser a gymerodd hynny.',
    finding: {
      few: 'Rhy ychydig o atgyfeiriadau i gymharu grwpiau',
      alike: 'Mae grwpiau’n gwneud yn debyg iawn: derbynnir rhwng {{low}} a {{high}} o atgyfeiriadau',
      gap: 'Derbynnir rhwng {{low}} ({{least}}) a {{high}} ({{most}}) o atgyfeiriadau',
      before: {
        few: 'Yn y cyfnod blaenorol: rhy ychydig o atgyfeiriadau i gymharu grwpiau.',
        alike: 'Yn y cyfnod blaenorol: rhwng {{low}} a {{high}}.',
        gap: 'Yn y cyfnod blaenorol: rhwng {{low}} ({{least}}) a {{high}} ({{most}}).',
      },
      care: 'Mae gwahaniaeth yn rheswm i edrych yn agosach, nid yn brawf. Mae grwpiau’n wahanol o ran eu hanghenion a ble maent yn byw.',
    },
    means: {
      accepted: 'Derbyniwyd: dywedodd o leiaf un sefydliad ie i’r atgyfeiriad.',
      median:
        'Hyd at dderbyn: o’r anfon hyd at yr ie cyntaf. Yn ôl yr hyn a ddywedodd pobl amdanynt eu hunain fe’i dywedir mewn dyddiau cyfan, am na chedwir mwy unwaith y mae atgyfeiriad yn ddienw. Heb gael neb: nid yw gyda neb nawr.',
      small:
        'Nid yw grwpiau o lai na phump yn dangos dim, ac ni ddangosir cyfran nac amser sy’n seiliedig ar lai na phump o bobl. Mae’r frawddeg ar y brig yn cymharu grwpiau o ugain neu ragor.',
    },
  },
  capacity: {
    title: 'Capasiti a defnydd',
    about: 'Lleoedd, achosion ac atgyfeiriadau sy’n aros dros amser, a pha wasanaethau sy’n llawn.',
    measure: 'Cyfartaledd y dyddiau, fel yr oeddent pan gofnodwyd pob diwrnod.',
    columns: { recipient: 'Sefydliad' },
    finding: {
      none: 'Ni chofnodwyd unrhyw ddyddiau eto ar gyfer y cyfnod hwn',
      fuller: 'Mae gwasanaethau wedi llenwi: roedd {{from}} o’r lleoedd yn cael eu defnyddio ar y dechrau, {{to}} nawr',
      emptier: 'Mae mwy o le: roedd {{from}} o’r lleoedd yn cael eu defnyddio ar y dechrau, {{to}} nawr',
      same: 'Mor llawn ar y diwedd ag ar y dechrau: mae {{to}} o’r lleoedd yn cael eu defnyddio',
      before: 'Ar gyfartaledd roedd {{share}} o’r lleoedd yn cael eu defnyddio; yn y cyfnod blaenorol {{before}}.',
      noneBefore: 'Yn y cyfnod blaenorol ni chofnodwyd unrhyw ddyddiau.',
      over: 'Mae gan {{name}} fwy o achosion na lleoedd: {{cases}} ar gyfer {{places}}',
      fullest: '{{name}} yw’r llawnaf: mae {{share}} o’i leoedd yn cael eu defnyddio',
    },
    means: {
      days: 'Unwaith y dydd cofnodir lleoedd, achosion ac atgyfeiriadau sy’n aros pob gwasanaeth.',
      unlimited: 'Cyfrifir gwasanaethau heb nifer o leoedd ar wahân.',
    },
  },
  quarter: {
    title: 'Y chwarter mewn tablau',
    about:
      'Atgyfeiriadau chwarter a ddaeth i ben yn ôl angen, ardal, mis, oedran, grŵp ethnig, anabledd a rhywedd, a faint ohonynt a dderbyniwyd.',
    measure: 'Atgyfeiriadau a anfonwyd yn y chwarter, ac a dderbyniodd unrhyw sefydliad nhw. Cuddir rhifau o dan bump.',
    finding: {
      none: 'Nid yw tablau’r chwarter hwn wedi’u gwneud eto',
      few: 'Rhy ychydig o atgyfeiriadau yn y chwarter hwn i ddweud',
      ...counted('total', 'Anfonwyd {{count}} atgyfeiriad yn y chwarter hwn'),
      ...counted('taken', 'Anfonwyd {{count}} atgyfeiriad yn y chwarter hwn; derbyniwyd {{share}} ohonynt', {
        one: 'Anfonwyd {{count}} atgyfeiriad yn y chwarter hwn; derbyniwyd {{share}}',
      }),
      needs: {
        ...counted('total', 'Codwyd {{count}} angen yn y chwarter hwn'),
        ...counted('taken', 'Codwyd {{count}} angen yn y chwarter hwn; derbyniwyd {{share}} ohonynt', {
          one: 'Codwyd {{count}} angen yn y chwarter hwn; derbyniwyd {{share}}',
        }),
      },
      uncut: 'Ni ddywedir y tro hwn faint o bob rhes a dderbyniwyd: byddai’n datgelu rhifau bach.',
      noneBefore: 'Nid yw tablau’r chwarter blaenorol wedi’u gwneud.',
      kept: 'Gwneir tablau chwarter unwaith, bedair wythnos ar ôl iddo ddod i ben, ac maent yn aros fel y maent.',
    },
    means: {
      needs:
        'Yn ôl angen, mae pob angen mewn atgyfeiriad yn cyfrif ar ei ben ei hun, ac ystyr “derbyniwyd” yw bod rhywun wedi ymgymryd ag ef. Lle gall person ddweud sawl peth, y cyntaf sy’n cyfrif.',
      hidden: 'Lle na dderbyniwyd llai na phump i gyd, nid yw’r tablau’n cael eu torri yn ôl hynny.',
    },
  },
  coverage: {
    title: 'Cwmpas',
    about: 'Ar gyfer pa anghenion, ac ymhle, nad oes neb yn cynnig gwasanaeth.',
    measure:
      'Y gyfran o ardal y rhwydwaith y mae gwasanaethau’n ei chyrraedd, ymhlith y rhai sy’n derbyn atgyfeiriadau nawr.',
    finding: {
      whole: 'Gwasanaethir pob angen ym mhobman',
      ...counted(
        'gaps',
        'Nid yw {{count}} angen yn cael eu gwasanaethu ym mhobman; {{name}} sy’n cyrraedd leiaf, {{share}} o’r ardal',
        {
          one: 'Nid yw {{count}} angen yn cael ei wasanaethu ym mhobman: mae {{name}} yn cyrraedd {{share}} o’r ardal',
        },
      ),
    },
    means: { squares: 'Edrychir ar yr ardal fesul sgwâr, fel ar y map o dan Pob sefydliad, Cwmpas.' },
  },
} as const satisfies Welsh<typeof english.reachReports>
