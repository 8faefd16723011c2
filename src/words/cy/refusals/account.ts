/** Signing in, accounts, invitations, colleagues. */
import type { Refusals } from './index.ts'

export const account: Refusals = {
  'This page was open for too long. Sign in again to go on.':
    'Bu’r dudalen hon ar agor yn rhy hir. Mewngofnodwch eto i fynd ymlaen.',
  'Too many people are signing in at this moment. Try again in a minute.':
    'Mae gormod o bobl yn mewngofnodi ar hyn o bryd. Rhowch gynnig arall arni ymhen munud.',
  'There were too many tries. Wait five minutes, then try again.':
    'Bu gormod o gynigion. Arhoswch bum munud, yna rhowch gynnig arall arni.',
  'There were too many tries for this account. Wait five minutes, then try again.':
    'Bu gormod o gynigion ar gyfer y cyfrif hwn. Arhoswch bum munud, yna rhowch gynnig arall arni.',
  'Too many tries.': 'Gormod o gynigion.',
  'This took too long, or something changed meanwhile. Sign in again.':
    'Cymerodd hyn ormod o amser, neu newidiodd rhywbeth yn y cyfamser. Mewngofnodwch eto.',
  'This is not the code.': 'Nid hwn yw’r cod.',
  'This code is too old.': 'Mae’r cod hwn yn rhy hen.',
  'Somebody else has just set this installation up. Ask them to invite you.':
    'Mae rhywun arall newydd osod y rhaglen hon. Gofynnwch iddynt eich gwahodd.',

  'Choose a password of at least 12 characters.': 'Dewiswch gyfrinair o 12 nod o leiaf.',
  'A password has {{1}} characters or more.': 'Mae gan gyfrinair {{1}} nod neu fwy.',
  'Choose a password that is harder to guess.': 'Dewiswch gyfrinair sy’n anoddach ei ddyfalu.',
  'This is not your password now.': 'Nid hwn yw eich cyfrinair nawr.',
  'This link was used already, or it is too old. Ask for another.':
    'Mae’r ddolen hon wedi’i defnyddio eisoes, neu mae’n rhy hen. Gofynnwch am un arall.',
  'This is your address already.': 'Hwn yw eich cyfeiriad eisoes.',
  'There were several changes within the hour. Wait an hour, then try again.':
    'Bu sawl newid o fewn yr awr. Arhoswch awr, yna rhowch gynnig arall arni.',
  'Remove a passkey first: there are 20.': 'Tynnwch allwedd mynediad yn gyntaf: mae 20 ohonynt.',
  'Your network asks for two-step verification. Add another way first, then remove this one.':
    'Mae eich rhwydwaith yn gofyn am ddilysu dau gam. Ychwanegwch ffordd arall yn gyntaf, yna tynnwch hon.',
  'Two-step verification is off already.': 'Mae dilysu dau gam wedi’i ddiffodd eisoes.',
  'Somebody who may do more takes this second step off.': 'Rhywun sydd â mwy o hawliau sy’n diffodd yr ail gam hwn.',
  'A token is good for 1 to {{1}} days.': 'Mae tocyn yn gweithio am 1 i {{1}} diwrnod.',
  'There is no scope {{1}}. There are: {{2}}.': 'Nid oes hawl o’r enw {{1}}. Y rhain sydd: {{2}}.',
  'Name at least one scope. There are: {{1}}.': 'Enwch o leiaf un hawl. Y rhain sydd: {{1}}.',
  'You are the only one who is told of this.': 'Chi yw’r unig un sy’n cael gwybod am hyn.',

  'Enter your name.': 'Rhowch eich enw.',
  'Give a name.': 'Rhowch enw.',
  'Give one email address.': 'Rhowch un cyfeiriad e-bost.',
  'Enter the name of your organisation.': 'Rhowch enw eich sefydliad.',
  '{{1}} has an account already.': 'Mae gan {{1}} gyfrif eisoes.',
  'Sign in first, then follow the link.': 'Mewngofnodwch yn gyntaf, yna dilynwch y ddolen.',
  'An account was made for this address meanwhile. Sign in first.':
    'Gwnaed cyfrif ar gyfer y cyfeiriad hwn yn y cyfamser. Mewngofnodwch yn gyntaf.',
  'An account was made for this sign-in meanwhile. Sign in first.':
    'Gwnaed cyfrif ar gyfer y mewngofnodi hwn yn y cyfamser. Mewngofnodwch yn gyntaf.',
  'This invitation was used, withdrawn, or is too old. Ask for another.':
    'Mae’r gwahoddiad hwn wedi’i ddefnyddio neu wedi’i dynnu’n ôl, neu mae’n rhy hen. Gofynnwch am un arall.',
  'This invitation was accepted, refused or withdrawn meanwhile.':
    'Cafodd y gwahoddiad hwn ei dderbyn, ei wrthod neu ei dynnu’n ôl yn y cyfamser.',
  'This address has an invitation already. It can be sent again from the list.':
    'Mae gan y cyfeiriad hwn wahoddiad eisoes. Gellir ei anfon eto o’r rhestr.',
  'It was sent ten times. Invite them anew instead.':
    'Fe’i hanfonwyd ddeg gwaith. Gwahoddwch nhw o’r newydd yn lle hynny.',
  'They are invited already.': 'Cawsant eu gwahodd eisoes.',
  'They do not work for it.': 'Nid ydynt yn gweithio i’r sefydliad hwnnw.',
  'This person is here already.': 'Mae’r person hwn yma eisoes.',
  'Choose one of the roles.': 'Dewiswch un o’r rolau.',

  'They have no account here any more.': 'Nid oes ganddynt gyfrif yma mwyach.',
  'Somebody else changes your own role, or ends your account.':
    'Rhywun arall sy’n newid eich rôl chi, neu’n rhoi diwedd ar eich cyfrif.',
  'An organisation keeps at least one primary user. Make somebody else one first.':
    'Mae sefydliad yn cadw o leiaf un prif ddefnyddiwr. Gwnewch rywun arall yn un yn gyntaf.',
  'A network keeps at least one coordinator. Invite another first.':
    'Mae rhwydwaith yn cadw o leiaf un cydlynydd. Gwahoddwch un arall yn gyntaf.',
  'Choose who takes over what is open.': 'Dewiswch pwy sy’n cymryd drosodd yr hyn sydd ar agor.',
  'Choose one of your colleagues.': 'Dewiswch un o’ch cydweithwyr.',
  'Those days cannot be.': 'Nid yw’r dyddiau hynny’n bosibl.',
  'This is arranged already: end that first.':
    'Mae hyn wedi’i drefnu eisoes: rhowch ddiwedd ar y trefniant hwnnw yn gyntaf.',
}
