/** What the organisations of the demonstration's second network offer, and where: drawn by eye, coarse. */
import type { Catchment } from '../../../../domain/catchment.ts'
import { boroughs, type DemoService, districts, network, within } from '../services.ts'
import type { DemoVenue } from '../venues.ts'

/** Both ends of the ferry, as somebody would draw it with a finger. */
const banks: Catchment = {
  kind: 'drawn',
  shape: {
    type: 'MultiPolygon',
    // biome-ignore format: corners
    coordinates: [
      [[[-3.06, 53.43], [-3.07, 53.38], [-3.0, 53.33], [-2.97, 53.37], [-2.94, 53.4], [-2.94, 53.45], [-2.99, 53.46], [-3.06, 53.43]]],
    ],
  },
}

// biome-ignore format: a table
export const estuaryVenues: Readonly<Record<string, DemoVenue>> = {
  boathouse:  { name: 'The Boathouse', address: '11 Slipway Street', city: 'Birkenhead', postcode: 'CH42 9ZQ', latitude: 53.37, longitude: -3.02, authority: 'E08000015', access: 'Ramp from the car park.' },
  kettleHall: { name: 'Kettle Street Hall', address: '2 Kettle Street', city: 'Runcorn', postcode: 'WA7 9YQ', latitude: 53.34, longitude: -2.73, authority: 'E06000006' },
  yard:       { name: 'The Mending Yard', address: '40 Cooperage Lane', city: 'Liverpool', postcode: 'L19 9YQ', latitude: 53.35, longitude: -2.9, authority: 'E08000012', access: 'Step-free; loading bay.' },
}

// biome-ignore format: a table
export const estuaryServices: readonly DemoService[] = [
  { key: 'van', of: 'estuary', name: 'The Larder Van', does: ['Food parcel', 'Meals delivered'], at: null, reach: network, room: 8, open: 'Mon-Fri 10am-6pm', about: 'Brings a parcel to the door where nobody can collect one.' },
  { key: 'slipwayParcels', of: 'slipway', name: 'Slipway Parcels', does: ['Food parcel', 'Food for a baby'], at: 'boathouse', reach: banks, room: 15, open: 'Mon, Tue, Thu and Fri 10am-2pm', about: 'Three days of food, packed for the kitchen that it goes to.' },
  { key: 'haltonParcels', of: 'kettle', name: 'Halton Parcels', does: ['Food parcel'], at: 'kettleHall', reach: districts('WA7', 'WA8'), room: 10, open: 'Mon, Wed and Fri 11am-3pm', about: 'Collection from the hall; soup while you wait.' },
  { key: 'fuel', of: 'kettle', name: 'Fuel Vouchers', does: ['Fuel voucher'], at: 'kettleHall', reach: boroughs('halton', 'knowsley', 'liverpool', 'wirral'), room: 12, open: 'Mon-Fri 9am-5pm', about: 'A voucher by text the same day, for most meters.' },
  { key: 'beds', of: 'mending', name: 'A Bed Each', does: ['Beds and bedding'], at: 'yard', reach: within(18000), room: 6, open: 'Tue-Sat 9am-4pm', about: 'Delivered and put together.' },
  { key: 'cookers', of: 'mending', name: 'Cookers and Fridges', does: ['Cooker or fridge'], at: 'yard', reach: boroughs('liverpool', 'knowsley'), room: 4, open: 'Tue-Sat 9am-4pm', about: 'Repaired, tested, and fitted by somebody who may.' },
  { key: 'firstFoods', of: 'linnet', name: 'First Foods', does: ['Food for a baby'], at: 'linnet', reach: boroughs('knowsley', 'liverpool'), room: 10, open: 'Wed and Fri 10am-1pm', about: 'First foods, a steriliser, and somebody to ask.' },
  { key: 'councilFuel', of: 'riverside', name: 'Council Fuel Fund', does: ['Fuel voucher', 'Cooker or fridge'], at: 'pierHouse', reach: network, room: null, open: 'Mon-Fri 9am-5pm', about: 'Grants from the councils’ winter fund.' },
]
