/** Settings of how a network presents itself: name, look, help, public directory. */
import type * as english from '../en/own-parts.ts'
import type { Welsh } from '../words.ts'
import { counted } from './counted.ts'

export const ownParts = {
  own: 'Sut mae’r rhwydwaith yn ei gyflwyno ei hun',
  changedByOther:
    'Newidiodd rhywun y gosodiadau hyn tra oedd y dudalen hon ar agor. Eich rhai chi a welwch isod; cadwch eto i’w rhoi yn lle eu rhai nhw.',
  preview: { title: 'Beth a ddaw o hyn' },
  details: {
    slugHint: 'Llythrennau bach, digidau a chysylltnodau sengl.',
    description: 'I beth mae’r rhwydwaith',
    descriptionHint: 'Dwy neu dair brawddeg. Fe’u darllenir gan bobl sy’n ystyried ymuno, neu sy’n chwilio am help.',
    words: 'Eich gair am bobl',
    wordsText: 'Mae sgriniau’n galw’r bobl a atgyfeirir wrth air eich rhwydwaith: cleient, gwestai, preswylydd.',
    one: 'Am un',
    oneHint: 'Fel yn “Ydy’r cleient yn cytuno?”',
    several: 'Am sawl un',
    severalHint: 'Fel yn “Dau gleient yn aros amdanoch”',
    wordMissing: 'Rhowch air, megis person neu pobl',
    shown: {
      name: 'Ar frig tudalennau',
      address: 'Mae sefydliadau’n gofyn am gael ymuno yn',
      form: 'Ar y ffurflen',
      consent: 'Lle gofynnir am gydsyniad',
      home: 'Ar Hafan',
    },
    slugChange:
      'Mae cyfeiriadau â “{{slug}}” yn peidio â gweithio pan gadwch. Dywedwch wrth bwy bynnag a gafodd y cyfeiriad i ofyn am gael ymuno.',
  },
  help: {
    name: 'Pwy sy’n helpu',
    nameHint: 'Enw’r cydlynydd, neu enw tîm.',
    nameMissing: 'Rhowch enw rhywun sy’n helpu',
    phone: 'Ffôn',
    technical: 'Dolen at help technegol',
    technicalHint: 'Tudalen, megis https://help.example.org, neu mailto: gyda chyfeiriad.',
    technicalWrong: 'Rhowch ddolen sy’n dechrau gyda https:// neu mailto:',
    previewText: 'Ar waelod pob tudalen o’r rhwydwaith, mae aelodau’n gweld:',
  },
  look: {
    colour: 'Lliw',
    colourHint: 'Fel cod megis #0b5a4e. Rhaid i wyn arno fod â chyferbyniad o {{least}} i 1 o leiaf.',
    colourWrong: 'Rhowch liw fel # a chwe digid, megis #0b5a4e',
    contrast:
      'Dim ond {{ratio}} i 1 yw cyferbyniad gwyn ar y lliw hwn. Rhaid iddo fod yn {{least}} i 1 o leiaf: dewiswch liw tywyllach',
    measured: 'Mae gan wyn ar y lliw hwn gyferbyniad o {{ratio}} i 1; mae angen {{least}} i 1 o leiaf.',
    header: 'Brig pob tudalen',
    letter: 'Brig pob e-bost',
    logo: 'Logo',
    logoNone: 'Dim logo eto. Mae enw’r rhwydwaith yn sefyll ar ei ben ei hun.',
  },
  comes: {
    asked: 'Ar gyfer pob angen',
    ...counted('askedText', 'Cedwir {{count}} gwasanaeth a gofynnir iddynt y naill ar ôl y llall.', {
      one: 'Cedwir un gwasanaeth a gofynnir iddo. Os na all helpu, mae’r cydlynydd yn lleoli’r angen.',
      two: 'Cedwir {{count}} wasanaeth a gofynnir iddynt y naill ar ôl y llall.',
    }),
    refused: 'Dechreuwyd o un sefydliad, sy’n dweud na',
    start: {
      return: 'Mae’r angen yn mynd yn ôl at yr atgyfeiriwr, sy’n dewis eto.',
      continue: 'Gofynnir i’r gwasanaethau nesaf a awgrymir.',
    },
    outside: 'Cod post y tu allan i’r ardal',
    area: {
      warn: 'Rhybuddir yr atgyfeiriwr, a all ei anfon er hynny.',
      stop: 'Ni ellir anfon yr atgyfeiriad.',
      nothing: 'Ni ddywedir dim.',
    },
    passed: 'Angen sy’n cael ei basio ymlaen',
    scope: {
      ...counted(
        'network',
        'Caiff fynd at unrhyw un o’r {{count}} gwasanaeth yn y rhwydwaith heb ofyn i’r person eto.',
        {
          one: 'Caiff fynd at y {{count}} gwasanaeth yn y rhwydwaith heb ofyn i’r person eto.',
          two: 'Caiff fynd at unrhyw un o’r {{count}} wasanaeth yn y rhwydwaith heb ofyn i’r person eto.',
        },
      ),
      ...counted(
        'named',
        'Mae’n mynd at wasanaeth a enwyd pan gytunasant. Ar gyfer unrhyw un arall o’r {{count}} gofynnir iddynt eto.',
        { one: 'Mae’n mynd at wasanaeth a enwyd pan gytunasant. Ar gyfer unrhyw un arall gofynnir iddynt eto.' },
      ),
    },
    without: 'Heb gydsyniad',
    basis: 'Nid anfonir dim, oni bai bod yr atgyfeiriwr yn cofnodi sail gyfreithiol a pham.',
    noBasis: 'Nid anfonir dim. Mae’r atgyfeiriwr yn cael manylion y gwasanaethau i’w rhoi.',
    closing: 'I gau achos',
    close: {
      both: 'Gofynnir am ganlyniad i bob angen ac am nodyn.',
      outcome: 'Gofynnir am ganlyniad i bob angen; gellir ychwanegu nodyn.',
      note: 'Gofynnir am nodyn; gall canlyniadau ddilyn.',
      neither: 'Ni ofynnir am ddim; gall canlyniad a nodyn ddilyn.',
    },
  },
  directory: {
    on: 'Caiff y cyhoedd edrych ar ein cyfeiriadur',
    onHint:
      'Gwasanaethau a ddewisodd gael eu rhestru, gyda’u cyswllt cyhoeddus yn unig. Byth gyfeiriad lloches, byth berson.',
    ...counted('listed', 'Mae unrhyw un yn gweld y {{count}} gwasanaeth a ddewisodd gael eu rhestru.', {
      one: 'Mae unrhyw un yn gweld y {{count}} gwasanaeth a ddewisodd gael ei restru.',
      two: 'Mae unrhyw un yn gweld y {{count}} wasanaeth a ddewisodd gael eu rhestru.',
    }),
    ...counted('unlisted', 'Ni ddewisodd {{count}} hynny ac maent yn aros ymhlith aelodau.', {
      one: 'Ni ddewisodd {{count}} hynny ac mae’n aros ymhlith aelodau.',
    }),
    ...counted(
      'off',
      'Dim ond aelodau sy’n gweld y cyfeiriadur. Mae {{count}} gwasanaeth wedi dewis cael eu rhestru, pe bai’n agor.',
      {
        one: 'Dim ond aelodau sy’n gweld y cyfeiriadur. Mae {{count}} gwasanaeth wedi dewis cael ei restru, pe bai’n agor.',
        two: 'Dim ond aelodau sy’n gweld y cyfeiriadur. Mae {{count}} wasanaeth wedi dewis cael eu rhestru, pe bai’n agor.',
      },
    ),
    address: 'Eich tudalennau cyhoeddus',
    askChange: 'Newid hyn',
    addressText:
      'Mae’r dudalen groeso’n dweud beth yw’r rhwydwaith a sut i ymuno ag ef. Pan fydd y cyfeiriadur cyhoeddus ymlaen, mae’n arwain at bob gwasanaeth a ddewisodd gael ei restru. Rhannwch ei chyfeiriad lle bynnag y mynnwch.',
    embed: 'Y chwiliad mewn gwefan arall',
    embedNone: 'Enwch y gwefannau a gaiff ei ddangos yn gyntaf:',
    snippet: 'Y chwiliad: i’w ludo yn nhudalen y wefan arall',
    try: 'Gweld sut mae’n edrych yno',
    tryTitle: 'Y chwiliad, mewn tudalen gwefan arall',
    tryLead: 'Dyma sy’n sefyll yno. Mae canlyniadau’n agor yn y ffenestr gyfan.',
  },
} as const satisfies Welsh<typeof english.ownParts>
