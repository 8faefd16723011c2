/** The sections of a service's editor. */
import type { English, Welsh } from '../words.ts'
import { counted } from './counted.ts'

type Service = English['service']

export const details = {
  title: 'Manylion',
  name: 'Enw’r gwasanaeth',
  nameHint:
    'Fel y byddai pobl yn gofyn amdano, megis “Pantri dydd Mawrth”. Dewiswch un o’ch enwau eich hun neu ysgrifennwch un newydd.',
  nameMissing: 'Rhowch enw i’r gwasanaeth',
  categories: 'Pa fath o help ydyw?',
  categoriesHint: 'O restr {{network}}. Dewiswch bopeth y mae’n ei gynnig.',
  categoryMissing: 'Dewiswch o leiaf un math o help',
  wholeBranch: 'Pob un o’r mathau isod',
  venue: 'Ble caiff ei roi?',
  venueHint: 'Mae eich holl wasanaethau yn rhannu eich lleoliadau.',
  noVenue: 'Dim lle ei hun, megis llinell ffôn neu ymweliadau cartref',
  newVenue: 'Cadw ac ychwanegu lleoliad',
  newVenueHint: 'Gellir ei ddefnyddio eto ar gyfer gwasanaethau eraill.',
  saveThenArea: 'Cadw a dweud pa ardal',
} as const satisfies Welsh<Service['details']>

export const hours = {
  title: 'Amseroedd agor',
  lead: 'Dewiswch y dyddiau, yna dywedwch o bryd i bryd.',
  week: 'Mewn wythnos arferol',
  opens: 'o',
  closes: 'i',
  ofDay: 'ar {{day}}, amser {{number}}',
  more: 'Ychwanegu amser arall',
  moreLabel: 'Ychwanegu amser arall: {{day}}',
  copy: 'Copïo i’r dyddiau eraill',
  copyLabel: 'Copïo i’r dyddiau eraill: {{day}}',
  closed: 'Pan fydd ar gau',
  bankHolidays: 'Ar gau ar wyliau banc',
  dates: 'Ar gau ar ddyddiadau eraill',
  datesHint: 'Gwyliau, gwaith adeiladu. Gadewch y diwrnod olaf yn wag ar gyfer un diwrnod.',
  firstDay: 'Diwrnod cyntaf',
  lastDay: 'Diwrnod olaf',
  reason: 'Rheswm (dangosir i atgyfeirwyr)',
  span: '{{opens}} i {{closes}}',
  line: '{{days}}: {{times}}',
  run: '{{first}} i {{last}}',
  everyDay: 'Bob dydd',
  notSaid: 'Ni nodwyd amseroedd agor',
} as const satisfies Welsh<Service['hours']>

export const day = {
  monday: 'Dydd Llun',
  tuesday: 'Dydd Mawrth',
  wednesday: 'Dydd Mercher',
  thursday: 'Dydd Iau',
  friday: 'Dydd Gwener',
  saturday: 'Dydd Sadwrn',
  sunday: 'Dydd Sul',
} as const satisfies Welsh<Service['day']>

export const capacity = {
  title: 'Capasiti',
  now: 'Nawr',
  label: 'Faint o bobl allwch chi eu helpu ar y tro?',
  hint: 'Cyfrifir fel achosion rydych wedi’u derbyn a heb eu cau eto.',
  wrong: 'Rhowch rif cyfan, neu gadewch yn wag am ddim terfyn',
  number: 'Rhif',
  numberDoes: 'Po fwyaf o le sydd ar ôl, yr uchaf y cewch eich awgrymu. Mae pobl sy’n aros am eich ateb yn dal lle.',
  over: 'Pan fydd yn llawn',
  overDoes: 'Fe’ch dangosir olaf, wedi’ch nodi’n llawn. Ni chewch byth eich cuddio, felly gall rhywun ofyn o hyd.',
  zero: '0',
  zeroDoes: 'Yn atal awgrymiadau nawr. Mae achosion agored yn parhau.',
  blank: 'Gwag',
  blankDoes: 'Dim terfyn.',
  pause: 'Oedi am ychydig',
  pauseText:
    'Rydych yn cadw eich rhif, ac mae awgrymiadau’n dechrau eto ohonynt eu hunain ar ôl y diwrnod a ddewiswch.',
  effectNone: 'Nid oes terfyn: cewch eich awgrymu bob amser.',
  effectZero: 'Nid ydych yn cael eich awgrymu i neb nawr.',
  ...counted('effectFree', 'Lle i {{count}} person arall.', {
    two: 'Lle i {{count}} berson arall.',
    few: 'Lle i {{count}} pherson arall.',
    many: 'Lle i {{count}} pherson arall.',
  }),
  effectOver: 'Llawn: dangosir olaf, nes i achos gael ei gau.',
} as const satisfies Welsh<Service['capacity']>

export const publicDetails = {
  title: 'Manylion cyhoeddus',
  lead: 'Yr hyn y gall unrhyw un ei ddarllen, os ydych yn ei restru.',
  listed: 'Rhestru’r gwasanaeth hwn yn gyhoeddus',
  listedHint:
    'Yng nghyfeiriadur cyhoeddus y rhwydwaith ac yn ei ffrwd agored. Mae aelodau’r rhwydwaith yn ei weld y naill ffordd neu’r llall.',
  isListed: 'Wedi’i restru’n gyhoeddus',
  isNotListed: 'Heb ei restru’n gyhoeddus',
  secret: 'Mae ei leoliad yn gyfrinachol: gadewir y cyfeiriad allan o bopeth cyhoeddus.',
  description: 'Beth ydyw, mewn geiriau syml',
  descriptionHint: 'Beth sy’n digwydd, pwy sy’n ei redeg, beth i ddod ag ef. Brawddegau byr.',
  contact: 'Sut mae’r cyhoedd yn cysylltu â chi',
  emailHint: 'Gwelir gan bawb: cyfeiriad a rennir yn hytrach na’ch un chi.',
  website: 'Gwefan',
  ways: 'Ffyrdd eraill o gael eich atgyfeirio',
  waysHint: 'Heblaw drwy’r rhwydwaith hwn.',
  otherWays: 'Unrhyw beth arall am gael lle',
} as const satisfies Welsh<Service['public']>

export const way = {
  self: 'Gall pobl ofyn amdano eu hunain',
  professional: 'Gall gweithiwr proffesiynol atgyfeirio',
  drop_in: 'Galw heibio, dim apwyntiad',
  phone: 'Dros y ffôn',
  web_form: 'Ffurflen ar ein gwefan',
} as const satisfies Welsh<Service['way']>

export const picture = {
  gallery: 'Darlun ar gyfer y cofnod',
  galleryHint: 'Dangosir wrth ymyl ei enw. Neu uwchlwythwch eich llun eich hun isod.',
  galleryOwn: 'Dangosir eich llun eich hun yn lle darlun.',
  own: 'Eich llun eich hun',
  choose: 'Dewis llun',
  replace: 'Dewis llun arall',
  hint: 'JPG, PNG, WebP, GIF neu TIFF o dan 8MB. Tynnir ble a phryd y’i tynnwyd. Ni ddylid gallu adnabod neb heb iddynt gytuno.',
  alt: 'Beth mae’r llun yn ei ddangos',
  altHint: 'Ar gyfer pobl na allant ei weld, megis “Silffoedd o duniau yn neuadd yr eglwys”.',
  upload: 'Uwchlwytho’r llun',
  remove: 'Tynnu’r llun',
  cut: 'Beth sy’n dangos ohono',
  cutHint:
    'Mae cofnodion yn dangos lluniau tri o led wrth ddau o uchder. Pwyswch y rhan sydd bwysicaf, neu symudwch yr hyn sy’n dangos.',
  cutWhole: 'Mae o’r siâp cywir: mae’r cyfan yn dangos.',
  press: 'Y llun cyfan: pwyswch y rhan sydd bwysicaf',
  move: { left: 'Ymhellach i’r chwith', right: 'Ymhellach i’r dde', up: 'Ymhellach i fyny', down: 'Ymhellach i lawr' },
  onPage: 'Ar ei dudalen',
  inList: 'Mewn rhestr',
} as const satisfies Welsh<Service['picture']>

export const drawing = {
  hands: 'Unrhyw help',
  food: 'Bwyd',
  money: 'Arian a dyled',
  home: 'Tai',
  health: 'Iechyd',
  mind: 'Lles',
  company: 'Cwmni',
  work: 'Gwaith',
  learning: 'Dysgu',
  family: 'Teuluoedd',
  young: 'Pobl ifanc',
  safety: 'Diogelwch',
  care: 'Gofal a henoed',
  law: 'Y gyfraith a hawliau',
  clothes: 'Dillad a nwyddau',
  transport: 'Teithio',
} as const satisfies Welsh<Service['drawing']>

export const only = {
  title: 'Ar gyfer pwy y mae',
  everyone: 'Pawb',
  ages: 'Oedrannau',
  agesHint: 'Gadewch y ddau yn wag ar gyfer pob oedran.',
  ageFrom: 'O',
  ageTo: 'Hyd at',
  age: 'Rhowch oedran o 0 i 130',
  order: 'Ni chaiff yr oedran uchaf fod yn is na’r isaf',
  supports: 'Dim ond pobl yn y grwpiau hyn ({{demographic}})',
  blank: 'Mae dewis dim yn golygu pawb.',
  between: 'Dim ond pobl {{from}} i {{to}} oed',
  from: 'Dim ond pobl {{from}} oed neu hŷn',
  to: 'Dim ond pobl {{to}} oed neu iau',
  groups: '{{demographic}}: dim ond {{groups}}',
  number: '{{demographic}}: dim ond {{range}}',
  numberHint: 'Gadewch y ddau yn wag ar gyfer unrhyw rif.',
  count: 'Rhowch rif cyfan o 0 i 999,999',
  countOrder: 'Ni chaiff y rhif uchaf fod yn is na’r isaf',
  saveThenTry: 'Cadw a rhoi cynnig arni',
} as const satisfies Welsh<Service['only']>
