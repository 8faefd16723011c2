/** What stands around the pages for everybody. */
import type { English, Welsh } from '../words.ts'

export const publicPages = {
  find: 'Dod o hyd i help',
  organisations: 'Sefydliadau',
  list: 'Eich rhestr',
  complaints: 'Sut i gwyno',
  safety: 'Defnyddio’r tudalennau hyn yn ddiogel',
  join: 'Ymuno â’r rhwydwaith hwn',
  signIn: 'Mewngofnodi i aelodau',
  helpTitle: 'Am y cyfeiriadur hwn',
  helpContact: '{{name}} sy’n gofalu am y cyfeiriadur hwn.',
  exit: {
    about: 'Os gallai rhywun weld beth rydych yn edrych arno, gadewch unrhyw bryd.',
    keys: 'Gallwch hefyd bwyso Shift deirgwaith.',
    more: 'Sut i gadw’n ddiogel',
    go: 'Gadael y dudalen hon',
  },
} as const satisfies Welsh<English['publicPages']>
