/** The coordinator's list of a network's organisations. */
import type { English, Welsh } from '../../words.ts'
import { counted } from '../counted.ts'

export const members = {
  ...counted('title', '{{count}} sefydliad yn {{network}}'),
  titleShort: 'Aelodau',
  lead: 'Pryd ymunodd pob un, pa gytundeb a dderbyniodd, a phryd y dywedodd ddiwethaf fod ei gofnod yn gywir.',
  columns: {
    name: 'Sefydliad',
    joined: 'Ymunodd',
    agreement: 'Cytundeb',
    services: 'Gwasanaethau',
    confirmed: 'Cadarnhawyd ddiwethaf',
    open: 'Gwaith agored',
    act: 'Newid',
  },
  all: 'Pob un',
  overdue: 'Cadarnhad yn hwyr',
  notAgreed: 'Cytundeb heb ei dderbyn',
  suspended: 'Wedi’i atal',
  coordinating: 'Yn cydlynu',
  never: 'Byth',
  overdueTag: 'Hwyr',
  version: 'Fersiwn {{version}}',
  notAccepted: 'Heb ei dderbyn',
  noPrimary: 'Nid oes neb yn ei reoli.',
  invitePrimary: 'Gwahodd rhywun',
  edit: 'Golygu’r cofnod',
  suspend: 'Atal…',
  resume: 'Ailddechrau',
  resumeLabel: 'Ailddechrau {{name}}',
  none: 'Dim sefydliad yma',
  noneText: 'Nid oes yr un yn cyfateb. Gwelwch bob un yn lle hynny.',
} as const satisfies Welsh<English['joining']['members']>
