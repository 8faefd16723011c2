/** Referrals that have ended: closed well or not, withdrawn, or nobody found. Nobody in them exists. */
import type { DemoReferral } from '../referral.ts'

// biome-ignore format: a table
export const endedReferrals: readonly DemoReferral[] = [
  // Closed, successful
  { ago: 330, from: 'moira@harbour', first: 'Marie', last: 'Tattersall', born: '1970-02-20', gender: 'woman', household: 1, postcode: 'L4 9XQ', safe: 'phone',
    needs: ['Emergency food'], ask: ['foodbank'], urgent: true, story: 'First wages in three weeks’ time after eight months out of work. Nothing left in the cupboards and too proud to ask her new colleagues.',
    next: [[2, 'accept'], [26, 'close', { outcome: 'advised', note: 'Two parcels collected; no longer needed once she was paid.' }]] },
  { ago: 325, from: 'ines@sandstone', first: 'Marek', last: 'Zielinski', born: '1976', gender: 'man', household: 4, children: 'school_age', postcode: 'L7 9XQ', safe: 'phone text',
    needs: ['Furniture and household goods'], ask: ['furniture'], story: 'Rehoused on Thursday after the fire. Insured for nothing. Beds for two boys are what matters.',
    next: [[5, 'accept'], [90, 'close', { outcome: 'advised', note: 'Bunk beds, a table and four chairs delivered.' }]] },
  { ago: 318, from: 'bernie@lamps', first: 'Theresa', last: 'Halsall', born: '1955-06-18', gender: 'woman', household: 1, postcode: 'L5 9XQ', safe: 'phone letter',
    needs: ['Help with energy bills', 'Benefits advice'], ask: ['energy', 'benefits'], story: 'Meter takes four pounds of every ten. Has a letter about Attendance Allowance that she put in a drawer, because it was long.',
    next: [[4, 'accept', { by: 'energy' }], [6, 'accept', { by: 'benefits' }], [60, 'close', { by: 'energy', outcome: 'representing', note: 'Debt moved to Fuel Direct; grant applied for.' }], [150, 'close', { by: 'benefits', outcome: 'representing', note: 'Attendance Allowance awarded, lower rate.' }]] },
  { ago: 312, from: 'kev@dockside', first: 'Ahmed', last: 'Saleh', born: '1983', gender: 'man', household: 1, postcode: 'CH42 9XQ', safe: 'phone text',
    needs: ['English classes'], ask: ['english'], story: 'Wants to move from the kitchen to the counter at work, and his manager says that English is all that stands between.',
    next: [[20, 'accept'], [70, 'close', { outcome: 'advised', note: 'Started level two.' }]] },
  { ago: 305, from: 'rufus@orchard', first: 'Norma', last: 'Winstanley', born: '1947-09-02', gender: 'woman', household: 1, postcode: 'L23 9XQ', safe: 'phone afternoons',
    needs: ['Getting about'], ask: ['lifts'], story: 'Six appointments at the eye clinic in as many weeks, and drops in her eyes that stop her from reading a bus number.',
    next: [[3, 'accept'], [200, 'close', { outcome: 'advised', note: 'All six done; she now drives about with us for company.' }]] },
  { ago: 290, from: 'sian@linnet', first: 'Chantelle', last: 'Moorcroft', born: '2000-03-15', gender: 'woman', children: 'expecting', household: 1, postcode: 'L36 9XQ', safe: 'text',
    needs: ['Baby basics'], ask: ['baby'], story: 'Due in a month, on her own, in a furnished room with a rail for clothes and nowhere for a cot yet.',
    next: [[2, 'accept'], [50, 'close', { outcome: 'advised', note: 'Cot, pram and two bags of clothes.' }]] },
  { ago: 260, from: 'linda@riverside', first: 'Darren', last: 'Eccleston', born: '1974-12-24', gender: 'man', household: 1, postcode: 'L11 9XQ', safe: 'phone voicemail',
    needs: ['Debt advice', 'Emergency food'], ask: ['debt', 'foodNorth', 'foodbank'], story: 'Bailiffs at the door on Monday for a fine that he thought he had paid. Lives on what the corner shop gives him at closing time.',
    next: [[2, 'accept', { by: 'foodNorth' }], [4, 'accept', { by: 'debt' }], [60, 'close', { by: 'foodNorth', outcome: 'advised' }], [130, 'close', { by: 'debt', outcome: 'representing', note: 'Fine found paid; bailiffs withdrawn, and their fee returned.' }]] },
  { ago: 240, from: 'yusuf@peninsula', first: 'Parisa', last: 'Ahmadi', born: '1998-05-30', gender: 'woman', household: 1, postcode: 'CH41 9XQ', safe: 'text email',
    needs: ['Getting online'], ask: ['devices'], story: 'Has a place on a nursing access course that is half online. A phone is not enough for the reading.',
    next: [[3, 'accept'], [45, 'close', { outcome: 'advised', note: 'Tablet and data for six months.' }]] },
  { ago: 222, from: 'nadia@wavecrest', first: 'Louise', last: 'Marsden', born: '1987', gender: 'woman', children: 'school_age', household: 3, postcode: 'L18 9XQ', safe: 'email quiet', avoid: 'Wavecrest',
    needs: ['Finding a home'], ask: ['homeless'], story: 'Ready to move on after seven months with us. Needs somewhere near the boys’ school, in her own name alone.',
    next: [[4, 'accept'], [160, 'close', { outcome: 'representing', note: 'Tenancy signed.' }]] },

  // Closed, unsuccessful
  { ago: 300, from: 'jade@kite', first: 'Kieran', last: 'Formby', born: '2005-08-01', gender: 'man', household: 3, postcode: 'L21 9XQ', safe: 'text',
    needs: ['Finding work'], ask: ['jobCoach'], story: 'Finished his course and keeps being told that he needs experience to get experience. Wants warehouse or outdoors.',
    next: [[20, 'accept'], [120, 'close', { outcome: 'silent', note: 'Four texts and a letter; no answer.' }]] },
  { ago: 285, from: 'owen@sandstone', first: 'Ruth', last: 'Ibbotson', born: '1963-04-12', gender: 'woman', household: 1, postcode: 'L16 9XQ', safe: 'phone',
    needs: ['Counselling'], ask: ['counselling'], story: 'Lost her sister and then her job within a month. Says that she is fine, in a way that tells us that she is not.',
    next: [[28, 'accept'], [90, 'close', { outcome: 'withdrawn', note: 'She has found a group at her church, and thanks us.' }]] },
  { ago: 210, from: 'tom@harbour', first: 'Wayne', last: 'Critchley', born: '1977-10-05', gender: 'man', household: 1, postcode: 'WA10 9XQ', safe: 'phone text',
    needs: ['Drugs and alcohol'], ask: ['recovery'], story: 'Half his money goes on the one thing that stops him from thinking about the other half. Said so himself and asked whom to ring.',
    next: [[3, 'accept'], [70, 'close', { outcome: 'elsewhere', note: 'Known to the hospital team, who have picked him up again.' }]] },

  // Withdrawn
  { ago: 270, from: 'mei@orchard', first: 'Geraldine', last: 'Unsworth', born: '1953', gender: 'woman', household: 2, postcode: 'WA12 9XQ', safe: 'phone',
    needs: ['Loneliness and company'], ask: ['linkWorkers', 'helpline'], story: 'Would like somebody to go to the cinema with on a weekday, when it is cheap and quiet.',
    next: [[22, 'withdraw', { why: 'The need was met another way', note: 'Her cousin has moved back to Newton.' }]] },
  { ago: 180, from: 'asha@lamps', first: 'Callum', last: 'Deakin', born: '1990-06-09', gender: 'man', household: 1, postcode: 'L13 9XQ', safe: 'phone text',
    needs: ['Emergency food', 'Finding work'], ask: ['foodbank', 'jobCoach'], story: 'Between jobs on sites; the next starts in a fortnight if the weather holds. A parcel to bridge it, and a second iron in the fire.',
    next: [[2, 'accept', { by: 'foodbank' }], [40, 'withdraw', { why: 'The person no longer wants this help', note: 'Started work early, and says thank you.' }]] },
  { ago: 118, from: 'sian@linnet', first: 'Megan', last: 'Atherton', born: '2002-01-27', gender: 'woman', children: 'under_five', household: 2, postcode: 'L35 9XQ', safe: 'text',
    needs: ['Parenting support'], ask: ['parents'], story: 'Her son bites when he is cross and nursery have rung twice. She is at the end of her rope and only needs to hear that it passes.',
    next: [[1, 'withdraw', { why: 'Sent twice or by mistake' }]] },

  // Nobody found
  { ago: 265, from: 'linda@riverside', first: 'Olwen', last: 'Rees', born: '1940-03-01', gender: 'woman', household: 1, postcode: 'L40 9XQ', safe: 'phone letter mornings',
    needs: ['Getting about'], ask: ['lifts'], story: 'Lives at the end of a lane beyond Burscough with a bus on market days. Dialysis three times a week; the hospital car has been stopped.',
    next: [[20, 'reject', { why: 'Outside the area that we cover' }], [30, 'closeAsUnmet', { why: 'No service covers where the person lives', note: 'Asked three lift schemes by phone; none goes so far. Raised with the hospital.' }]] },
  { ago: 195, from: 'owen@sandstone', first: 'Craig', last: 'Haselden', born: '1985-11-19', gender: 'man', household: 1, postcode: 'L6 9XQ', safe: 'phone text',
    needs: ['Finding a home', 'Counselling'], ask: ['homeless', 'youthTalk', 'counselling'], story: 'Out of prison since Monday with a tent. Probation have done what they can. Wants a room with a door that he can shut, and somebody to talk to about his dad.',
    next: [[3, 'reject', { by: 'homeless', why: 'We have no room at the moment' }], [5, 'reject', { by: 'youthTalk', why: 'The person does not fit who we are here for', note: 'We are for under-25s.' }], [26, 'closeAsUnmet', { needs: ['Finding a home'], why: 'Every service is full', note: 'No bed or room in any borough this week; he is on three lists.' }], [34, 'accept', { by: 'counselling' }]] },
  // Placed by the coordinator after everybody declined
  { ago: 235, from: 'moira@harbour', first: 'Sheila', last: 'Rimmington', born: '1968-08-13', gender: 'woman', household: 1, postcode: 'CH62 9XQ', safe: 'phone voicemail',
    needs: ['Help with energy bills'], ask: ['energy'], story: 'Smart meter stuck on prepayment since the move, and the supplier says that the account is not hers. No heating for six days.',
    next: [[3, 'reject', { why: 'Outside the area that we cover', note: 'Wirral is beyond us, sorry.' }], [6, 'place', { to: 'crisis', note: 'She has been without heating for six days: a voucher today, please.' }], [9, 'accept'], [60, 'close', { outcome: 'representing', note: 'Voucher the same day; account put right by the supplier.' }]] },
]
