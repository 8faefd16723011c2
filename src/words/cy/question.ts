/** Questions that networks and organisations ask of their own. */
import type { English, Welsh } from '../words.ts'
import { counted } from './counted.ts'

export const question = {
  yes: 'Ie',
  no: 'Na',
  between: 'O {{least}} i {{most}}.',
  least: '{{least}} neu fwy.',
  most: 'Hyd at {{most}}.',
  dateHint: 'Er enghraifft, 27 3 2026.',
  ...counted('opened', '{{count}} cwestiwn arall i chi, oherwydd eich atebion', {
    two: '{{count}} gwestiwn arall i chi, oherwydd eich atebion',
    few: '{{count}} chwestiwn arall i chi, oherwydd eich atebion',
    many: '{{count}} chwestiwn arall i chi, oherwydd eich atebion',
  }),
  theirs: {
    title: 'Cwestiynau gan y sefydliadau',
    ...counted('heading', 'Ychydig gwestiynau gan y sefydliadau rydych yn gofyn iddynt', {
      one: 'Ychydig gwestiynau gan y sefydliad rydych yn gofyn iddo',
    }),
    lead: 'Mae pob sefydliad yn gofyn y rhain cyn y gall helpu. I’r sefydliad hwnnw’n unig y mae eich atebion yn mynd.',
    for: 'Cwestiynau gan {{organisation}}',
    private: 'Dim ond y sefydliad a’r atgyfeiriwr sy’n gweld hyn',
    only: 'Dim ond {{organisation}} a chi fydd yn gweld yr atebion hyn.',
  },
  answers: 'Atebion',
  yours: 'Eich cwestiynau eich hun',
  notAskedTitle: 'Ni ofynnwyd y rhain',
  notAskedText:
    'Gofynnwyd i chi ar ôl i’r atgyfeiriad gael ei anfon, felly nid atebodd neb eich cwestiynau. Gallwch ofyn i’r atgyfeiriwr nawr.',
  notAskedEnded: 'Gofynnwyd i chi ar ôl i’r atgyfeiriad gael ei anfon, felly nid atebodd neb eich cwestiynau.',
  notAnswered: 'Heb ei ateb',
  notAsked: 'Ni ofynnwyd',
  error: {
    required: {
      text: 'Atebwch “{{question}}”',
      long_text: 'Atebwch “{{question}}”',
      number: 'Rhowch rif ar gyfer “{{question}}”',
      date: 'Rhowch ddyddiad ar gyfer “{{question}}”',
      yes_no: 'Dewiswch ie neu na ar gyfer “{{question}}”',
      one_of: 'Dewiswch un ateb i “{{question}}”',
      several_of: 'Dewiswch o leiaf un ateb i “{{question}}”',
    },
    tooSmall: 'Rhowch {{least}} neu fwy ar gyfer “{{question}}”',
    tooBig: 'Rhowch {{most}} neu lai ar gyfer “{{question}}”',
    number: 'Rhowch rif ar gyfer “{{question}}”',
    date: 'Rhowch ddyddiad go iawn ar gyfer “{{question}}”, fel 27 3 2026',
    too_long: 'Ysgrifennwch lai ar gyfer “{{question}}”',
    choose: 'Dewiswch un o’r atebion i “{{question}}”',
    invalid: 'Gwiriwch eich ateb i “{{question}}”',
  },
} as const satisfies Welsh<English['question']>
