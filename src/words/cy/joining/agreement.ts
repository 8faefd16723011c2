/** The data-sharing agreement. */
import type { English, Welsh } from '../../words.ts'
import { counted } from '../counted.ts'

export const agreement = {
  title: 'Cytundeb rhannu data {{network}}',
  version: 'Fersiwn {{version}}, mewn grym ers {{date}}',
  none: 'Nid oes gan y rhwydwaith hwn gytundeb rhannu data',
  noneText: 'Nid oes rhaid derbyn dim yma.',
  accepted: 'Derbyniwyd ar ran {{organisation}} gan {{name}} ar {{date}}',
  notAccepted: 'Heb ei dderbyn eto ar ran {{organisation}}',
  notAcceptedText:
    'Nes i brif ddefnyddiwr ei dderbyn, nid yw eich gwasanaethau’n cael eu hawgrymu ac nid ydych yn gweld atgyfeiriadau newydd.',
  changed: 'Mae’r cytundeb wedi newid ers ei dderbyn ar ran {{organisation}}',
  grace: 'Tan {{date}} mae popeth yn parhau fel o’r blaen. Wedi hynny ni ofynnir dim newydd i’ch gwasanaethau.',
  askPrimary: 'Dim ond prif ddefnyddiwr eich sefydliad all ei dderbyn.',
  agree: 'Rwyf wedi darllen y cytundeb hwn ac yn ei dderbyn ar ran {{organisation}}. Cofnodir fy enw a’r dyddiad.',
  agreeMissing: 'Ticiwch y blwch i dderbyn y cytundeb',
  go: 'Derbyn y cytundeb',
  who: 'Pwy sydd wedi’i dderbyn',
  columns: { organisation: 'Sefydliad', version: 'Fersiwn', by: 'Gan', at: 'Ar' },
  notYet: 'Ddim eto',
  publish: 'Cyhoeddi fersiwn newydd',
  publishTitle: 'Cytundeb rhannu data',
  publishLead: 'Rhaid i bob aelod dderbyn y fersiwn sydd mewn grym cyn iddo weld atgyfeiriad neu gael ei awgrymu.',
  body: 'Testun y cytundeb',
  bodyHint: 'Mae llinell wag yn dechrau paragraff newydd.',
  graceDays: 'Dyddiau gras',
  graceHint:
    'Am faint y mae’r rhai a dderbyniodd y fersiwn ddiwethaf yn parhau fel o’r blaen. 0: maent yn stopio ar unwaith.',
  publishText:
    'Mae cyhoeddi yn gofyn i brif ddefnyddwyr pob aelod drwy e-bost. Mae hen fersiynau’n aros fel y maent, gyda phwy a’u derbyniodd.',
  go2: 'Cyhoeddi',
  older: 'Fersiynau cynharach',
  ...counted('count', 'Mae {{count}} o {{of}} aelod wedi’i dderbyn'),
  ask: 'Mae {{network}} yn gofyn am eich cytundeb',
  askText:
    'Nes i brif ddefnyddiwr dderbyn ei gytundeb rhannu data, nid yw eich gwasanaethau’n cael eu hawgrymu ac nid ydych yn gweld atgyfeiriadau newydd.',
  askChanged: 'Mae ei gytundeb rhannu data wedi newid. Rhaid i brif ddefnyddiwr ei dderbyn eto erbyn {{date}}.',
  read: 'Darllen y cytundeb',
} as const satisfies Welsh<English['joining']['agreement']>
