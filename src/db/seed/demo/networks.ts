/** The demonstration's two networks, which are connected, and what each is made of. Neither exists. */
import type { DemographicDraft } from '../../../domain/defaults/demographics.ts'
import { defaultDemographics } from '../../../domain/defaults/demographics.ts'
import type { StandardField } from '../../../domain/form.ts'
import type { DemonstrationSignIn } from '../../demonstration.ts'
import { drawnAreas } from './areas.ts'
import { type DemoCategory, merseyCategories } from './categories.ts'
import { estuaryCategories } from './estuary/categories.ts'
import { estuaryForm } from './estuary/form.ts'
import { estuaryOrganisations } from './estuary/organisations.ts'
import { estuaryUsers } from './estuary/people.ts'
import { estuaryReferrals } from './estuary/referrals.ts'
import { estuaryServices, estuaryVenues } from './estuary/services.ts'
import { type DemoForm, merseyForm } from './form.ts'
import { type DemoOrganisation, merseyOrganisations } from './organisations.ts'
import { type DemoUser, merseyUsers } from './people.ts'
import type { DemoReferral } from './referral.ts'
import { endedReferrals } from './referrals/ended.ts'
import { helpingReferrals } from './referrals/helping.ts'
import { linkedReferrals } from './referrals/linked.ts'
import { movedReferrals } from './referrals/moved.ts'
import { waitingReferrals } from './referrals/waiting.ts'
import { type DemoService, merseyServices } from './services.ts'
import { type DemoVenue, merseyVenues } from './venues.ts'

export type DemoNetwork = {
  name: string
  slug: string
  description: string
  colour: string
  help: { name: string; email: string; phone: string; technical: string }
  /** Codes of its authorities. */
  areas: readonly string[]
  /** The key of the organisation that coordinates it. */
  coordinating: string
  /** Account and organisation of who does. */
  coordinator: string
  organisations: readonly DemoOrganisation[]
  /** Keys of organisations of the other network that belong to this one too, and how many days ago they joined. */
  joinedToo: Readonly<Record<string, number>>
  users: readonly DemoUser[]
  demographics: readonly DemographicDraft[]
  categories: readonly DemoCategory[]
  venues: Readonly<Record<string, DemoVenue>>
  services: readonly DemoService[]
  form: DemoForm
  /** Standard fields that its form leaves out. */
  without: readonly StandardField[]
  referrals: readonly DemoReferral[]
}

const children = {
  key: 'children',
  label: 'Children at home',
  kind: 'several',
  options: [
    { key: 'expecting', label: 'Expecting a baby' },
    { key: 'under_five', label: 'Under five' },
    { key: 'school_age', label: 'Of school age' },
    { key: 'none', label: 'None' },
  ],
} as const

export const mersey: DemoNetwork = {
  name: 'Mersey Help Network',
  slug: 'mersey',
  description: 'Advice, food, housing, health and company across the six boroughs of Liverpool City Region.',
  colour: '#0b5a4e',
  help: {
    name: 'Colm Byrne',
    email: 'help@mersey.example.org',
    phone: '0151 496 0101',
    technical: 'support@mersey.example.org',
  },
  areas: drawnAreas.map(({ code }) => code),
  ...{ coordinating: 'mersey', coordinator: 'colm@mersey', joinedToo: {} },
  ...{ organisations: merseyOrganisations, users: merseyUsers, demographics: [...defaultDemographics, children] },
  ...{ categories: merseyCategories, venues: merseyVenues, services: merseyServices, form: merseyForm, without: [] },
  referrals: [...waitingReferrals, ...helpingReferrals, ...movedReferrals, ...endedReferrals, ...linkedReferrals],
}

export const estuary: DemoNetwork = {
  name: 'Estuary Larder Network',
  slug: 'estuary',
  description: 'Emergency food, fuel and what a household needs, in four boroughs along the estuary.',
  colour: '#7a3e00',
  help: {
    name: 'Bronagh Keel',
    email: 'help@estuary.example.org',
    phone: '0151 496 0301',
    technical: 'support@estuary.example.org',
  },
  areas: ['E08000012', 'E08000011', 'E06000006', 'E08000015'],
  ...{ coordinating: 'estuary', coordinator: 'bronagh@estuary', joinedToo: { riverside: 200, linnet: 90 } },
  ...{ organisations: estuaryOrganisations, users: estuaryUsers, demographics: defaultDemographics },
  ...{ categories: estuaryCategories, venues: { ...merseyVenues, ...estuaryVenues }, services: estuaryServices },
  ...{ form: estuaryForm, without: ['details.householdSize'], referrals: estuaryReferrals },
}

export const demoNetworks = [mersey, estuary] as const
export const demoOrganisations = demoNetworks.flatMap(({ organisations }) => organisations)
/** In the order in which the sign-in page shows them. */
export const demoUsers = demoNetworks.flatMap(({ users }) => users)

export const demonstrationSignIns: readonly DemonstrationSignIn[] = demoUsers.map(user => ({
  name: user.name,
  email: user.email,
  role: user.administrator ? 'administrator' : (user.grant ?? user.member[0]?.role ?? 'member'),
  organisation: demoOrganisations.find(({ key }) => key === user.member[0]?.of)?.name ?? null,
}))
