/** The kinds of support of the demonstration’s first network: a tree of two levels. Icons are Lucide's. */

export type Branch = {
  label: string
  icon: string
  description: string
  leaves: Record<string, string>
  /** Those for which nobody should be seen looking. */
  sensitive?: readonly string[]
}

const tree: readonly Branch[] = [
  {
    label: 'Money',
    icon: 'wallet',
    description: 'Debts, benefits, bills and a safe place for money.',
    leaves: {
      'Debt advice': 'Arrears, bailiffs, court papers, plans to pay back.',
      'Benefits advice': 'What somebody is entitled to, forms, reviews and appeals.',
      'Help with energy bills': 'Prepayment meters, arrears, grants and keeping warm.',
      'Budgeting and banking': 'Making money last, opening an account.',
    },
  },
  {
    label: 'Food',
    icon: 'utensils',
    description: 'Food today, and cheaper food every week.',
    leaves: {
      'Emergency food': 'A parcel for people with nothing in the house.',
      'Food pantry': 'Weekly shopping for a few pounds.',
      'Community meals': 'A hot meal in company.',
    },
  },
  {
    label: 'Housing',
    icon: 'house',
    description: 'Keeping a home, finding one, putting one right.',
    leaves: {
      'Homelessness prevention': 'Notices, arrears of rent, having to leave.',
      'Repairs and conditions': 'Damp, mould, heating, landlords who do not act.',
      'Finding a home': 'Applications, deposits, private renting.',
      'Furniture and household goods': 'Beds, cookers, school uniforms.',
    },
  },
  {
    label: 'Health and wellbeing',
    icon: 'heart-pulse',
    description: 'Feeling better and feeling less alone.',
    leaves: {
      Counselling: 'Talking in private with somebody who is trained.',
      'Social prescribing': 'Somebody to find out what would help, and go along.',
      'Loneliness and company': 'Groups, calls and visits.',
      'Drugs and alcohol': 'Support to cut down or stop.',
    },
  },
  {
    label: 'Work and learning',
    icon: 'briefcase',
    description: 'Getting a job, getting on, learning something.',
    leaves: {
      'Finding work': 'CVs, applications, interviews.',
      'English classes': 'English for speakers of other languages.',
      'Getting online': 'Devices, data and how to use them.',
    },
  },
  {
    label: 'Families and young people',
    icon: 'baby',
    description: 'For parents, children and people under 25.',
    leaves: {
      'Parenting support': 'Groups and one-to-one help for parents.',
      'Baby basics': 'Clothes, nappies, cots.',
      'Youth support': 'Mentoring and somewhere to go.',
      'Young carers': 'A break, and somebody who understands.',
    },
  },
  {
    label: 'Safety',
    icon: 'shield',
    description: 'When somebody is not safe.',
    leaves: {
      'Domestic abuse': 'Safety planning, refuge, help to leave or to stay safely.',
      'Hate crime': 'Reporting, and somebody at your side.',
    },
    sensitive: ['Domestic abuse'],
  },
  {
    label: 'Later life and caring',
    icon: 'hand-heart',
    description: 'For older people and those who care for somebody.',
    leaves: {
      'Help at home': 'Small jobs, home from hospital, shopping.',
      'Support for carers': 'A break, advice, other carers.',
      'Getting about': 'Lifts, passes, walking aids.',
    },
  },
  {
    label: 'Law and status',
    icon: 'scale',
    description: 'Immigration, settled status, rights.',
    leaves: {
      'Immigration advice': 'Applications, settled status, reunion.',
      'Legal advice on a home': 'Possession claims, hearings, tenancies.',
    },
  },
]

/** `parent`: the label of the branch it hangs from. */
export type DemoCategory = { label: string; parent: string | null; description: string; icon: string | null }

export const merseyCategories = flatten(tree)

export function flatten(branches: readonly Branch[]): DemoCategory[] {
  return branches.flatMap(({ leaves, sensitive = [], ...branch }) => [
    { ...branch, parent: null, sensitive: false },
    ...Object.entries(leaves).map(([label, description]) => ({
      ...{ label, description, parent: branch.label, icon: null, sensitive: sensitive.includes(label) },
    })),
  ])
}
