/** The kinds of support of the demonstration's second network, in words of its own. Icons are Lucide's. */
import { flatten } from '../categories.ts'

export const estuaryCategories = flatten([
  {
    label: 'Something to eat',
    icon: 'utensils',
    description: 'Food today, and food for who cannot cook.',
    leaves: {
      'Food parcel': 'Three days of food for everybody in the household.',
      'Food for a baby': 'First foods and what goes with them.',
      'Meals delivered': 'For those who cannot cook or go out.',
    },
  },
  {
    label: 'Help for the household',
    icon: 'house',
    description: 'Warmth, beds and what a kitchen needs.',
    leaves: {
      'Fuel voucher': 'For a prepayment meter that has run out or soon will.',
      'Beds and bedding': 'A bed for everybody who lives there.',
      'Cooker or fridge': 'Repaired, delivered and put in.',
    },
  },
])
