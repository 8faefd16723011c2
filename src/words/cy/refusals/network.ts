/** A network, its members, its settings and its links; webhooks. */
import type { Refusals } from './index.ts'

export const network: Refusals = {
  'Name the network.': 'Rhowch enw i’r rhwydwaith.',
  'Use lower-case letters, digits and single hyphens.': 'Defnyddiwch lythrennau bach, digidau a chysylltnodau unigol.',
  'There is a network with the short name "{{1}}" already.': 'Mae rhwydwaith â’r enw byr “{{1}}” eisoes.',
  'No such area: {{1}}. Import boundaries first.': 'Nid oes ardal {{1}}. Mewnforiwch ffiniau yn gyntaf.',
  'Choose at least one area.': 'Dewiswch o leiaf un ardal.',
  'This organisation is here already.': 'Mae’r sefydliad hwn yma eisoes.',
  'An organisation of this name is in the network already.': 'Mae sefydliad o’r enw hwn yn y rhwydwaith eisoes.',
  'An organisation of this name is in the network already. Ask it for an account.':
    'Mae sefydliad o’r enw hwn yn y rhwydwaith eisoes. Gofynnwch iddo am gyfrif.',
  '{{1}} has decided this already.': 'Mae {{1}} wedi penderfynu hyn eisoes.',
  'Somebody has decided this already.': 'Mae rhywun wedi penderfynu hyn eisoes.',
  'The organisation that coordinates the network cannot be suspended.':
    'Ni ellir atal y sefydliad sy’n cydlynu’r rhwydwaith.',
  'It is no member of the network, or a colleague has done this already.':
    'Nid yw’n aelod o’r rhwydwaith, neu mae cydweithiwr wedi gwneud hyn eisoes.',
  'This link does not work any more. Sign in to confirm.':
    'Nid yw’r ddolen hon yn gweithio mwyach. Mewngofnodwch i gadarnhau.',
  'The agreement has changed since you opened it. Read it again.':
    'Mae’r cytundeb wedi newid ers i chi ei agor. Darllenwch ef eto.',
  'Somebody published another version while this page was open.':
    'Cyhoeddodd rhywun fersiwn arall tra oedd y dudalen hon ar agor.',

  'Choose a network that you are not connected with.': 'Dewiswch rwydwaith nad ydych wedi cysylltu ag ef.',
  'A colleague has asked for this already.': 'Mae cydweithiwr wedi gofyn am hyn eisoes.',
  'It was answered already, or is not yours to answer.': 'Fe’i hatebwyd eisoes, neu nid chi sydd i’w ateb.',
  'It has ended already.': 'Mae wedi dod i ben eisoes.',
  'Choose one of the answers.': 'Dewiswch un o’r atebion.',
  'Choose an organisation from the list.': 'Dewiswch sefydliad o’r rhestr.',
  'Let people refer themselves first.': 'Gadewch i bobl eu hatgyfeirio eu hunain yn gyntaf.',
  'This address is not corrected here.': 'Nid yma y cywirir y cyfeiriad hwn.',

  'Somebody changed the area while this page was open.': 'Newidiodd rhywun yr ardal tra oedd y dudalen hon ar agor.',
  'Somebody changed the response times while this page was open.':
    'Newidiodd rhywun yr amseroedd ymateb tra oedd y dudalen hon ar agor.',
  'Somebody changed these rules while this page was open.':
    'Newidiodd rhywun y rheolau hyn tra oedd y dudalen hon ar agor.',
  'Somebody changed these settings meanwhile.': 'Newidiodd rhywun y gosodiadau hyn yn y cyfamser.',
  'Somebody changed the categories while this page was open.':
    'Newidiodd rhywun y categorïau tra oedd y dudalen hon ar agor.',
  'Somebody changed “{{1}}” while this page was open.': 'Newidiodd rhywun “{{1}}” tra oedd y dudalen hon ar agor.',
  'Choose another category, one that is not under this one.': 'Dewiswch gategori arall, un nad yw o dan yr un hwn.',
  'Choose a category that is in use.': 'Dewiswch gategori sy’n cael ei ddefnyddio.',
  'A category cannot be moved under itself.': 'Ni ellir symud categori oddi tano’i hun.',
  '“{{1}}” would come to stand under itself.': 'Byddai “{{1}}” yn sefyll oddi tano’i hun.',
  'Two categories beside each other would have the same name.': 'Byddai’r un enw gan ddau gategori sydd ochr yn ochr.',
  'Both have “{{1}}” beneath them: merge those two first.':
    'Mae “{{1}}” o dan y naill a’r llall: cyfunwch y ddau hynny yn gyntaf.',
  'There is one with this name already.': 'Mae un â’r enw hwn eisoes.',
  'Bring back “{{1}}” first, or move this elsewhere.':
    'Dewch â “{{1}}” yn ôl yn gyntaf, neu symudwch hwn i rywle arall.',
  '“{{1}}” is in use, so it can only be retired.':
    'Mae “{{1}}” yn cael ei ddefnyddio, felly dim ond ei ymddeol y gellir.',

  'There are {{1}} webhooks already. Delete one first.': 'Mae {{1}} webhook eisoes. Dilëwch un yn gyntaf.',
  'This webhook is switched off. Switch it on first.':
    'Mae’r webhook hwn wedi’i droi i ffwrdd. Trowch ef ymlaen yn gyntaf.',
  'The address must start with https://': 'Rhaid i’r cyfeiriad ddechrau gyda https://',
  'Enter a whole address, such as https://example.org/hooks': 'Rhowch gyfeiriad cyfan, megis https://example.org/hooks',
  'This address is not on the public internet. Enter one that is':
    'Nid yw’r cyfeiriad hwn ar y rhyngrwyd cyhoeddus. Rhowch un sydd arno',
  'No computer answers to this name. Check the address':
    'Nid oes cyfrifiadur yn ateb i’r enw hwn. Gwiriwch y cyfeiriad',
}
