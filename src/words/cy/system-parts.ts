/** The parts of the settings of a network, and what each is for. */
import type { English, Welsh } from '../words.ts'

export const systemParts = {
  part: {
    details: 'Enw a geiriau',
    look: 'Lliw a logo',
    help: 'Cysylltiadau help',
    directory: 'Cyfeiriadur cyhoeddus',
    feed: 'Gwasanaethau o fannau eraill',
    categories: 'Categorïau',
    outcomes: 'Canlyniadau',
    demographics: 'Demograffeg',
    facilities: 'Cyfleusterau',
    'organisation-types': 'Mathau o sefydliad',
    'decline-reasons': 'Rhesymau dros wrthod',
    'withdraw-reasons': 'Rhesymau dros dynnu’n ôl',
    'unmet-reasons': 'Rhesymau pam nad yw angen yn cael ei ddiwallu',
    'reassign-reasons': 'Rhesymau dros ofyn i wasanaeth arall',
    form: 'Ffurflen atgyfeirio',
    areas: 'Ardal',
    'response-times': 'Amseroedd ymateb',
    'entry-links': 'Dolenni at y ffurflen',
    referring: 'Sut mae atgyfeirio’n gweithio',
    visibility: 'Pwy sy’n gweld beth',
    'sign-in-rules': 'Mewngofnodi',
    retention: 'Am ba hyd y cedwir pethau',
    consent: 'Geiriad cydsyniad',
    connections: 'Rhwydweithiau cysylltiedig',
  },
  leadOf: {
    feed: 'Gellir cymryd i’r rhwydwaith hwn, dro ar ôl tro, y gwasanaethau y mae cyfeiriadur arall yn eu cyhoeddi.',
    retention:
      'Gwneir atgyfeiriadau caeedig yn ddienw pan ddaw eu hamser i ben: mae enw, cyswllt, cyfeiriad, atebion, nodiadau a ffeiliau’n mynd. Mae statws, anghenion, dyddiadau, canlyniadau, ardal fras a band oedran yn aros, fel nad yw rhifau’n newid.',
    details: 'Enw’r rhwydwaith, i beth y mae, a’i air am y bobl a atgyfeirir.',
    look: 'Maent yn sefyll ar frig pob tudalen o’r rhwydwaith, ei ffurflen gyhoeddus a’i e-byst.',
    help: 'Pwy sy’n gofalu am y rhwydwaith. Mae’n sefyll ar waelod pob tudalen, fel nad oes rhaid i neb chwilio.',
    directory: 'A gaiff unrhyw un edrych ar wasanaethau’r rhwydwaith, heb gyfrif.',
    'sign-in-rules': 'A oes rhaid i gydlynwyr ddefnyddio dilysu dau gam.',
    visibility:
      'Beth mae aelodau’r rhwydwaith yn ei weld o atgyfeiriad nad ydynt arno. Mae’n dod i rym ar unwaith, hefyd i atgyfeiriadau a anfonwyd eisoes. Ni ddangosir cyswllt, cyfeiriad, yr hyn a ysgrifennwyd, atebion na ffeiliau iddynt byth.',
    referring:
      'Beth sy’n dilyn gwrthodiad, i bwy y gofynnir y tu allan i’r ardal, pa mor bell y mae cydsyniad yn cyrraedd, a beth mae ei angen i gau achos. Ar gyfer atgyfeiriadau a anfonir, ac achosion a gaeir, o hyn ymlaen.',
    consent:
      'Yr hyn y gofynnir i bobl gytuno iddo, a’r datganiad diogelu data. Mae pob newid yn fersiwn newydd; mae pob atgyfeiriad yn cadw’r un y cytunwyd iddo.',
    connections:
      'Mae ffurflen rhwydwaith cysylltiedig yn cynnig eich anghenion chi wrth ymyl ei rhai ei hun, a’ch un chi yn cynnig eu rhai nhw. Mae pob atgyfeiriad yn aros yn ei rwydwaith ei hun, ac yn cael ei weld yno’n unig.',
    categories:
      'Y mathau o help y gellir atgyfeirio pobl ar eu cyfer. Mae gwasanaeth sy’n cynnig categori yn diwallu pob angen oddi tano.',
    outcomes: 'Beth ddaeth o angen. Mae adroddiadau’n cyfrif y rhai llwyddiannus a’r rhai aflwyddiannus.',
    demographics: 'Beth y caiff y ffurflen ei ofyn am bobl, a beth y caiff gwasanaethau gyfyngu yn ei ôl.',
    facilities: 'Beth all fod gan leoliad neu sefydliad. Mae pobl yn dewis yn ôl y rhain.',
    'organisation-types': 'Sut mae sefydliadau’n eu disgrifio eu hunain.',
    'decline-reasons': 'Beth mae gwasanaeth yn dewis ohono pan na all helpu.',
    'withdraw-reasons': 'Beth mae atgyfeiriwr yn dewis ohono pan nad oes eisiau atgyfeiriad mwyach.',
    'unmet-reasons': 'Beth a ddewisir pan na all neb helpu. Mae adroddiadau’n dangos lle mae help yn brin.',
    'reassign-reasons': 'Beth a ddewisir pan ofynnir i wasanaeth arall yn lle hynny.',
    form: 'Beth a ofynnir am bob person, ym mha eiriau a threfn, a’ch cwestiynau eich hun.',
    areas: 'Yr awdurdodau lleol y mae’r rhwydwaith yn eu cwmpasu, ac ardaloedd o’i eiddo ei hun.',
    'response-times':
      'Pryd yr atgoffir gwasanaeth y gofynnwyd iddo, pryd y dywedir wrth y cydlynydd, pryd y mae’r atgyfeiriad yn mynd at y nesaf.',
    'entry-links': 'Ffyrdd i mewn heb gyfrif: dolenni, y ffurflen y tu mewn i wefan arall, hunanatgyfeirio.',
  },
} as const satisfies Pick<Welsh<English['system']>, 'part' | 'leadOf'>
