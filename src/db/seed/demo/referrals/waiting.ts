/** Referrals that wait: fresh, reminded, long overdue, or for the answer to a question. Nobody in them exists. */
import type { DemoReferral } from '../referral.ts'

// biome-ignore format: a table
export const waitingReferrals: readonly DemoReferral[] = [
  // Fresh
  { ago: 0.6, exact: true, from: 'moira@harbour', first: 'Dennis', last: 'Larkhill', born: '1958-03-11', gender: 'man', household: 1, postcode: 'L4 8XQ', street: '14 Cooper Row', safe: 'phone mornings voicemail',
    needs: ['Emergency food'], ask: ['foodbank', 'foodNorth', 'crisis'], urgent: true, answers: { food_today: 'no', eating: '1', with_children: 'no', cooking: 'kettle' }, story: 'His pension was paid into an account that is now closed, and the correct one will not be paid until Tuesday. Nothing in the house but tea. He can walk to Ropewalk Road but cannot carry much.' },
  { ago: 1.7, exact: true, from: 'tom@harbour', first: 'Shanice', last: 'Obi', born: '1993-07', gender: 'woman', children: 'under_five', household: 3, postcode: 'L6 8XQ', safe: 'text phone afternoons',
    needs: ['Baby basics', 'Food pantry'], ask: ['baby', 'pantry'], story: 'Expecting in five weeks and has a boy of two. Everything from the first time went in the move. She would like to join a pantry rather than ask for parcels.' },
  { ago: 3.2, exact: true, from: 'ines@sandstone', first: 'Gintaras', last: 'Vaitkus', born: '1979', gender: 'man', household: 1, postcode: 'L8 8XQ', safe: 'phone text evenings weekends',
    needs: ['Debt advice'], ask: ['debt', 'docksideDebt'], story: 'Kept his room with our help, but a catalogue debt has been passed to a bailiff, who has written twice. Works nights at a warehouse, so calls before two o’clock wake him.' },
  { ago: 5.5, exact: true, from: 'sian@linnet', first: 'Courtney', last: 'Maddox', born: '2001-11-02', gender: 'woman', children: 'under_five', household: 2, postcode: 'L36 8XQ', safe: 'text email', avoid: 'food bank',
    needs: ['Finding work', 'Benefits advice'], ask: ['jobCoach', 'benefits'], story: 'Wants to work school hours once her little girl starts nursery in January and has no idea what happens to her benefits if she does. Comes to our Thursday group and is easiest to reach there.' },
  { ago: 20, from: 'rufus@orchard', first: 'Malcolm', last: 'Teasdale', born: '1949-01-30', gender: 'man', household: 1, postcode: 'L23 8XQ', safe: 'phone letter mornings', health: 'Heart failure; tires quickly.',
    needs: ['Help at home', 'Getting about'], ask: ['lifts', 'handy'], story: 'Home from hospital a week ago. Cannot manage the bus to the heart clinic on the nineteenth, and the light on the landing has gone, which frightens him at night.' },
  { ago: 26, from: 'yusuf@peninsula', first: 'Selamawit', last: 'Haile', born: '1996-05-17', gender: 'woman', household: 1, postcode: 'CH41 8XQ', safe: 'text',
    needs: ['Getting online', 'Loneliness and company'], ask: ['devices', 'welcome', 'helpline'], consent: 'in_person', story: 'Granted leave last month and moved out of the hotel into a flat with no internet. Everything she has to do next is online. Speaks Tigrinya and good English, and is shy on the telephone: please text.' },
  { ago: 30, from: 'bernie@lamps', first: 'Ronnie', last: 'Sefton-Walsh', born: '1967-09-09', gender: 'man', household: 2, postcode: 'L5 8XQ', safe: 'phone',
    needs: ['Help with energy bills'], ask: ['energy', 'crisis'], story: 'Came for a parcel and asked for things that need no cooking, because the prepayment meter is in arrears and takes most of what he puts on it. His wife uses oxygen at home.', urgent: true },

  // Reminded: more than two days, less than four
  { ago: 55, exact: true, from: 'grace@linnet', first: 'Kelly-Anne', last: 'Tranter', born: '1988-02-14', gender: 'woman', children: 'school_age', household: 4, postcode: 'L32 8XQ', safe: 'phone text mornings quiet',
    needs: ['Counselling'], ask: ['counselling'], story: 'Her mother died in the spring and she has held the family together since. Says that she cries in the car so that the children do not see. She asked for this herself.' },
  { ago: 63, exact: true, from: 'linda@riverside', first: 'Abdul', last: 'Karim', born: '1984', gender: 'man', children: 'school_age', household: 5, postcode: 'L7 8XQ', safe: 'phone voicemail',
    needs: ['Furniture and household goods'], ask: ['furniture', 'crisis'], story: 'Family of five moved from temporary accommodation into an unfurnished house on Friday. They have mattresses and a kettle. A table, wardrobes and a cooker would make it a home.' },
  { ago: 70, exact: true, from: 'asha@lamps', first: 'Peggy', last: 'Hollinshead', born: '1941-12-05', gender: 'woman', household: 1, postcode: 'L20 8XQ', safe: 'phone afternoons',
    needs: ['Loneliness and company'], ask: ['circle', 'meals', 'helpline'], story: 'Comes to the pantry on Thursdays mostly to talk. Her neighbour of thirty years has gone into a home. Would love music; used to sing in a dance band on the ferries.' },
  { ago: 78, exact: true, from: 'kev@dockside', first: 'Jordan', last: 'Whitlow', born: '2004-06-21', gender: 'non_binary', household: 1, postcode: 'L21 8XQ', safe: 'text email',
    needs: ['Youth support', 'Finding work'], ask: ['mentoring', 'firstJobs', 'jobCoach'], story: 'Left care at eighteen and has been in four places since. Turns up to every session here and is good with his hands. A mentor who stays would make the difference; then a first job. Uses they.' },

  // Told to the coordinator: more than four days
  { ago: 150, from: 'colm@mersey', first: 'Irene', last: 'Fazakerley', born: '1952', gender: 'woman', household: 1, postcode: 'PR8 8XQ', safe: 'phone letter',
    needs: ['Loneliness and company'], ask: ['coastCalls', 'helpline'], story: 'Rang the helpline three Sundays running. Lives in a flat on the front with a view and nobody to look at it with. A regular call from the same voice is what she asked for.' },
  { ago: 176, from: 'owen@sandstone', first: 'Beata', last: 'Nowak', born: '1990-10-10', gender: 'woman', children: 'expecting', household: 2, postcode: 'L13 8XQ', safe: 'text phone', health: 'Asthma.',
    needs: ['Immigration advice'], ask: ['status'], story: 'Her settled status was refused for a missing year, although she has payslips for all of it. There is a date by which to ask for a review. We have helped with the landlord; this we cannot do.' },

  // A question was asked
  { ago: 44, exact: true, from: 'walter@saltwood', first: 'Frank', last: 'Dutton', born: '1946-08-19', gender: 'man', household: 1, postcode: 'L22 8XQ', safe: 'phone mornings',
    needs: ['Repairs and conditions'], ask: ['repairs', 'handy'], story: 'Black mould in the bedroom of a rented flat. He has scrubbed it twice and the landlord’s agent no longer answers him. His chest is bad this winter.',
    next: [[6, 'ask', { note: 'Is the landlord a private one or a housing association? The letters we would write are quite different.' }]] },
  { ago: 92, from: 'mei@orchard', first: 'Lorraine', last: 'Birchall', born: '1971-04-04', gender: 'woman', household: 2, postcode: 'WA9 8XQ', safe: 'phone text evenings',
    needs: ['Debt advice', 'Benefits advice'], ask: ['debt', 'benefits'], story: 'Stopped work in the summer to look after her brother. Has kept up every payment on cards by opening another. Has not claimed anything, because she did not know that she could.',
    next: [[5, 'ask', { by: 'debt', note: 'Has any creditor sent a claim form from the court yet? If so, we would see her this week rather than next.' }], [9, 'accept', { by: 'benefits' }]] },
]
