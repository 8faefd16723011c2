/** Activity: how many referrals. */
import type { English, Welsh } from '../../words.ts'
import { counted } from '../counted.ts'

export const activityReport = {
  title: 'Gweithgarwch',
  about: 'Faint o atgyfeiriadau sydd, yn ôl mis, statws, angen, sefydliad, ardal ac oedran.',
  measure: 'Atgyfeiriadau a anfonwyd yn y cyfnod, fel y maent nawr.',
  finding: {
    none: 'Dim atgyfeiriadau yn y cyfnod hwn',
    ...counted('total', 'Anfonwyd {{count}} atgyfeiriad'),
    ...counted('same', 'Anfonwyd {{count}} atgyfeiriad, cynifer ag yn y cyfnod blaenorol'),
    ...counted('more', 'Anfonwyd {{count}} atgyfeiriad, {{share}} yn fwy nag yn y cyfnod blaenorol'),
    ...counted('fewer', 'Anfonwyd {{count}} atgyfeiriad, {{share}} yn llai nag yn y cyfnod blaenorol'),
    received: {
      ...counted('total', 'Derbyniwyd {{count}} atgyfeiriad'),
      ...counted('same', 'Derbyniwyd {{count}} atgyfeiriad, cynifer ag yn y cyfnod blaenorol'),
      ...counted('more', 'Derbyniwyd {{count}} atgyfeiriad, {{share}} yn fwy nag yn y cyfnod blaenorol'),
      ...counted('fewer', 'Derbyniwyd {{count}} atgyfeiriad, {{share}} yn llai nag yn y cyfnod blaenorol'),
    },
    status: {
      needs_placing: 'Mae angen lle o hyd ar {{share}} o {{all}} atgyfeiriad',
      open: 'Mae {{share}} o {{all}} atgyfeiriad yn aros am ateb',
      accepted: 'Mae {{share}} o {{all}} atgyfeiriad wedi’u derbyn ac yn dal ar agor',
      closed: 'Mae {{share}} o {{all}} atgyfeiriad wedi’u cau',
      unmet: 'Ni chafwyd neb ar gyfer {{share}} o {{all}} atgyfeiriad',
      withdrawn: 'Tynnwyd {{share}} o {{all}} atgyfeiriad yn ôl',
      gone: 'Gwrthodwyd neu pasiwyd ymlaen {{share}} o {{all}} atgyfeiriad',
    },
    need: '{{name}} yw’r angen mwyaf: {{share}} o {{all}} atgyfeiriad',
    sender: '{{name}} sy’n anfon fwyaf: {{share}} o {{all}} atgyfeiriad',
    recipient: 'I {{name}} y gofynnir fwyaf: {{share}} o {{all}} atgyfeiriad',
    area: 'Daw mwy o atgyfeiriadau o {{name}} nag o unrhyw ardal arall: {{share}} o {{all}}',
    district: 'Daw mwy o atgyfeiriadau o {{name}} nag o unrhyw ddosbarth arall: {{share}} o {{all}}',
    age: 'Pobl {{name}} oed a atgyfeirir fwyaf: {{share}} o {{all}} atgyfeiriad',
    way: {
      member: 'Gwneir {{share}} o {{all}} atgyfeiriad gan aelodau, wedi mewngofnodi',
      link: 'Daw {{share}} o {{all}} atgyfeiriad drwy ddolen',
      embed: 'Daw {{share}} o {{all}} atgyfeiriad o wefan arall',
      self: 'Gwneir {{share}} o {{all}} atgyfeiriad gan y bobl eu hunain',
      api: 'Daw {{share}} o {{all}} atgyfeiriad o raglen arall',
    },
  },
  means: {
    needs:
      'Mae atgyfeiriad gyda sawl angen, neu un y gofynnwyd i sawl sefydliad amdano, yn cyfrif unwaith ym mhob un o’u rhesi, ac unwaith yn y cyfanswm.',
    received:
      'Dangosir yr hyn a gafodd eich sefydliad yn ôl ei ran ei hun: yn aros, wedi’i dderbyn, wedi’i gau, neu wedi’i wrthod a’i basio ymlaen.',
  },
} as const satisfies Welsh<English['reports']['activity']>
