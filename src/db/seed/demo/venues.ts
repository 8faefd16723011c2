/** Where the demonstration's services are given: invented addresses at places drawn by eye. */

export type DemoVenue = {
  name: string
  address: string
  city: string
  postcode: string
  latitude: number
  longitude: number
  authority: string
  access?: string
  /** A refuge: never shown to the public. */
  secret?: boolean
}

// biome-ignore format: a table
export const merseyVenues: Record<string, DemoVenue> = {
  pierHouse:    { name: 'Pier House', address: '4 Lantern Quay', city: 'Liverpool', postcode: 'L3 9ZQ', latitude: 53.407, longitude: -2.991, authority: 'E08000012', access: 'Lift to all floors; hearing loop at the desk.' },
  lampHall:     { name: 'Lamp Hall', address: '112 Ropewalk Road', city: 'Liverpool', postcode: 'L4 9ZQ', latitude: 53.438, longitude: -2.964, authority: 'E08000012', access: 'Ramp at the side door.' },
  lampAnnexe:   { name: 'Old Library', address: '2 Tallow Street', city: 'Liverpool', postcode: 'L11 9ZQ', latitude: 53.451, longitude: -2.913, authority: 'E08000012' },
  sandstone:    { name: 'Sandstone House', address: '37 Quarry Terrace', city: 'Liverpool', postcode: 'L8 9ZQ', latitude: 53.391, longitude: -2.962, authority: 'E08000012', access: 'Step-free; accessible toilet.' },
  southCentre:  { name: 'Garston Neighbourhood Rooms', address: '9 Bottlemaker Lane', city: 'Liverpool', postcode: 'L19 9ZQ', latitude: 53.352, longitude: -2.899, authority: 'E08000012' },
  kiteYard:     { name: 'The Kite Yard', address: '5 Kite Street', city: 'Bootle', postcode: 'L20 9ZQ', latitude: 53.452, longitude: -2.992, authority: 'E08000014', access: 'Step-free; sensory room.' },
  saltwood:     { name: 'Saltwood Rooms', address: '60 Marram Avenue', city: 'Crosby', postcode: 'L23 9ZQ', latitude: 53.489, longitude: -3.027, authority: 'E08000014', access: 'Step-free; parking at the door.' },
  pinewood:     { name: 'Pinewood Hall', address: '14 Squirrel Walk', city: 'Southport', postcode: 'PR8 9ZQ', latitude: 53.638, longitude: -3.006, authority: 'E08000014' },
  wavecrest:    { name: 'Wavecrest', address: 'Address given by phone', city: 'Liverpool', postcode: 'L1 9ZQ', latitude: 53.403, longitude: -2.978, authority: 'E08000012', secret: true },
  dockside:     { name: 'Dockside Works', address: '21 Capstan Street', city: 'Birkenhead', postcode: 'CH41 9ZQ', latitude: 53.394, longitude: -3.022, authority: 'E08000015', access: 'Lift; adjustable desks.' },
  westKirby:    { name: 'Sandpiper Rooms', address: '3 Slipway Road', city: 'West Kirby', postcode: 'CH48 9ZQ', latitude: 53.373, longitude: -3.183, authority: 'E08000015' },
  linnet:       { name: 'Linnet House', address: '18 Hedgerow Close', city: 'Huyton', postcode: 'L36 9ZQ', latitude: 53.411, longitude: -2.839, authority: 'E08000011', access: 'Step-free; baby changing.' },
  kirkby:       { name: 'Northfield Rooms', address: '7 Windmill Parade', city: 'Kirkby', postcode: 'L32 9ZQ', latitude: 53.481, longitude: -2.891, authority: 'E08000011' },
  orchard:      { name: 'Orchard Lane Centre', address: '1 Orchard Lane', city: 'St Helens', postcode: 'WA10 9ZQ', latitude: 53.453, longitude: -2.741, authority: 'E08000013', access: 'Step-free; quiet waiting room.' },
  glassworks:   { name: 'Glassworks Rooms', address: '44 Kiln Street', city: 'St Helens', postcode: 'WA9 9ZQ', latitude: 53.438, longitude: -2.717, authority: 'E08000013' },
  weaver:       { name: 'Weaver Bank Rooms', address: '30 Saltboat Way', city: 'Runcorn', postcode: 'WA7 9ZQ', latitude: 53.333, longitude: -2.705, authority: 'E06000006' },
  chapel:       { name: 'Old Chapel', address: '8 Alkali Road', city: 'Widnes', postcode: 'WA8 9ZQ', latitude: 53.366, longitude: -2.737, authority: 'E06000006' },
}
