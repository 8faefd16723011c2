/** Accounts as somebody else keeps them. */
import type { English, Welsh } from '../words.ts'
import { counted } from './counted.ts'

export const user = {
  role: {
    member: 'Defnyddiwr cyffredin',
    primary: 'Prif ddefnyddiwr',
    coordinator: 'Cydlynydd',
    commissioner: 'Comisiynydd',
  },
  may: {
    member: 'Yn gwneud atgyfeiriadau ac yn ateb y rhai a anfonir at y sefydliad.',
    primary: 'Hefyd yn cadw cofnod y sefydliad, ei wasanaethau a’i ddefnyddwyr.',
    coordinator: 'Yn gofalu am y rhwydwaith: pwy sy’n ymuno, beth a gynigir, ble mae atgyfeiriadau’n mynd yn sownd.',
    commissioner: 'Yn darllen y cyfeiriadur a’r ffigurau, byth unrhyw beth am berson.',
  },
  columns: {
    name: 'Enw',
    organisation: 'Sefydliad',
    role: 'Rôl',
    signedIn: 'Mewngofnodwyd ddiwethaf',
    change: 'Newid',
  },
  never: 'Byth',
  left: 'Gadawodd {{date}}',
  whose: 'Defnyddwyr pwy',
  organisation: {
    ...counted('title', 'Mae {{count}} o bobl yn gweithio yma i {{organisation}}', {
      one: 'Mae {{count}} person yn gweithio yma i {{organisation}}',
    }),
    ...counted('titlePrimary', 'Mae {{count}} o bobl yn rheoli {{organisation}}', {
      one: 'Mae {{count}} person yn rheoli {{organisation}}',
    }),
    lead: 'Mae gan bawb eu cyfrif eu hunain: gellir olrhain yr hyn a wnaed i berson.',
    leadPrimary: 'Mae ei brif ddefnyddwyr yn cadw cyfrifon eu cydweithwyr eu hunain.',
    invite: 'Gwahodd rhywun',
    ...counted('gone', '{{count}} o bobl a adawodd', { one: '{{count}} person a adawodd' }),
  },
  network: {
    ...counted('title', 'Mae {{count}} o bobl yn rheoli sefydliadau yn {{network}}', {
      one: 'Mae {{count}} person yn rheoli sefydliad yn {{network}}',
    }),
    lead: 'Mae prif ddefnyddwyr yn cadw cyfrifon eu cydweithwyr eu hunain.',
    staff: 'Cydlynwyr a chomisiynwyr',
    primaries: 'Prif ddefnyddwyr',
    staffTable: 'Cydlynwyr a chomisiynwyr, a phryd y mewngofnododd pob un ddiwethaf',
    primariesTable: 'Prif ddefnyddwyr, a phryd y mewngofnododd pob un ddiwethaf',
    invite: 'Gwahodd cydlynydd neu gomisiynydd',
    end: 'Cymryd yn ôl',
    endLabel: 'Cymryd yn ôl oddi wrth {{name}}: {{role}}',
  },
  inviting: {
    organisation: 'Gwahodd rhywun i {{name}}',
    network: 'Gwahodd cydlynydd neu gomisiynydd i {{name}}',
    lead: 'Cânt e-bost gyda dolen sy’n gweithio unwaith, am 14 diwrnod, a dewis eu cyfrinair eu hunain.',
    email: 'Eu cyfeiriad e-bost',
    role: 'Beth gânt ei wneud?',
  },
  name: 'Enw',
  nameMissing: 'Rhowch eu henw',
  roleHint: 'Mae ei newid yn eu hallgofnodi.',
  seesReports: 'Caiff weld adroddiadau’r sefydliad',
  seesReportsHint:
    'Ffigurau am yr hyn y mae’r sefydliad yn ei anfon a’i dderbyn. Mae prif ddefnyddwyr bob amser yn eu gweld.',
  since: 'Yma ers',
  handles: 'Yn delio â',
  ...counted('open', '{{count}} atgyfeiriad agored'),
  access: 'Mewngofnodi',
  password: 'Anfon dolen atynt am gyfrinair newydd',
  passwordText: 'Nid oes neb arall yn ei weld nac yn ei ddewis. Mae’r ddolen yn gweithio unwaith, am dridiau.',
  step: 'Diffodd dilysu dau gam',
  stepText:
    'I rywun nad oes ganddynt ffôn, allwedd mynediad na chod adfer mwyach, ac yr ydych yn eu hadnabod. Cânt eu hallgofnodi ym mhobman a’u hysbysu drwy e-bost.',
  end: 'Rhoi diwedd ar eu cyfrif yma…',
  endText: 'Pan fyddant yn gadael {{organisation}}, neu pan na ddylent fewngofnodi mwyach.',
  goneText: 'Daeth eu cyfrif yn {{organisation}} i ben ar {{date}}.',
  restore: 'Gadael iddynt fewngofnodi eto',
  ending: {
    title: 'Rhoi diwedd ar gyfrif {{name}} yn {{organisation}}?',
    lead: 'Mae hyn yn digwydd ar unwaith:',
    stops: 'Cânt eu hallgofnodi, ac ni allant weithredu dros {{organisation}} mwyach.',
    keeps: 'Mae’r hyn a ysgrifenasant ac a wnaethant yn aros yn yr hanes o dan eu henw.',
    back: 'Gallwch eu gadael yn ôl i mewn yn nes ymlaen.',
    to: 'Pwy sy’n cymryd drosodd yr hyn sydd gan {{name}} ar agor?',
    go: 'Rhoi diwedd ar y cyfrif',
  },
  done: {
    invited: 'Mae’r gwahoddiad ar ei ffordd.',
    resend: 'Mae’r gwahoddiad wedi’i anfon eto, ac yn ddilys am 14 diwrnod o nawr.',
    revoke: 'Mae’r gwahoddiad wedi’i dynnu’n ôl. Nid yw ei ddolen yn gweithio mwyach.',
    changed: 'Cadwyd.',
    ended: 'Mae’r cyfrif wedi dod i ben. Cawsant eu hallgofnodi.',
    restored: 'Gallant fewngofnodi eto.',
    granted: 'Cymerwyd yn ôl. Cawsant eu hallgofnodi.',
    step: 'Mae dilysu dau gam wedi’i ddiffodd. Caiff {{email}} wybod.',
    password: 'Mae dolen i ddewis cyfrinair newydd ar ei ffordd i {{email}}.',
  },
} as const satisfies Welsh<English['user']>
