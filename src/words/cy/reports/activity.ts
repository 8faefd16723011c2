/** Activity: how many referrals. */
import type { English, Welsh } from '../../words.ts'
import { counted } from '../counted.ts'

export const activityReport = {
  title: 'Gweithgarwch',
  about: 'Faint o atgyfeiriadau sydd, yn ôl mis, statws, angen, sefydliad, ardal ac oedran.',
  measure: 'Atgyfeiriadau a anfonwyd yn y cyfnod.',
  finding: {
    none: 'Dim atgyfeiriadau yn y cyfnod hwn',
    ...counted('total', 'Anfonwyd {{count}} atgyfeiriad'),
    ...counted('same', 'Anfonwyd {{count}} atgyfeiriad, cynifer ag yn y cyfnod blaenorol'),
    ...counted('more', 'Anfonwyd {{count}} atgyfeiriad, {{share}} yn fwy nag yn y cyfnod blaenorol'),
    ...counted('fewer', 'Anfonwyd {{count}} atgyfeiriad, {{share}} yn llai nag yn y cyfnod blaenorol'),
    ...counted('most', '{{name}} sydd ar y blaen, gyda {{share}} o {{count}} atgyfeiriad', {
      one: '{{name}}: {{share}} o {{count}} atgyfeiriad',
    }),
  },
  means: {
    needs:
      'Mae atgyfeiriad gyda sawl angen, neu un y gofynnwyd i sawl sefydliad amdano, yn cyfrif unwaith ym mhob un o’u rhesi, ac unwaith yn y cyfanswm.',
    received:
      'Dangosir yr hyn a gafodd eich sefydliad yn ôl ei ran ei hun: yn aros, wedi’i dderbyn, wedi’i gau, neu wedi’i wrthod a’i basio ymlaen.',
  },
} as const satisfies Welsh<English['reports']['activity']>
