/** Restricted referrals, break-glass, and who looked. */
import type { English, Welsh } from '../words.ts'
import { counted } from './counted.ts'

export const safety = {
  title: 'Pwy all weld hwn',
  onForm: 'Cyfyngu ar bwy all weld hwn, er diogelwch',
  onFormHint:
    'Er enghraifft, lle gallai rhywun fod yn chwilio am y person. Dim ond y rhai y gofynnir iddynt a’r rhai sy’n helpu sy’n ei weld; nid yw gweddill y rhwydwaith yn gweld ei fod yn bodoli.',
  restricted: 'Cyfyngedig: dim ond y rhai y gofynnir iddynt a’r rhai sy’n helpu',
  open: 'Mae’r rhai y gofynnir iddynt a’r rhai sy’n helpu yn gweld y cyfan. Mae aelodau eraill y rhwydwaith yn gweld yr hyn y mae ei osodiadau’n ei ganiatáu.',
  closed:
    'Dim ond chi a’r rhai y gofynnir iddynt a’r rhai sy’n helpu all weld yr atgyfeiriad hwn. I weddill y rhwydwaith nid yw’n bodoli, ac nid yw mewn unrhyw gyfrif. Mae cydlynydd yn gweld ei fod yn bodoli.',
  restrict: {
    link: 'Cyfyngu’r atgyfeiriad hwn',
    title: 'Cyfyngu’r atgyfeiriad hwn?',
    text: 'O hynny ymlaen dim ond y rhai a’i hanfonodd, y gofynnir iddynt neu sy’n helpu all ei weld. Mae’n diflannu o restrau a chyfrifon pawb arall ar unwaith. Mae cydlynydd yn gweld ei fod yn bodoli, a gall ei agor am awr gyda rheswm.',
    button: 'Ei gyfyngu',
  },
  unrestrict: {
    link: 'Peidio â’i gyfyngu mwyach',
    title: 'Peidio â chyfyngu’r atgyfeiriad hwn mwyach?',
    text: 'Bydd cydlynwyr ac aelodau eraill y rhwydwaith yn ei weld eto, cyn belled ag y mae gosodiadau’r rhwydwaith yn caniatáu. Cytunwch ar hyn gyda phawb sy’n helpu yn gyntaf.',
    button: 'Peidio â chyfyngu',
  },
  glass: {
    link: 'Ei agor gyda rheswm',
    first: 'I leoli ei anghenion, ei symud neu ei dynnu’n ôl mae’n rhaid i chi ei agor yn gyntaf.',
    title: 'Agor atgyfeiriad cyfyngedig',
    text: 'Byddwch yn gweld y cyfan am awr. Cedwir y ffaith i chi ei agor, a pham, yn ei hanes am byth. Gall pawb arno weld i chi wneud hynny, a chaiff y cydlynwyr eraill wybod.',
    reason: 'Pam mae angen i chi ei agor?',
    reasonHint: 'Er enghraifft, ffoniodd gwasanaeth am berygl i’r person. Peidiwch ag ysgrifennu enw’r person.',
    button: 'Ei agor am awr',
    wrong: 'Dywedwch mewn brawddeg pam mae angen i chi ei agor',
    until: 'Rydych wedi’i agor. Mae’n cau eto am {{time}}.',
    opened: 'Agorwyd gan gydlynwyr',
    line: '{{person}}, {{when}}',
  },
  views: {
    ...counted('title', 'Pwy sydd wedi edrych ({{count}})'),
    none: 'Nid oes neb wedi’i agor eto.',
    caption: 'Pwy sydd wedi edrych ar yr atgyfeiriad hwn, y diweddaraf yn gyntaf',
    who: 'Pwy',
    when: 'Pryd',
    how: 'Sut',
    what: {
      page: 'Tudalen',
      name: 'Yr enw’n unig',
      api: 'Drwy’r API',
      csv: 'Lawrlwytho fel CSV',
      file: 'Ffeil {{file}}',
      break_glass: 'Agorwyd gyda rheswm',
      print: 'Argraffu',
    },
    other: 'Agorwyd',
  },
  done: {
    restrict: 'Mae’r atgyfeiriad wedi’i gyfyngu.',
    unrestrict: 'Nid yw’r atgyfeiriad wedi’i gyfyngu mwyach.',
    break_glass: 'Gallwch weld y cyfan am awr.',
  },
} as const satisfies Welsh<English['safety']>
