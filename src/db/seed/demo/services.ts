/** What the organisations of the demonstration’s first network offer: every kind of catchment, some full, one taking nobody, some for some people only. */
import type { Catchment } from '../../../domain/catchment.ts'
import type { Restrictions } from '../../../domain/service.ts'
import type { Way } from '../../../domain/service-sections.ts'

export type DemoService = {
  key: string
  of: string
  name: string
  /** Labels of categories. */
  does: readonly string[]
  at: string | null
  reach: Catchment
  /** How many at a time; null: no limit; 0: nobody now. */
  room: number | null
  open: string
  about: string
  only?: Restrictions
  unlisted?: boolean
  /** How else to come to it; left out: people ask for themselves, and call where there is no place to go to. */
  ways?: readonly Way[]
  /** Closed from so many days from now, for so many days. */
  closed?: { from: number; days: number; reason: string }
}

export const everywhere: Catchment = { kind: 'everywhere' }
export const network: Catchment = { kind: 'network' }
export const within = (metres: number): Catchment => ({ kind: 'radius', metres })
export const districts = (...codes: string[]): Catchment => ({ kind: 'districts', districts: codes })
export const boroughs = (...names: (keyof typeof gss)[]): Catchment => ({
  kind: 'authorities',
  authorities: names.map(name => gss[name]),
})
const gss = {
  liverpool: 'E08000012',
  knowsley: 'E08000011',
  sefton: 'E08000014',
  sthelens: 'E08000013',
  halton: 'E06000006',
  wirral: 'E08000015',
}
/** Along the docks, as somebody would draw it with a finger. */
const docks: Catchment = {
  kind: 'drawn',
  shape: {
    type: 'MultiPolygon',
    // biome-ignore format: corners
    coordinates: [
      [[[-3.03, 53.47], [-3.01, 53.44], [-3.005, 53.41], [-2.985, 53.39], [-2.95, 53.4], [-2.945, 53.43], [-2.97, 53.46], [-3.03, 53.47]]],
    ],
  },
}
/** Two parts: the villages by the dunes, and Southport. */
const coast: Catchment = {
  kind: 'drawn',
  shape: {
    type: 'MultiPolygon',
    // biome-ignore format: corners
    coordinates: [
      [[[-3.11, 53.55], [-3.06, 53.52], [-3.02, 53.53], [-3.02, 53.57], [-3.06, 53.6], [-3.11, 53.55]]],
      [[[-3.05, 53.62], [-2.96, 53.62], [-2.92, 53.67], [-2.96, 53.7], [-3.05, 53.65], [-3.05, 53.62]]],
    ],
  },
}
const over60: Restrictions = { ages: { from: 60, to: null } }
const under25: Restrictions = { ages: { from: 11, to: 24 } }
const women: Restrictions = { groups: { gender: ['woman'] } }
const families: Restrictions = { groups: { children: ['expecting', 'under_five', 'school_age'] } }

// biome-ignore format: a table
export const merseyServices: readonly DemoService[] = [
  { key: 'helpline', of: 'mersey', name: 'Mersey Helpline', does: ['Budgeting and banking', 'Loneliness and company'], at: null, reach: everywhere, room: null, open: 'Mon-Fri 9am-8pm, Sat 10am-4pm', about: 'Somebody to listen and to find the right door.' },
  { key: 'navigators', of: 'mersey', name: 'Community Navigators', does: ['Social prescribing', 'Getting online'], at: 'pierHouse', reach: network, room: 12, open: 'Mon-Fri 9.30am-4.30pm', about: 'Goes along to the first appointments.' },

  { key: 'debt', of: 'harbour', name: 'Debt Advice', does: ['Debt advice', 'Budgeting and banking'], at: 'pierHouse', reach: network, room: 10, open: 'Mon-Thu 9am-5pm, Fri 9am-1pm', about: 'Arrears, bailiffs, court papers; help to plan and to write.' },
  { key: 'docksideDebt', of: 'harbour', name: 'Docks Debt Drop-in', does: ['Debt advice'], at: 'lampHall', reach: docks, room: 3, open: 'Tue and Thu 10am-1pm', about: 'First help without an appointment, north docks.', ways: ['drop_in'] },
  { key: 'benefits', of: 'harbour', name: 'Benefits Advice', does: ['Benefits advice'], at: 'pierHouse', reach: network, room: 12, open: 'Mon-Fri 9am-4pm', about: 'Checks, forms, reviews and appeals.' },
  { key: 'energy', of: 'harbour', name: 'Warm Homes Desk', does: ['Help with energy bills'], at: 'pierHouse', reach: boroughs('liverpool', 'sefton', 'knowsley'), room: 8, open: 'Mon, Wed and Fri 10am-3pm', about: 'Meters, arrears and grants.' },

  { key: 'foodbank', of: 'lamps', name: 'Three Lamps Food Bank', does: ['Emergency food'], at: 'lampHall', reach: districts('L4', 'L5', 'L6', 'L9', 'L11', 'L13', 'L20'), room: 20, open: 'Mon, Wed and Fri 11am-2pm', about: 'A parcel for three days, more for families.', ways: ['professional', 'drop_in'] },
  { key: 'foodNorth', of: 'lamps', name: 'Emergency Food, Norris Green', does: ['Emergency food'], at: 'lampAnnexe', reach: within(6000), room: 6, open: 'Tue and Thu 12pm-3pm, Sat 10am-12pm', about: 'Collection, or delivery for those who cannot carry.' },
  { key: 'pantry', of: 'lamps', name: 'Three Lamps Pantry', does: ['Food pantry'], at: 'lampHall', reach: districts('L4', 'L5', 'L6', 'L9', 'L13'), room: 40, open: 'Thu 10am-4pm', about: 'Weekly shopping for £4.', ways: ['drop_in'] },
  { key: 'meals', of: 'lamps', name: 'Thursday Table', does: ['Community meals', 'Loneliness and company'], at: 'lampHall', reach: everywhere, room: null, open: 'Thu 5pm-8pm', about: 'A hot meal in company; just come.', ways: ['drop_in'] },

  { key: 'homeless', of: 'sandstone', name: 'Homelessness Prevention', does: ['Homelessness prevention', 'Finding a home', 'Legal advice on a home'], at: 'sandstone', reach: boroughs('liverpool', 'knowsley'), room: 9, open: 'Mon-Fri 9am-5pm', about: 'Notices, arrears of rent, somewhere to go; a legal adviser on hearing days.' },
  { key: 'repairs', of: 'sandstone', name: 'Housing Conditions', does: ['Repairs and conditions'], at: 'sandstone', reach: network, room: 6, open: 'Tue-Thu 10am-4pm', about: 'Damp, mould and heating; letters and visits.' },
  { key: 'furniture', of: 'sandstone', name: 'Furniture Store', does: ['Furniture and household goods'], at: 'southCentre', reach: within(15000), room: 15, open: 'Wed 10am-6pm, Sat 9am-1pm', about: 'Good second-hand furniture, delivered.', closed: { from: 3, days: 4, reason: 'Stocktaking' }, ways: ['professional'] },
  { key: 'deposit', of: 'sandstone', name: 'Deposit Guarantee', does: ['Finding a home'], at: 'sandstone', reach: network, room: 0, open: 'Mon-Fri 10am-3pm', about: 'Guarantees a deposit for a private let. This year’s fund is spent.', ways: ['professional'] },

  { key: 'mentoring', of: 'kite', name: 'Kite Mentors', does: ['Youth support'], at: 'kiteYard', reach: boroughs('sefton', 'liverpool'), room: 10, open: 'Mon-Fri 3pm-8pm', about: 'One mentor, every week, for as long as it takes.', only: under25 },
  { key: 'firstJobs', of: 'kite', name: 'First Jobs', does: ['Finding work'], at: 'kiteYard', reach: network, room: 8, open: 'Tue and Thu 1pm-7pm', about: 'A first CV, a first interview, a first wage.', only: { ages: { from: 16, to: 24 } } },
  { key: 'youngCarers', of: 'kite', name: 'Young Carers’ Club', does: ['Young carers'], at: 'kiteYard', reach: network, room: 14, open: 'Sat 11am-4pm', about: 'A day off, and others who understand.', only: { ages: { from: 8, to: 18 } } },
  { key: 'youthTalk', of: 'kite', name: 'Talk at Kite', does: ['Counselling'], at: 'kiteYard', reach: boroughs('sefton', 'liverpool', 'knowsley'), room: 4, open: 'Mon-Thu 2pm-7pm', about: 'Counselling for young people, twelve weeks.', only: under25, ways: ['self', 'professional', 'web_form'] },

  { key: 'circle', of: 'saltwood', name: 'Saltwood Circle', does: ['Loneliness and company', 'Community meals'], at: 'saltwood', reach: districts('L20', 'L21', 'L22', 'L23', 'L30', 'L31', 'L9', 'L10'), room: 25, open: 'Mon, Wed and Fri 10am-3pm', about: 'Lunch, music and company.', only: over60, ways: ['self', 'drop_in'] },
  { key: 'lifts', of: 'saltwood', name: 'Lifts and Errands', does: ['Getting about', 'Help at home'], at: 'saltwood', reach: within(9000), room: 10, open: 'Mon-Fri 9am-4pm', about: 'Volunteer drivers and shoppers.', only: over60 },
  { key: 'handy', of: 'saltwood', name: 'Handy Neighbours', does: ['Help at home', 'Repairs and conditions'], at: 'saltwood', reach: boroughs('sefton', 'liverpool'), room: 5, open: 'Tue-Fri 9am-3pm', about: 'Grab rails, light bulbs, key safes.', only: over60 },
  { key: 'coastCalls', of: 'saltwood', name: 'Coast Telephone Friends', does: ['Loneliness and company'], at: 'pinewood', reach: coast, room: 12, open: 'Mon-Sat 9am-6pm', about: 'A call every week from the same voice.', only: over60, ways: ['self', 'phone'] },

  { key: 'outreach', of: 'wavecrest', name: 'Wavecrest Outreach', does: ['Domestic abuse'], at: 'wavecrest', reach: network, room: 10, open: 'Mon-Fri 9am-6pm', about: 'Safety planning, help to leave or to stay safely.', only: women, ways: ['self', 'phone', 'professional'] },
  { key: 'refuge', of: 'wavecrest', name: 'Wavecrest Refuge', does: ['Domestic abuse', 'Finding a home'], at: 'wavecrest', reach: everywhere, room: 2, open: 'daily 8am-10pm', about: 'A safe place for women and their children.', only: women, unlisted: true },
  { key: 'hateCrime', of: 'wavecrest', name: 'Stand By Me', does: ['Hate crime'], at: null, reach: network, room: null, open: 'Mon-Fri 9am-5pm', about: 'Reporting hate crime with somebody at your side. Open to everyone.' },

  { key: 'jobCoach', of: 'dockside', name: 'Job Coaches', does: ['Finding work'], at: 'dockside', reach: network, room: 20, open: 'Mon-Thu 9am-5pm, Fri 9am-3pm', about: 'CVs, interviews, and a coach for the first month.', ways: ['self', 'web_form'] },
  { key: 'devices', of: 'dockside', name: 'Devices and Data', does: ['Getting online'], at: 'dockside', reach: boroughs('wirral', 'liverpool'), room: 15, open: 'Tue and Fri 10am-4pm', about: 'A tablet on loan, data for six months, and lessons.' },
  { key: 'wirralLearn', of: 'dockside', name: 'Learning on the Coast', does: ['Getting online', 'Finding work'], at: 'westKirby', reach: districts('CH46', 'CH47', 'CH48', 'CH49', 'CH60', 'CH61'), room: 8, open: 'Mon and Wed 10am-2pm', about: 'Small groups, at your own pace.' },

  { key: 'parents', of: 'linnet', name: 'Parents Together', does: ['Parenting support'], at: 'linnet', reach: boroughs('knowsley', 'sthelens', 'liverpool'), room: 16, open: 'Mon-Thu 9.30am-2.30pm', about: 'Groups and home visits.', only: families },
  { key: 'baby', of: 'linnet', name: 'Baby Basics', does: ['Baby basics', 'Furniture and household goods'], at: 'linnet', reach: network, room: 12, open: 'Wed and Fri 10am-1pm', about: 'A cot, a pram, nappies and clothes.', only: families, ways: ['professional'] },
  { key: 'kirkbyFamilies', of: 'linnet', name: 'Kirkby Family Workers', does: ['Parenting support', 'Benefits advice'], at: 'kirkby', reach: districts('L32', 'L33'), room: 5, open: 'Mon-Fri 9am-3pm', about: 'One worker for the whole family.', only: families },

  { key: 'counselling', of: 'orchard', name: 'Orchard Lane Counselling', does: ['Counselling'], at: 'orchard', reach: network, room: 4, open: 'Mon-Fri 10am-7pm', about: 'Up to twelve sessions, at the centre or by phone.', only: { ages: { from: 18, to: null } }, ways: ['self', 'professional'] },
  { key: 'linkWorkers', of: 'orchard', name: 'Link Workers', does: ['Social prescribing', 'Loneliness and company'], at: 'orchard', reach: boroughs('sthelens', 'halton', 'knowsley'), room: 18, open: 'Mon-Fri 9am-5pm', about: 'What matters to you, not what is the matter with you.' },
  { key: 'recovery', of: 'orchard', name: 'Recovery Rooms', does: ['Drugs and alcohol'], at: 'glassworks', reach: network, room: 12, open: 'Mon-Fri 12pm-8pm, Sat 10am-2pm', about: 'Groups and one-to-one; families welcome.', ways: ['drop_in', 'self'] },

  { key: 'english', of: 'peninsula', name: 'English for Everyone', does: ['English classes'], at: 'dockside', reach: everywhere, room: 30, open: 'Mon-Thu 10am-12.30pm', about: 'Three levels, with a crèche.', ways: ['drop_in', 'self'] },
  { key: 'status', of: 'peninsula', name: 'Status and Settlement', does: ['Immigration advice'], at: 'pierHouse', reach: network, room: 4, open: 'Tue and Thu 10am-4pm', about: 'Regulated immigration advice, by appointment.', ways: ['professional', 'phone'] },
  { key: 'welcome', of: 'peninsula', name: 'Welcome Friends', does: ['Loneliness and company', 'Social prescribing'], at: 'dockside', reach: boroughs('wirral', 'liverpool'), room: 20, open: 'Wed 5pm-8pm, Sat 12pm-4pm', about: 'A friend for the first year.' },

  { key: 'crisis', of: 'riverside', name: 'Crisis Grants', does: ['Emergency food', 'Help with energy bills', 'Furniture and household goods'], at: 'pierHouse', reach: network, room: null, open: 'Mon-Fri 9am-5pm', about: 'Vouchers and grants where there is nobody else.', ways: ['professional'] },
  { key: 'duty', of: 'riverside', name: 'Housing Duty Desk', does: ['Homelessness prevention'], at: 'pierHouse', reach: network, room: 20, open: 'Mon-Fri 9am-5pm', about: 'The councils’ duty to people who are or will be homeless.', ways: ['drop_in', 'phone'] },

  { key: 'carersBreak', of: 'tidewell', name: 'Breaks for Carers', does: ['Support for carers'], at: 'weaver', reach: boroughs('halton', 'knowsley', 'sthelens'), room: 10, open: 'Mon-Fri 9am-4pm', about: 'Somebody to sit in while you go out.' },
  { key: 'carersTalk', of: 'tidewell', name: 'Carers’ Coffee', does: ['Support for carers', 'Loneliness and company'], at: 'chapel', reach: everywhere, room: null, open: 'Wed 10am-12pm', about: 'Other carers, cake, no forms.', ways: ['drop_in'] },
]
