/** The first run of an empty installation. */
import type { English, Welsh } from '../words.ts'

export const setUp = {
  title: 'Gosod Onward',
  lead: 'Nid oes cyfrif gan neb yma eto. Pwy bynnag a ddechreuodd y rhaglen sy’n creu’r un cyntaf, sef un y gweinyddwr.',
  codeTitle: 'Ai chi a’i dechreuodd?',
  code: 'Cod o’r consol',
  codeHint: 'Argraffodd Onward ef lle cafodd ei ddechrau, megis K7QF-2M9X-H4PD. Mae’n gweithio unwaith, am 24 awr.',
  codeMissing: 'Rhowch y cod o’r consol',
  codeWrong: 'Nid hwn yw’r cod a argraffwyd ddiwethaf',
  codeOld:
    'Mae’r cod hwn yn hŷn na 24 awr. Dechreuwch Onward eto, neu rhedwch “npm run onward -- set-up code”, i gael un newydd',
  accountTitle: 'Eich cyfrif',
  name: 'Eich enw',
  nameMissing: 'Rhowch eich enw',
  emailHint: 'Rydych yn mewngofnodi ag ef, ac yno y daw negeseuon.',
  go: 'Gosod',
  after: 'Wedi hyn mae’r dudalen wedi cau am byth. Caiff pawb arall eu gwahodd.',
} as const satisfies Welsh<English['setUp']>
