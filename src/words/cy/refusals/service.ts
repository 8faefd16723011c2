/** Services, where they are given and whom they reach; pictures; services taken in from elsewhere. */
import type { Refusals } from './index.ts'

export const service: Refusals = {
  'Answer or close its referrals first.': 'Atebwch neu caewch ei atgyfeiriadau yn gyntaf.',
  'This service has been archived.': 'Mae’r gwasanaeth hwn wedi’i archifo.',
  'Choose at least one kind of help first.': 'Dewiswch o leiaf un math o help yn gyntaf.',
  'The day must be today or later.': 'Rhaid i’r diwrnod fod heddiw neu’n hwyrach.',
  'Enter a real date, like 27 3 1987': 'Rhowch ddyddiad go iawn, fel 27 3 1987',
  'Choose from the list.': 'Dewiswch o’r rhestr.',
  'Choose one of the organisation’s venues.': 'Dewiswch un o leoliadau’r sefydliad.',
  'The network has no such group.': 'Nid oes grŵp o’r fath gan y rhwydwaith.',
  'Somebody changed this section while the page was open.': 'Newidiodd rhywun yr adran hon tra oedd y dudalen ar agor.',

  'Choose a venue with a postcode first.': 'Dewiswch leoliad â chod post yn gyntaf.',
  'Draw at least one area.': 'Lluniadwch o leiaf un ardal.',
  'Use at most {{1}} corners.': 'Defnyddiwch {{1}} o gorneli ar y mwyaf.',
  'The area must lie within the United Kingdom.': 'Rhaid i’r ardal fod o fewn y Deyrnas Unedig.',
  'There is no area in it.': 'Nid oes ardal ynddi.',
  'The outline crosses itself.': 'Mae’r amlinell yn croesi ei hun.',
  'Each outline must end where it began.': 'Rhaid i bob amlinell orffen lle dechreuodd.',
  'Each outline needs three corners.': 'Mae angen tair cornel ar bob amlinell.',
  'The outline holds no area.': 'Nid yw’r amlinell yn cynnwys ardal.',
  'This is not GeoJSON with polygons.': 'Nid GeoJSON â pholygonau yw hwn.',

  'Another import into this network is running. Wait until it has ended.':
    'Mae mewnforio arall i’r rhwydwaith hwn ar waith. Arhoswch nes iddo orffen.',
  'The file has no column {{1}}.': 'Nid oes colofn {{1}} yn y ffeil.',
  '{{1}} is not a list of services.': 'Nid rhestr o wasanaethau yw {{1}}.',
  'The feed has more services than can be taken in.': 'Mae mwy o wasanaethau yn y ffrwd nag y gellir eu cymryd i mewn.',
  'Give the whole address, beginning with https://': 'Rhowch y cyfeiriad cyfan, yn dechrau gyda https://',
  'The address took too long to answer.': 'Cymerodd y cyfeiriad ormod o amser i ateb.',
  'The address gave no feed.': 'Ni roddodd y cyfeiriad ffrwd.',
}
