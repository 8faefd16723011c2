/** The form’s words where people fill it in about themselves; whatever is not here reads the same. */
import type { English, Welsh } from '../words.ts'

export const self = {
  form: {
    section: {
      contact: 'Sut i gysylltu â chi',
      address: 'Ble rydych chi’n byw',
      details: 'Mwy amdanoch chi',
      needs: 'Beth sydd ei angen arnoch',
    },
    hint: {
      details: 'Mae’n helpu gwasanaethau i helpu. Dywedwch dim ond yr hyn rydych yn fodlon ei ddweud.',
      needs: 'Dewiswch bopeth y mae angen help arnoch gydag ef. Mae pob angen yn mynd i wasanaeth sy’n ei gynnig.',
      circumstances:
        'Beth ddigwyddodd, beth rydych wedi’i drio, beth sydd bwysicaf. Ar sail hyn mae gwasanaethau’n penderfynu a allant helpu.',
    },
    label: {
      details: { householdSize: 'Faint o bobl sy’n byw gyda chi, gan eich cynnwys chi?' },
      circumstances: 'Eich amgylchiadau',
    },
    help: { householdSize: 'Cyfrwch eich hun hefyd.' },
    noFixedAddressHint: 'Rhowch god post y man lle rydych chi’n aros fwyaf, os oes gennych un.',
    safe: {
      hint: 'A allai rhywun arall ei ddarllen, ei glywed neu ei ateb? Mae ein negeseuon yn dilyn hyn.',
      noneHint: 'Ni fydd neb yn cysylltu â chi. Gyda’r cyfeirnod a’r cod gallwch weld ble mae arni.',
    },
    error: {
      firstName: 'Rhowch eich enw cyntaf',
      lastName: 'Rhowch eich cyfenw',
      dateOfBirth: 'Rhowch eich dyddiad geni, neu’r flwyddyn yn unig',
      postcodeMissing: 'Rhowch eich cod post, neu diciwch “Dim cyfeiriad sefydlog”',
    },
  },
  publicForm: {
    titleOf: '{{step}} – gofyn am help',
    section: {
      person: 'Pwy ydych chi?',
      contact: 'Sut gallwn ni gysylltu â chi’n ddiogel?',
      address: 'Ble rydych chi’n byw?',
      details: 'Mwy amdanoch chi',
      household: 'Pwy sy’n byw gyda chi?',
      needs: 'Beth sydd ei angen arnoch?',
      consent: 'Ydych chi’n cytuno?',
    },
  },
} as const satisfies Welsh<English['self']>
