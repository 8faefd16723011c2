/** The organisations of the demonstration's second network. None of them exists; the numbers are Ofcom's for drama. */
import type { DemoOrganisation } from '../organisations.ts'

export const estuaryOrganisations: readonly DemoOrganisation[] = [
  {
    key: 'estuary',
    name: 'Estuary Food Alliance',
    kind: 'Charity',
    about: 'Looks after the network of larders along the estuary, and drives the van that keeps them filled.',
    asks: 'Where the person can collect from, and whether anybody can collect for them.',
    phone: '0151 496 0300',
    city: 'Birkenhead',
    joined: 240,
  },
  {
    key: 'slipway',
    name: 'Slipway Larder',
    kind: 'Community group',
    about: 'Parcels and a larder in Birkenhead, packed for what each kitchen can cook.',
    asks: 'How many people, what they can cook with, and what to leave out.',
    phone: '0151 496 0310',
    city: 'Birkenhead',
    joined: 236,
  },
  {
    key: 'kettle',
    name: 'Kettle Street Warmth',
    kind: 'Charity',
    about: 'Fuel vouchers and a visit from somebody who knows about meters, damp and draughts.',
    asks: 'What sort of meter, and whether it has run out.',
    phone: '0151 496 0320',
    city: 'Runcorn',
    joined: 220,
  },
  {
    key: 'mending',
    name: 'The Mending Yard',
    kind: 'Social enterprise',
    about: 'Repairs beds, cookers and fridges, and delivers them to homes that have none.',
    asks: 'Stairs, parking, and a day on which somebody is in.',
    phone: '0151 496 0330',
    city: 'Garston',
    joined: 205,
  },
]
