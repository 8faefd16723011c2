/** Reports: what they are called, what they find, and what their numbers mean. */
import type { English, Welsh } from '../words.ts'
import { counted } from './counted.ts'
import { activityReport } from './reports/activity.ts'
import { reportCodes, reportColumns } from './reports/columns.ts'
import { reachReports } from './reports/reach.ts'
import { resultReports } from './reports/results.ts'
import { workReports } from './reports/work.ts'

export const reports = {
  title: 'Adroddiadau',
  heading: 'Beth mae’r ffigurau’n ei ddweud',
  lead: 'Mae pob adroddiad yn dudalen gyda llun, yr un rhifau fel tabl, a ffeiliau i’w cymryd. Mae pob rhif y cewch ei agor yn arwain at ei restr.',
  all: 'Pob adroddiad',
  filters: 'Dangos yr hidlwyr',
  go: 'Dangos',
  of: 'Ffigurau pwy',
  period: 'Cyfnod',
  periods: {
    month: 'Y 30 diwrnod diwethaf',
    quarter: 'Y tri mis diwethaf',
    year: 'Y deuddeg mis diwethaf',
    financial: 'Y flwyddyn ariannol hon',
    lastFinancial: 'Y flwyddyn ariannol ddiwethaf',
    days: 'Rhwng dau ddiwrnod',
  },
  from: 'Diwrnod cyntaf',
  until: 'Diwrnod olaf',
  notDate: 'Rhowch ddyddiad go iawn, gyda diwrnod, mis a blwyddyn',
  compare: 'Cymharu â',
  compares: { yes: 'Y cyfnod blaenorol', no: 'Dim' },
  need: 'Angen',
  anyNeed: 'Unrhyw angen',
  area: 'Ardal',
  anyArea: 'Unrhyw ardal',
  sender: 'Anfonwyd gan',
  anySender: 'Unrhyw un',
  recipient: 'Gofynnwyd i',
  anyRecipient: 'Unrhyw sefydliad',
  urgent: 'Rhai brys yn unig',
  chooseQuarter: 'Chwarter',
  ways: 'Dangosir yn ôl',
  narrowed: 'Wedi’i gyfyngu i',
  anotherFilter: 'un nad yw ar y rhestr mwyach',
  whose: {
    all: 'Popeth yma',
    received: 'Derbyniwyd gan {{organisation}}',
    sent: 'Anfonwyd gan {{organisation}}',
  },
  fromTo: '{{first}} i {{last}}',
  compared: 'O’i gymharu â {{days}}.',
  upTo: 'Data hyd at {{when}}.',
  moment: 'Fel y mae pethau nawr.',
  weekOf: 'Wythnos o {{day}}',
  percent: '{{share}}%',
  underOne: 'llai nag 1%',
  underHour: 'llai nag awr',
  ...counted('hours', '{{count}} awr'),
  ...counted('days', '{{count}} diwrnod', { two: '{{count}} ddiwrnod' }),
  ...counted('withinDays', 'o fewn {{count}} diwrnod', { two: 'o fewn {{count}} ddiwrnod' }),
  hidden: 'cuddiwyd',
  hiddenInFile: 'cuddiwyd (llai na 5)',
  hiddenNote:
    'Cuddir rhifau o dan bump fel na ellir adnabod neb oddi wrthynt. Weithiau cuddir rhif mwy wrth ymyl un bach hefyd, am y gellid cyfrifo’r un bach ohono.',
  table: 'Yr un rhifau fel tabl',
  matrix: 'O bob rhes i bob colofn',
  squares: 'Pob angen fesul ardal, dros bob mis a rheswm',
  key: { now: 'Y cyfnod hwn', before: 'Y cyfnod blaenorol', all: 'Pawb gyda’i gilydd: {{figure}}' },
  ...counted('rest', 'Mae {{count}} arall yn y tabl.'),
  ...counted('restInFiles', 'Mae {{count}} rhes arall yn y ffeiliau.'),
  ...counted('restHidden', 'Mae {{count}} wedi’u cuddio.', { one: 'Mae {{count}} wedi’i guddio.' }),
  ...counted('flowsLeft', 'Mae {{count}} arall yn llifo rhwng eraill. Maent yn y tabl.', {
    one: 'Mae {{count}} arall yn llifo rhwng eraill. Mae yn y tabl.',
  }),
  dots: 'Po fwyaf y dot, mwyaf o atgyfeiriadau o’r dosbarth cod post hwnnw.',
  spreadAnswered: 'Atebion, yn ôl faint o amser a gymerwyd',
  spreadClosed: 'Caewyd, yn ôl faint o amser a gymerodd hynny ers gofyn',
  nothing: 'Dim i’w ddangos eto',
  nothingText: 'Nid oes dim yn cyfrif yn y cyfnod hwn gyda’r hidlwyr hyn. Dewiswch gyfnod hirach, neu tynnwch hidlydd.',
  late: 'Mae’r ffigurau hyn yn cymryd gormod o amser i’w cyfrif',
  tooMany: 'Gormod ar unwaith',
  lateText:
    'Rhoesom y gorau i gyfrif ar ôl deg eiliad, fel nad oes rhaid i neb arall aros. Dewiswch gyfnod byrrach, un angen, un ardal neu un sefydliad, neu peidiwch â chymharu.',
  meaning: 'Beth mae’r rhifau hyn yn ei olygu',
  means: {
    counted:
      'Mae atgyfeiriadau cyfyngedig yn cyfrif dim ond i’r sefydliadau y gofynnwyd iddynt neu sy’n helpu; nid yw atgyfeiriadau y mae’r person wedi tynnu cydsyniad yn ôl ar eu cyfer yn cyfrif i neb. Mae atgyfeiriadau a wnaed yn ddienw yn dal i gyfrif.',
    opened:
      'Mae atgyfeiriad yn perthyn i’r diwrnod yr anfonwyd ef, yn amser y DU, beth bynnag a ddigwyddodd iddo wedyn.',
    asked:
      'Mae cais yn perthyn i’r diwrnod y gofynnwyd i’r sefydliad, yn amser y DU, beth bynnag a ddigwyddodd iddo wedyn.',
    moment:
      'Dyma sut mae pethau y funud hon. Nid yw’n perthyn i unrhyw gyfnod, felly nid oes un blaenorol i gymharu ag ef.',
    before:
      'Mae’r cyfnod blaenorol yr un mor hir ac yn dod i ben lle mae hwn yn dechrau. Mae cyfnod sy’n dechrau gyda mis yn sefyll wrth ymyl cynifer o fisoedd o’i flaen, hyd at yr un diwrnod.',
  },
  file: 'ffigurau',
  columns: reportColumns,
  code: reportCodes,
  activity: activityReport,
  ...workReports,
  ...resultReports,
  ...reachReports,
} as const satisfies Welsh<English['reports']>
