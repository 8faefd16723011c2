/** What two of the demonstration's organisations have written in their own records of people: contacts, tags, next steps. Nobody exists. */
import type { ContactForm } from '../../../domain/people.ts'

export type DemoContact = Pick<ContactForm, 'way' | 'what'> & {
  /** Days before the demonstration is loaded; never before the record was made. */
  ago: number
  minutes?: number
  /** A next step, and in how many days it is due; less than none is overdue. `done` where it has been seen to. */
  next?: readonly [step: string, inDays: number, done?: 'done']
}
export type DemoRecord = {
  /** Account and organisation: whose record it is, and who writes. */
  by: string
  last: string
  tags?: readonly string[]
  contacts: readonly DemoContact[]
}

export const demoRecords: readonly DemoRecord[] = [
  {
    ...{ by: 'moira@harbour', last: 'Penketh', tags: ['Pension age'] },
    contacts: [
      {
        way: 'phone',
        ago: 3,
        minutes: 35,
        what: 'First call. Pension Credit has never been claimed; she would be glad of a visit, and of being rung before it.',
      },
      {
        way: 'visit',
        ago: 1,
        minutes: 90,
        what: 'Went through her papers at the kitchen table. Claim for Pension Credit sent; asked for it to be backdated three months.',
        next: ['Ask whether the claim has been received', 6],
      },
    ],
  },
  {
    ...{ by: 'tom@harbour', last: 'Pickavance', tags: ['Court date'] },
    contacts: [
      {
        way: 'in_person',
        ago: 3,
        minutes: 50,
        what: 'Explained the attachment of earnings letter line by line. She will bring three months of wage slips.',
        next: ['Check that the wage slips have come', -1],
      },
      { way: 'letter', ago: 2, minutes: 20, what: 'Set-aside application drafted and sent to her to read.' },
      { way: 'note', ago: 1, what: 'Hearing is listed for the morning. She would rather not go alone.' },
    ],
  },
  {
    ...{ by: 'moira@harbour', last: 'Quirk', tags: ['Doorstep lending'] },
    contacts: [
      {
        way: 'phone',
        ago: 1,
        minutes: 25,
        what: 'The lender calls on Fridays. Agreed what to say through the door, and that she need not open it.',
        next: ['Ring on Thursday, before the lender calls', 0],
      },
    ],
  },
  {
    ...{ by: 'tom@harbour', last: 'Mbuyi', tags: ['Court date', 'Council tax'] },
    contacts: [
      {
        way: 'video',
        ago: 2,
        minutes: 40,
        what: 'Liability order is for the old address. Asked the council to hold action for a month.',
        next: ['Hear from the council', 9],
      },
    ],
  },
  {
    ...{ by: 'moira@harbour', last: 'Qureshi', tags: ['Do not write'] },
    contacts: [
      {
        way: 'text',
        ago: 3,
        minutes: 5,
        what: 'Texted in the morning as agreed; she can talk between nine and ten.',
        next: ['Text her', -2, 'done'],
      },
      {
        way: 'phone',
        ago: 3,
        minutes: 45,
        what: 'New claim made in her name alone, to a new account. Advance agreed.',
      },
    ],
  },
  {
    ...{ by: 'bernie@lamps', last: 'Tattersall', tags: ['Weekly parcel', 'Kettle only'] },
    contacts: [
      {
        way: 'in_person',
        ago: 9,
        minutes: 15,
        what: 'Came for the first parcel. Her cooker is cut off: tins, and things that need a kettle alone.',
        next: ['Pack a kettle parcel', -7, 'done'],
      },
      {
        way: 'in_person',
        ago: 5,
        minutes: 20,
        what: 'Second parcel. Told her about the pantry, where she can shop for herself each week.',
        next: ['See how she is getting on', 2],
      },
    ],
  },
]
