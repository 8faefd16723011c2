/** To organisations and coordinators, apart from any referral: joining, agreements, suspension, work handed over. */
import type { English, Welsh } from '../../words.ts'
import { counted } from '../counted.ts'

export const joining = {
  organisation: 'Sefydliad',
  grace:
    'Tan {{date}} mae popeth yn parhau fel o’r blaen. Wedi hynny, ni ofynnir dim newydd i’ch gwasanaethau nes iddo gael ei dderbyn.',
  join_asked: {
    subject: 'Mae sefydliad yn gofyn am gael ymuno â {{network}}',
    title: 'Mae sefydliad yn gofyn am gael ymuno',
    text: 'Darllenwch yr hyn y mae’n ei ddweud amdano’i hun, yna cymeradwywch ef neu gwrthodwch ef gyda rheswm.',
    link: 'Gweld y cais',
  },
  invitation_waiting: {
    subject: 'Mae gwahoddiad i {{network}} yn aros amdanoch',
    title: 'Mae gwahoddiad yn aros am eich cymeradwyaeth',
    text: 'Hoffai aelod wahodd sefydliad arall. Caiff ei anfon pan fyddwch yn ei gymeradwyo.',
    link: 'Gweld y gwahoddiad',
  },
  join_refused: {
    subject: 'Eich cais i ymuno â {{network}}',
    title: 'Mae eich cais i ymuno wedi’i wrthod',
    text: 'Mae cydlynydd {{network}} wedi edrych ar eich cais ac ni all ei dderbyn. Y rheswm a roddwyd:',
  },
  agreement_published: {
    subject: 'Derbyniwch gytundeb rhannu data {{network}}, os gwelwch yn dda',
    title: 'Mae’r cytundeb rhannu data wedi newid',
    text: 'Mae fersiwn newydd mewn grym yn {{network}}. Rhaid i brif ddefnyddiwr ei darllen a’i derbyn ar ran eich sefydliad.',
    link: 'Darllen y cytundeb',
  },
  suspended: {
    subject: 'Mae eich sefydliad wedi’i atal yn {{network}}',
    title: 'Mae eich sefydliad wedi’i atal',
    text: 'Ni ofynnir dim newydd iddo, ac mae ei atgyfeiriadau agored gyda’r cydlynydd. Siaradwch â’r cydlynydd.',
    link: 'Gweld i bwy i ofyn',
  },
  resumed: {
    subject: 'Mae eich sefydliad yn weithredol eto yn {{network}}',
    title: 'Mae eich sefydliad yn weithredol eto',
    text: 'Gellir gofyn i’w wasanaethau eto o hyn ymlaen.',
    link: 'Gweld y rhwydwaith',
  },
  submission_held: {
    subject: 'Mae atgyfeiriad i {{network}} yn aros i chi edrych arno',
    title: 'Mae atgyfeiriad yn aros i chi edrych arno',
    text: 'Daeth drwy ddolen, ac roedd rhywbeth amdano’n edrych fel gwaith robot. Ni ofynnwyd i neb eto: edrychwch arno, yna anfonwch ef neu ei daflu.',
    link: 'Edrych arno',
  },
  connection_asked: {
    subject: 'Mae rhwydwaith yn gofyn am gael cysylltu â {{network}}',
    title: 'Mae rhwydwaith yn gofyn am gael cysylltu',
    text: 'Unwaith y byddant wedi’u cysylltu, mae ffurflen pob rhwydwaith yn cynnig anghenion y ddau. Darllenwch pwy sy’n gofyn, yna derbyniwch neu gwrthodwch.',
    link: 'Gweld y cais',
  },
  connection_accepted: {
    subject: 'Mae {{network}} wedi’i gysylltu',
    title: 'Mae’r rhwydweithiau wedi’u cysylltu',
    text: 'Mae ffurflen pob un bellach yn cynnig anghenion y ddau. Mae pob atgyfeiriad yn aros yn ei rwydwaith ei hun.',
    link: 'Gweld y cysylltiad',
  },
  connection_ended: {
    subject: 'Mae cysylltiad {{network}} wedi dod i ben',
    title: 'Mae cysylltiad wedi dod i ben',
    text: 'Nid yw’r ffurflenni’n cynnig anghenion ei gilydd mwyach. Mae atgyfeiriadau a anfonwyd yn aros fel y maent.',
    link: 'Gweld eich cysylltiadau',
  },
  work_handed: {
    subject: 'Mae gwaith wedi’i roi i chi',
    title: 'Mae gwaith wedi’i roi i chi',
    text: 'Mae cydweithiwr, neu rywun sy’n rheoli eich sefydliad, wedi rhoi gwaith i chi ofalu amdano.',
    link: 'Mewngofnodi i’w weld',
    ...counted('referrals', '{{count}} atgyfeiriad agored ydyw.'),
    ...counted('drafts', 'Chi sydd i orffen {{count}} atgyfeiriad a ddechreuwyd ond nas anfonwyd.', {
      one: 'Chi sydd i orffen un atgyfeiriad a ddechreuwyd ond nas anfonwyd.',
    }),
    cover: 'Rydych yn llenwi bwlch tan {{date}}. Tan hynny cewch hefyd yr e-byst y byddai eich cydweithiwr yn eu cael.',
  },
  notes_asked: {
    subject: 'Nodiadau preifat o’ch eiddo, {{network}}',
    title: 'Gofynnwyd am nodyn preifat o’ch eiddo',
    text: 'Mae person wedi gofyn beth sy’n cael ei gadw amdano, ac ysgrifennoch rywbeth yn breifat. Chi yn unig all ei ddarllen. Mewngofnodwch i ddweud a gaiff ei roi iddo.',
    link: 'Mewngofnodi i benderfynu',
  },
  copies_told: {
    subject: 'Mae rhywbeth wedi’i ddileu, {{network}}',
    title: 'Mae atgyfeiriad y mae gennych gofnod ohono wedi’i ddileu',
    text: 'Y person ofynnodd am hyn. Chi biau eich cofnod eich hun: mewngofnodwch i benderfynu a gaiff ei ddileu hefyd, neu aros am fod ei angen arnoch o hyd.',
    link: 'Mewngofnodi i benderfynu',
  },
  webhook_off: {
    subject: 'Mae bachyn gwe wedi’i ddiffodd, {{network}}',
    title: 'Mae bachyn gwe wedi’i ddiffodd',
    text: 'Am ddiwrnod cyfan ni dderbyniodd ei gyfeiriad ddim a anfonwyd ato. Cedwir yr hyn na ellid ei anfon am 30 diwrnod: mewngofnodwch i weld pam, ei droi ymlaen, a’i anfon eto.',
    link: 'Gweld eich bachau gwe',
  },
  twins_told: {
    subject: 'Mae rhywbeth wedi’i ddileu, {{network}}',
    title: 'Mae atgyfeiriad a anfonwyd atoch chithau wedi’i ddileu mewn man arall',
    text: 'Y person ofynnodd am hyn mewn rhwydwaith cysylltiedig. Chi biau eich atgyfeiriad: mewngofnodwch i benderfynu a gaiff ei ddileu hefyd.',
    link: 'Mewngofnodi i benderfynu',
  },
  confirm: {
    subject: 'A yw eich cofnod yn {{network}} yn dal yn gywir?',
    title: 'A yw eich cofnod yn dal yn gywir?',
    text: 'Mae tri mis ers iddo gael ei gadarnhau ddiwethaf. Edrychwch arno, yna cadarnhewch ef ag un clic: nid oes angen mewngofnodi.',
    link: 'Edrych a chadarnhau',
    after: 'Rhywbeth wedi newid? Mewngofnodwch a’i newid yn gyntaf.',
  },
} as const satisfies Welsh<English['mail']['joining']>
