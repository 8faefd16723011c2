/** What is sent by the form of the demonstration's second network, two of them into both. Nobody in them exists. */
import type { DemoReferral } from '../referral.ts'

// biome-ignore format: a table
export const estuaryReferrals: readonly DemoReferral[] = [
  { ago: 4, exact: true, from: 'errol@slipway', first: 'Maureen', last: 'Tibbles', born: '1956-02-20', gender: 'woman', postcode: 'CH43 7YQ', safe: 'phone mornings voicemail',
    needs: ['Fuel voucher'], ask: ['fuel', 'councilFuel'], answers: { people: '1', meter: 'key', run_out: 'yes' }, story: 'Collected a parcel of cold food because the meter has been off since Saturday. She sleeps in her coat and will not ring her son.' },
  { ago: 49, exact: true, from: 'winnie@kettle', first: 'Tobiasz', last: 'Wrona', born: '1989', gender: 'man', postcode: 'WA8 7YQ', safe: 'text evenings',
    needs: ['Beds and bedding'], ask: ['beds'], answers: { people: '4', under_16: '2', infant: 'no' }, story: 'Found on a visit about the damp: two boys and their father share one mattress in the dry room. He is decorating the other as he can afford it.',
    next: [[5, 'accept']] },
  { ago: 122, from: 'linda@riverside', first: 'Carys', last: 'Ollerton', born: '1994-12-01', gender: 'woman', postcode: 'L24 7YQ', safe: 'phone text',
    needs: ['Cooker or fridge'], ask: ['cookers'], answers: { people: '3', under_16: '2', infant: 'no' }, story: 'Moved from a hostel to a flat with an empty kitchen. Living on sandwiches with her two girls until something can be found to cook on.',
    next: [[4, 'reject', { why: 'We have no room at the moment', note: 'Four cookers are promised already; try again at the end of the month.' }]] },
  { ago: 66, from: 'linda@riverside', first: 'Desmond', last: 'Harkaway', born: '1970-07-15', gender: 'man', postcode: 'L8 7YQ', safe: 'phone afternoons',
    needs: ['Food parcel'], ask: ['slipwayParcels', 'van'], answers: { people: '2', today: 'no', cook: ['kettle'], collect: 'no' },
    linked: { needs: ['Debt advice'], ask: ['debt'], next: [[26, 'accept']] },
    story: 'His card was stopped by a bailiff’s fee and there is nothing left until the ninth. His brother lives with him and is not well. Food first; then somebody to look at the letters in the drawer.',
    next: [[2, 'accept'], [40, 'close', { outcome: 'representing', note: 'Parcel brought on the day and another on Friday.' }]] },
  { ago: 31, from: 'grace@linnet', first: 'Roisin', last: 'Dunlevy', born: '1999-04-27', gender: 'woman', postcode: 'L36 7YQ', safe: 'text quiet mornings',
    needs: ['Food for a baby'], ask: ['slipwayParcels'], answers: { people: '2', under_16: '1', infant: 'yes' },
    linked: { needs: ['Baby basics'], ask: ['baby'], next: [[3, 'ask', { note: 'Does she have a cot that she can take with her when she moves?' }]] },
    story: 'Her little boy is six months old and ready for more than milk. She is between two addresses, carries everything on the bus, and asks for as little as she can.',
    next: [[5, 'reject', { why: 'Outside the area that we cover', note: 'Huyton is beyond us; the family centre there may be nearer.' }]] },
]
