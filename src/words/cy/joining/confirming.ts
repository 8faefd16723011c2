/** By the link of the three-monthly letter. */
import type { English, Welsh } from '../../words.ts'

export const confirming = {
  title: 'A yw hwn yn dal yn gywir?',
  lead: '{{name}}, fel y mae eraill yn ei weld.',
  last: 'Cadarnhawyd ddiwethaf {{date}}',
  lastBy: 'Cadarnhawyd ddiwethaf {{date}} gan {{name}}',
  never: 'Heb ei gadarnhau eto',
  services: 'Gwasanaethau',
  noServices: 'Dim eto',
  go: 'Ydy, mae hyn i gyd yn gywir',
  wrong: 'Rhywbeth heb fod yn gywir?',
  change: 'Mewngofnodi a’i newid',
  doneTitle: 'Diolch: mae {{name}} wedi’i gadarnhau',
  doneText: 'Mae pawb sy’n dod o hyd iddo yn gweld iddo gael ei gadarnhau heddiw. Byddwn yn gofyn eto ymhen tri mis.',
  overTitle: 'Nid yw’r ddolen hon yn gweithio mwyach',
  overText: 'Mewngofnodwch i gadarnhau cofnod eich sefydliad.',
} as const satisfies Welsh<English['joining']['confirming']>
