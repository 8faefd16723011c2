/** Who can sign in to the demonstration's second network, besides those of organisations in both. None of them exists. */
import { type DemoUser, one } from '../people.ts'

export const estuaryUsers: readonly DemoUser[] = [
  { ...one('estuary', 'primary', 'Bronagh Keel', 'bronagh'), grant: 'coordinator' },
  one('slipway', 'primary', 'Errol Tansley', 'errol'),
  one('kettle', 'primary', 'Winnie Marsh', 'winnie'),
  one('mending', 'primary', 'Piotr Gale', 'piotr'),
]
