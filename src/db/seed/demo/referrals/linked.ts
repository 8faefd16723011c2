/** One form, two networks: what the first network's form sent into both. `linked` is the part in the other one. Nobody in them exists. */
import type { DemoReferral } from '../referral.ts'

// biome-ignore format: a table
export const linkedReferrals: readonly DemoReferral[] = [
  { ago: 7.5, exact: true, from: 'tom@harbour', first: 'Josephine', last: 'Larch', born: '1976-06-18', gender: 'woman', children: 'school_age', household: 4, postcode: 'L8 7XQ', street: '21 Foundry Walk', safe: 'phone text mornings voicemail',
    needs: ['Legal advice on a home', 'Homelessness prevention'], ask: ['homeless'], urgent: true, answers: { eviction: 'yes', happened: ['arrears', 'hearing'], hearing_date: '2031-03-04', arrears_owed: '1840', landlord: 'association' },
    linked: { needs: ['Food parcel', 'Fuel voucher'], ask: ['van', 'fuel'], next: [[2, 'accept', { by: 'van' }]] },
    story: 'Possession hearing at the county court, and she did not open the letter until her daughter did. Everything has gone on the arrears since, so there is little food in and the meter is on emergency credit.' },
  { ago: 97, from: 'moira@harbour', first: 'Glenys', last: 'Postlethwaite', born: '1962-10-03', gender: 'woman', household: 1, postcode: 'CH42 7XQ', safe: 'phone afternoons',
    needs: ['Benefits advice'], ask: ['benefits'],
    linked: { needs: ['Food parcel'], ask: ['slipwayParcels'], next: [[3, 'accept'], [50, 'close', { outcome: 'representing', note: 'Two parcels, and a place at the Thursday soup.' }]] },
    story: 'Waiting for a decision on her disability benefit since July, and lives on what is left when the rent is paid. Ate with us today and asked whether she might take the rest home.',
    next: [[20, 'accept']] },
  { ago: 142, from: 'ines@sandstone', first: 'Bashir', last: 'Noorzai', born: '1987', gender: 'man', children: 'under_five', household: 6, postcode: 'L19 7XQ', safe: 'text phone evenings',
    needs: ['English classes'], ask: ['english'],
    linked: { needs: ['Beds and bedding'], ask: ['beds'], next: [[22, 'accept'], [70, 'assignOutcome', { outcome: 'representing', note: 'Three of the five beds delivered; two more on Saturday.' }]] },
    story: 'Moved with his wife and four children into a house with carpets and nothing else. The youngest sleep in the suitcase. He has some English and would like to have enough to work as an electrician again.',
    next: [[24, 'accept']] },
]
