/** Where and for which need nobody offers a service. */
import type { English, Welsh } from '../../words.ts'
import { counted } from '../counted.ts'

export const coverage = {
  headingAll: 'Mae pob math o help yn cyrraedd pawb yn yr ardal',
  ...counted('headingSome', 'Mae {{count}} math o help ar goll yn rhywle yn yr ardal', {
    two: 'Mae {{count}} fath o help ar goll yn rhywle yn yr ardal',
  }),
  headingNowhere: 'Nid oes neb yn cynnig {{need}} yn unman yn yr ardal',
  headingPart: 'Nid oes neb yn cynnig {{need}} mewn {{share}} o’r ardal',
  headingServed: 'Mae {{need}} yn cyrraedd pawb yn yr ardal',
  lead: 'Cyfrifwyd ar {{cells}} sgwâr o {{size}} dros yr ardal: pwy, ymhlith gwasanaethau sy’n derbyn atgyfeiriadau nawr, fyddai’n gwasanaethu rhywun sy’n byw yno?',
  leadDistricts:
    'Cyfrifwyd ar {{cells}} ardal cod post: pwy, ymhlith gwasanaethau sy’n derbyn atgyfeiriadau nawr, fyddai’n gwasanaethu rhywun sy’n byw yno?',
  alt: 'Map o {{network}} mewn sgwariau: {{finding}}. Mae’r union gyfrifon yn y tabl.',
  keyNeeds: 'Mathau o help nad oes neb yn eu cynnig yma',
  keyServices: 'Gwasanaethau sy’n cyrraedd yma',
  needs: 'Y gwaethaf eu gwasanaeth yn gyntaf',
  need: 'Math o help',
  services: 'Gwasanaethau',
  unserved: 'Ardal heb neb',
  share: '{{share}}%',
  lessThanOne: 'llai nag 1%',
  squares: '{{unserved}} o {{cells}}',
  allServed: 'dim',
  ...counted('served', 'Mae {{count}} math o help yn cyrraedd pawb', {
    two: 'Mae {{count}} fath o help yn cyrraedd pawb',
  }),
  table: 'Sgwariau heb neb, yn ôl math o help ac awdurdod',
  tableHint: 'Sgwariau nad oes neb yn eu gwasanaethu, o’r holl sgwariau yn yr awdurdod hwnnw.',
  allNeeds: 'Pob math o help',
  file: 'cwmpas',
  authority: 'Awdurdod',
  cells: 'Sgwariau',
  fewest: 'Lleiaf o wasanaethau',
  most: 'Mwyaf o wasanaethau',
  size: '{{count}} km',
  sizeMetres: '{{count}} m',
  nobody: 'neb',
} as const satisfies Welsh<English['directory']['coverage']>
