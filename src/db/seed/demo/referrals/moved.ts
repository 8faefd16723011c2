/** Referrals that went from hand to hand: rejected and routed on, referred on, handed back, undone, waiting for a place. Nobody in them exists. */
import type { DemoReferral } from '../referral.ts'

// biome-ignore format: a table
export const movedReferrals: readonly DemoReferral[] = [
  // Rejected and routed on
  { ago: 33, from: 'tom@harbour', first: 'Brian', last: 'Ollerton', born: '1969-12-01', gender: 'man', household: 1, postcode: 'L14 8ZQ', safe: 'phone',
    needs: ['Emergency food'], ask: ['foodbank', 'foodNorth', 'crisis'], urgent: true, story: 'Sanctioned after a missed appointment that he was in hospital for; we are challenging it. Nothing until the fourteenth. Diabetic, so regular meals matter.',
    next: [[1, 'reject', { why: 'Outside the area that we cover', note: 'L14 is outside our postcodes, sorry. Norris Green is nearer.' }]] },
  { ago: 47, exact: true, from: 'sian@linnet', first: 'Yasmin', last: 'Idris', born: '1992-01-19', gender: 'woman', children: 'under_five', household: 4, postcode: 'L28 8ZQ', safe: 'text phone mornings',
    needs: ['Repairs and conditions', 'Furniture and household goods'], ask: ['repairs', 'furniture', 'crisis'], story: 'Ceiling of the children’s room came down with the rain. They sleep in the living room now; the beds are ruined. The housing association has logged it.',
    next: [[4, 'accept', { by: 'repairs' }], [6, 'reject', { by: 'furniture', why: 'We have no room at the moment', note: 'We are stocktaking and cannot deliver before next week; beds should not wait for that.' }]] },
  { ago: 136, from: 'mei@orchard', first: 'Stephen', last: 'Gaskell', born: '1978-03-03', gender: 'man', household: 1, postcode: 'WA11 8ZQ', safe: 'phone text',
    needs: ['Social prescribing'], ask: ['navigators', 'linkWorkers'], story: 'Finished counselling with us and is well, but his world is very small: work, shop, bed. Interested in walking football and anything with dogs.',
    next: [[8, 'reject', { why: 'Somebody else can help better', note: 'The link workers are on his doorstep.' }], [12, 'accept']] },

  // Split, the rest still on its way
  { ago: 41, exact: true, from: 'jade@kite', first: 'Ellis', last: 'Cropper', born: '2006-02-11', gender: 'man', household: 1, postcode: 'L20 8ZQ', safe: 'text phone evenings',
    needs: ['Homelessness prevention', 'Finding a home'], ask: ['homeless', 'duty'], urgent: true, story: 'Sofa-surfing since his mum’s partner moved in. Last two nights in a stairwell. Has a part-time job that he will lose if he cannot wash. Nineteen; not a care leaver.',
    next: [[2, 'split', { keep: ['Finding a home'], to: 'duty', note: 'We can look for a room; tonight needs the councils’ duty.' }]] },
  { ago: 110, from: 'bernie@lamps', first: 'Dawn', last: 'Skelhorn', born: '1981-06-30', gender: 'woman', children: 'school_age', household: 5, postcode: 'L33 8ZQ', safe: 'phone',
    needs: ['Benefits advice', 'Parenting support'], ask: ['kirkbyFamilies', 'benefits', 'parents'], story: 'Took in her nephew and niece in August. No benefit has been changed and nobody has told her what she is: carer, guardian or aunt. The girl does not sleep.',
    next: [[20, 'split', { keep: ['Parenting support'], note: 'Kinship benefits are beyond us; Harbour Lights know the rules.' }], [30, 'accept', { by: 'benefits' }]] },

  // Referred on
  { ago: 255, from: 'kev@dockside', first: 'Gillian', last: 'Whitter', born: '1966-09-28', gender: 'woman', household: 1, postcode: 'CH45 8ZQ', safe: 'phone voicemail',
    needs: ['Finding work'], ask: ['jobCoach'], story: 'Made redundant from the same office after twenty-two years. Computer skills are fine. Confidence is not.',
    next: [[3, 'accept'], [60, 'referOn', { to: 'wirralLearn', note: 'She would do better in the small group in West Kirby, which starts on Monday; she has been to see it.' }], [66, 'accept']] },
  { ago: 280, from: 'walter@saltwood', first: 'Joyce', last: 'Lathom', born: '1948-11-11', gender: 'woman', household: 1, postcode: 'L22 8ZQ', safe: 'phone mornings',
    needs: ['Loneliness and company'], ask: ['coastCalls', 'circle'], story: 'Widowed in March after fifty-one years. Her daughter lives in Canada and worries. She can get about, given a reason.',
    next: [[7, 'accept'], [80, 'referOn', { to: 'circle', note: 'She has had enough of the telephone: she would like to come to lunch.' }], [84, 'accept']] },
  { ago: 98, from: 'nadia@wavecrest', first: 'Agnieszka', last: 'Kaczmarek', born: '1985', gender: 'woman', household: 1, postcode: 'L13 8ZQ', safe: 'text afternoons quiet', avoid: 'Wavecrest',
    needs: ['Benefits advice'], ask: ['benefits'], story: 'Living apart since June and still assessed as a couple. Has the letters. Polish speaker; her English is good, but not for forms.',
    next: [[5, 'accept'], [24, 'referOn', { to: 'kirkbyFamilies', note: 'She has moved to Kirkby, where the family workers can go with her.' }]] },

  // Undone
  { ago: 29, from: 'asha@lamps', first: 'Vincent', last: 'Cottier', born: '1972-08-08', gender: 'man', household: 1, postcode: 'L6 8ZQ', safe: 'phone text',
    needs: ['Debt advice'], ask: ['debt'], story: 'Owes several hundred for water and phone and has had the phone cut off twice. Pays who shouts loudest. Would like somebody to look at all of it at once.',
    next: [[3, 'accept'], [4, 'undo']] },
  { ago: 200, from: 'linda@riverside', first: 'Kemi', last: 'Alade', born: '1999-07-07', gender: 'woman', household: 1, postcode: 'L8 8ZQ', safe: 'email phone',
    needs: ['Getting online'], ask: ['devices'], story: 'Student nurse whose laptop was stolen with her bag. Placement is signed off online every Friday. A loan until her grant in February would do.',
    next: [[2, 'accept'], [3, 'undo'], [9, 'accept']] },

  // Needs placing
  { ago: 58, from: 'owen@sandstone', first: 'Arturs', last: 'Liepins', born: '1982-02-02', gender: 'man', household: 1, postcode: 'L2 8ZQ', safe: 'phone',
    needs: ['Drugs and alcohol'], ask: ['recovery'], story: 'Asked for help with drinking in the same breath as help with his room. That does not happen twice. Has tried once before, in Riga.',
    next: [[6, 'reject', { why: 'We do not offer this kind of help', note: 'We have nobody who speaks Latvian or Russian, and he needs a detox bed first.' }]] },
  { ago: 104, from: 'bernie@lamps', first: 'Pauline', last: 'Grice', born: '1961-05-21', gender: 'woman', household: 2, postcode: 'L9 8ZQ', safe: 'phone letter mornings',
    needs: ['Furniture and household goods', 'Repairs and conditions'], ask: ['furniture', 'repairs'], story: 'The cooker was condemned when the gas was checked, and the boiler is on its last legs. Owns the house, so there is no landlord; lives on very little. Her son has a learning disability.',
    next: [[9, 'reject', { by: 'furniture', why: 'We have no room at the moment', note: 'We have had no cookers since September.' }], [14, 'reject', { by: 'repairs', why: 'The person does not fit who we are here for', note: 'We only take up repairs with landlords.' }]] },
  { ago: 164, from: 'grace@linnet', first: 'Stacey', last: 'Fairhurst', born: '1995-10-16', gender: 'woman', children: 'under_five', household: 3, postcode: 'WA9 8ZQ', safe: 'phone text',
    needs: ['Homelessness prevention'], ask: ['duty', 'homeless'], answers: { eviction: 'yes', happened: ['notice'], landlord: 'private' }, story: 'Private landlord is selling. She has a two-month notice with five weeks of it left, two small children and a dog that she will not leave.',
    next: [[4, 'accept'], [70, 'handBack', { note: 'St Helens has a duty team of its own since this month. Please place it there, or with somebody who covers WA9.' }]] },
  { ago: 12, from: 'colm@mersey', first: 'Leonard', last: 'Pye', born: '1938-01-17', gender: 'man', household: 1, postcode: 'WA7 8ZQ', safe: 'phone',
    needs: ['Support for carers', 'Getting about'], ask: ['lifts'], story: 'Eighty-seven and looks after his wife, who is ninety-one. Rang because a neighbour told him to. Has not left the house for more than an hour since Easter.',
    next: [[2, 'reject', { why: 'Outside the area that we cover', note: 'Our drivers do not go south of the bridge.' }]] },
]
