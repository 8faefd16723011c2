/** Signing in and out, forgotten passwords, for whom one works. */
import type { English, Welsh } from '../words.ts'
import { session } from './auth/session.ts'
import { address, passkey, step } from './auth/step.ts'

export const auth = {
  session,
  step,
  passkey,
  address,
  signIn: 'Mewngofnodi',
  email: 'Cyfeiriad e-bost',
  password: 'Cyfrinair',
  forgotten: 'Rwyf wedi anghofio fy nghyfrinair',
  findHelp: 'Chwilio am help?',
  findHelpGo: 'Dewch o hyd i wasanaeth yn eich ardal',
  invitationOnly:
    'Drwy wahoddiad y ceir cyfrif. Gofynnwch am un i brif ddefnyddiwr eich sefydliad neu i gydlynydd eich rhwydwaith.',
  wrong: 'Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir',
  emailMissing: 'Rhowch eich cyfeiriad e-bost',
  passwordMissing: 'Rhowch eich cyfrinair',
  signedOut: 'Rydych wedi allgofnodi',
  passwordChanged: 'Mae eich cyfrinair newydd wedi’i osod. Mewngofnodwch ag ef.',
  forgottenTitle: 'Ydych chi wedi anghofio’ch cyfrinair?',
  forgottenLead:
    'Rhowch eich cyfeiriad e-bost. Os oes cyfrif ganddo, bydd dolen i osod cyfrinair newydd yn dod drwy e-bost.',
  sendLink: 'Anfon y ddolen',
  sentTitle: 'Edrychwch yn eich e-bost',
  sentText: 'Os oes cyfrif gan {{email}}, mae dolen ar ei ffordd. Mae’n gweithio unwaith, am 30 munud.',
  sentAgain: 'Dim byd ar ôl ychydig funudau? Edrychwch yn eich post sothach, neu gofynnwch eto.',
  askAgain: 'Gofyn eto',
  backToSignIn: 'Yn ôl i fewngofnodi',
  resetTitle: 'Dewiswch gyfrinair newydd',
  newPassword: 'Cyfrinair newydd',
  newPasswordHint:
    'O leiaf 12 nod. Mae tri neu bedwar gair na fyddai neb ond chi’n eu rhoi gyda’i gilydd yn hawdd i’w cofio.',
  setPassword: 'Gosod y cyfrinair',
  tooShort: 'Dewiswch gyfrinair o 12 nod o leiaf',
  tooLong: 'Dewiswch gyfrinair o 200 nod ar y mwyaf',
  common: 'Dewiswch gyfrinair sy’n anoddach ei ddyfalu: mae hwn ymhlith y cyntaf i gael eu rhoi ar brawf',
  linkOverTitle: 'Nid yw’r ddolen hon yn gweithio mwyach',
  linkOver: 'Cafodd ei defnyddio eisoes, neu mae’n hŷn na 30 munud. Gofynnwch am un arall.',
  sso: {
    nameless: 'chyfrif eich sefydliad',
    go: 'Mewngofnodi gyda {{name}}',
    orPassword: 'neu gyda’ch cyfrinair',
    orHere: 'neu dewiswch gyfrinair yma',
    unknown:
      'Nid oes gan neb yma y cyfeiriad e-bost a roddodd {{name}} i ni. Gofynnwch i brif ddefnyddiwr eich sefydliad neu i gydlynydd eich rhwydwaith am wahoddiad.',
    unverified: 'Ni chadarnhaodd {{name}} mai chi biau eich cyfeiriad e-bost, felly ni allwn ddweud pa gyfrif i’w agor',
    taken:
      'Mae’r cyfrif â’ch cyfeiriad e-bost yn perthyn i rywun arall sy’n mewngofnodi gyda {{name}}. Os chi biau’r cyfrif, dewiswch “Rwyf wedi anghofio fy nghyfrinair” isod: bydd gosod un newydd yn ei ryddhau.',
    again: 'Bu’r mewngofnodi hwnnw’n rhy araf, neu fe’i defnyddiwyd eisoes. Rhowch gynnig arall arni.',
    away: 'Nid yw {{name}} yn ateb. Rhowch gynnig arall arni ymhen ychydig funudau, neu mewngofnodwch â’ch cyfrinair.',
    broken:
      'Ni ellid ymddiried yn yr ateb gan {{name}}. Rhowch gynnig arall arni; os digwydd eto, dywedwch wrth bwy bynnag sy’n rhedeg Onward yma.',
    cancelled: 'Ni wnaethoch fewngofnodi gyda {{name}}. Rhowch gynnig arall arni, neu mewngofnodwch â’ch cyfrinair.',
    stillThere: 'Efallai fod y porwr hwn wedi’i fewngofnodi gyda {{name}} o hyd.',
    outThere: 'Allgofnodi o {{name}} hefyd',
    vouched: 'Byddwch yn mewngofnodi gyda {{name}} o hyn ymlaen, felly nid oes angen cyfrinair arnoch yma.',
  },
  demonstrationTitle: 'Rhowch gynnig ar yr arddangosiad',
  demonstrationText: 'Pobl ddychmygol yw pawb yma. Pwyswch un i fewngofnodi fel nhw; cyfrinair pawb yw',
  signInAs: '{{email}}: mewngofnodi',
  roles: {
    administrator: 'Gweinyddwr y platfform',
    coordinator: 'Cydlynydd',
    commissioner: 'Comisiynydd',
    primary: 'Prif ddefnyddiwr',
    member: 'Aelod',
  },
  workAsTitle: 'I bwy rydych chi’n gweithio?',
  workAsOrganisation: 'Sefydliad',
  workAsNetwork: 'Rhwydwaith',
  allNetworks: 'Fy holl rwydweithiau',
  workAsGo: 'Ymlaen',
} as const satisfies Welsh<English['auth']>
