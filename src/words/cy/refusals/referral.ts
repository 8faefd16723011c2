/** Sending a referral and all that is done to it. */
import type { Refusals } from './index.ts'

export const referral: Refusals = {
  'Only the recipient can do this.': 'Dim ond y gwasanaeth all wneud hyn.',
  'Only the referrer can do this.': 'Dim ond yr atgyfeiriwr all wneud hyn.',
  'Only the coordinator can do this.': 'Dim ond y cydlynydd all wneud hyn.',
  'Only the clock can do this.': 'Dim ond y cloc all wneud hyn.',
  'Only the recipient or the coordinator can do this.': 'Dim ond y gwasanaeth neu’r cydlynydd all wneud hyn.',
  'Only the coordinator or the referrer can do this.': 'Dim ond y cydlynydd neu’r atgyfeiriwr all wneud hyn.',
  'Only the referrer or the coordinator or the person can do this.':
    'Dim ond yr atgyfeiriwr, y cydlynydd neu’r person all wneud hyn.',
  'This is already waiting for an answer.': 'Mae hwn eisoes yn aros am ateb.',
  'This is already accepted.': 'Mae hwn eisoes wedi’i dderbyn.',
  'This is already rejected.': 'Mae hwn eisoes wedi’i wrthod.',
  'This is already passed on to another service.': 'Mae hwn eisoes wedi’i basio ymlaen i wasanaeth arall.',
  'This is already withdrawn.': 'Mae hwn eisoes wedi’i dynnu’n ôl.',
  'This is already placed elsewhere by the coordinator.':
    'Mae hwn eisoes wedi’i leoli yn rhywle arall gan y cydlynydd.',
  'This is already no longer needed.': 'Nid oes angen hwn mwyach.',
  'This is already closed.': 'Mae hwn eisoes wedi’i gau.',
  'This is already referred on.': 'Mae hwn eisoes wedi’i atgyfeirio ymlaen.',
  '{{1}} has done this already.': 'Mae {{1}} wedi gwneud hyn eisoes.',
  'It has changed since it was read. Read it again, then decide.':
    'Mae wedi newid ers ei ddarllen. Darllenwch ef eto, yna penderfynwch.',
  'What is known of this referral has been erased.': 'Mae’r hyn a oedd yn hysbys am yr atgyfeiriad hwn wedi’i ddileu.',
  'This referral has ended already.': 'Mae’r atgyfeiriad hwn wedi dod i ben eisoes.',
  'It cannot be withdrawn any more.': 'Ni ellir ei dynnu’n ôl mwyach.',

  'Some answers are missing or need another look.': 'Mae rhai atebion ar goll, neu mae angen edrych arnynt eto.',
  'Begin from an organisation of this network.': 'Dechreuwch o sefydliad yn y rhwydwaith hwn.',
  'A service on the list does not offer what is needed.':
    'Nid yw un o’r gwasanaethau ar y rhestr yn cynnig yr hyn sydd ei angen.',
  '{{1}} takes no referrals now.': 'Nid yw {{1}} yn derbyn atgyfeiriadau nawr.',
  'This service takes no referrals now.': 'Nid yw’r gwasanaeth hwn yn derbyn atgyfeiriadau nawr.',
  'Enter a full UK postcode.': 'Rhowch god post llawn y DU.',
  'Say how it is safe to contact the person.': 'Dywedwch sut mae’n ddiogel cysylltu â’r person.',
  'Give the email address that is safe to use.': 'Rhowch y cyfeiriad e-bost sy’n ddiogel i’w ddefnyddio.',
  'Give the phone number that is safe to use.': 'Rhowch y rhif ffôn sy’n ddiogel i’w ddefnyddio.',

  'Choose at least one need.': 'Dewiswch o leiaf un angen.',
  'Choose at least one need that you can help with.': 'Dewiswch o leiaf un angen y gallwch helpu ag ef.',
  'You chose every need. Accept instead of splitting.': 'Dewisoch bob angen. Derbyniwch yn lle rhannu.',
  'This need is not on the referral.': 'Nid yw’r angen hwn ar yr atgyfeiriad.',
  'This need is not with you.': 'Nid gyda chi y mae’r angen hwn.',
  'This need has been dealt with in the meantime.': 'Deliwyd â’r angen hwn yn y cyfamser.',
  'This need has been taken up again since, and is no longer yours.':
    'Mae rhywun wedi ymgymryd â’r angen hwn eto ers hynny, ac nid gyda chi y mae mwyach.',
  'Choose a service.': 'Dewiswch wasanaeth.',
  'Choose a service of this network.': 'Dewiswch wasanaeth yn y rhwydwaith hwn.',
  'Choose another service than your own.': 'Dewiswch wasanaeth heblaw eich un chi.',
  'Choose another service than the one that has it.': 'Dewiswch wasanaeth heblaw’r un y mae gydag ef nawr.',
  'This service does not offer everything chosen.': 'Nid yw’r gwasanaeth hwn yn cynnig popeth a ddewiswyd.',
  'This service offers none of what is needed.': 'Nid yw’r gwasanaeth hwn yn cynnig dim o’r hyn sydd ei angen.',
  'This service has already said that it cannot help.': 'Mae’r gwasanaeth hwn eisoes wedi dweud na all helpu.',
  'The person agreed to other services. Ask them before sending it here.':
    'I wasanaethau eraill y cytunodd y person. Gofynnwch i’r person cyn ei anfon yma.',
  'Choose a reason from the list.': 'Dewiswch reswm o’r rhestr.',
  'Choose an outcome.': 'Dewiswch ganlyniad.',
  'Choose an outcome from the list.': 'Dewiswch ganlyniad o’r rhestr.',
  'An outcome is for a need that you help with.': 'Dim ond i angen yr ydych yn helpu ag ef y gellir pennu canlyniad.',
  'Write a closing note.': 'Ysgrifennwch nodyn wrth gau.',
  'This acceptance can no longer be undone.': 'Ni ellir dadwneud y derbyniad hwn mwyach.',
  'A question was asked already. Answer the referral, or add a note.':
    'Gofynnwyd cwestiwn eisoes. Atebwch yr atgyfeiriad, neu ychwanegwch nodyn.',
  'No question is waiting for an answer.': 'Nid oes cwestiwn yn aros am ateb.',
  'Choose people who are on this referral.': 'Dewiswch bobl sydd ar yr atgyfeiriad hwn.',

  'Only a coordinator opens a restricted referral.': 'Dim ond cydlynydd sy’n agor atgyfeiriad cyfyngedig.',
  'A referral is restricted by those on it.': 'Y rhai sydd ar atgyfeiriad sy’n ei gyfyngu.',
  'Only who sent it, who helps and the coordinator may give a code.':
    'Dim ond y sawl a’i hanfonodd, y rhai sy’n helpu a’r cydlynydd a gaiff roi cod.',
  'It was changed meanwhile. Read it again.': 'Fe’i newidiwyd yn y cyfamser. Darllenwch ef eto.',
  'There is nobody to tell any more.': 'Nid oes neb i ddweud wrtho mwyach.',
  'They were told already.': 'Dywedwyd wrthynt eisoes.',
  'There are too many saved views.': 'Mae gormod o olygon wedi’u cadw.',
  'This page of the list is not there.': 'Nid yw’r dudalen hon o’r rhestr yno.',
}
