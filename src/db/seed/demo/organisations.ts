/** The member organisations of the demonstration’s first network. None of them exists; the numbers are Ofcom's for drama. */

export type DemoOrganisation = {
  key: string
  name: string
  kind: string
  about: string
  /** What it needs to know in a referral. */
  asks: string
  phone: string
  city: string
  languages?: string[]
  /** False: it has joined, but not yet accepted the data-sharing agreement. */
  agreed?: boolean
  /** Joined so many days before the demonstration was loaded. */
  joined: number
}

export const merseyOrganisations: readonly DemoOrganisation[] = [
  {
    key: 'mersey',
    name: 'Mersey Help Partnership',
    kind: 'Charity',
    about: 'Looks after the network: brings members together, places what nobody could take, and runs a helpline.',
    asks: 'Say what has been tried already.',
    phone: '0151 496 0100',
    city: 'Liverpool',
    joined: 400,
  },
  {
    key: 'harbour',
    name: 'Harbour Lights Advice',
    kind: 'Charity',
    about: 'Free advice on debt, benefits and bills, by appointment, by phone and at drop-ins along the docks.',
    asks: 'Tell us of any deadline: a hearing, a bailiff, a meter that is running out. Ask the person to bring letters.',
    phone: '0151 496 0110',
    city: 'Liverpool',
    languages: ['English', 'Polish', 'Arabic'],
    joined: 390,
  },
  {
    key: 'lamps',
    name: 'Three Lamps Food Store',
    kind: 'Community group',
    about: 'A food bank and two pantries in the north of the city, with a hot meal on Thursdays.',
    asks: 'How many people, any allergies, and whether there is a cooker that works.',
    phone: '0151 496 0120',
    city: 'Liverpool',
    joined: 388,
  },
  {
    key: 'sandstone',
    name: 'Sandstone Housing Aid',
    kind: 'Charity',
    about: 'Helps people to keep their home, find one, or make a landlord put one right.',
    asks: 'Who the landlord is, and the date on any notice.',
    phone: '0151 496 0130',
    city: 'Liverpool',
    languages: ['English', 'Romanian'],
    joined: 380,
  },
  {
    key: 'kite',
    name: 'Kite Street Youth Project',
    kind: 'Charity',
    about: 'Mentoring, somewhere warm to go, and first jobs for people under 25.',
    asks: 'Whether the young person knows about the referral and wants it.',
    phone: '0151 496 0140',
    city: 'Bootle',
    joined: 300,
  },
  {
    key: 'saltwood',
    name: "Saltwood Older People's Circle",
    kind: 'Charity',
    about: 'Company, lifts and small jobs for people over 60 in Sefton and north Liverpool.',
    asks: 'Whether the person can manage steps, and who holds a key.',
    phone: '0151 496 0150',
    city: 'Crosby',
    joined: 365,
  },
  {
    key: 'wavecrest',
    name: 'Wavecrest Women’s Support',
    kind: 'Charity',
    about: 'Support for women and their children who are living with abuse or have left it.',
    asks: 'When and how it is safe to call. Never leave a message unless you were told that it is safe.',
    phone: '0151 496 0160',
    city: 'Liverpool',
    languages: ['English', 'Urdu', 'Polish'],
    joined: 360,
  },
  {
    key: 'dockside',
    name: 'Dockside Skills and Work',
    kind: 'Social enterprise',
    about: 'Courses, job coaching and computers on loan.',
    asks: 'What work the person has done, and what stops them now.',
    phone: '0151 496 0170',
    city: 'Birkenhead',
    joined: 320,
  },
  {
    key: 'linnet',
    name: 'Linnet Family Centre',
    kind: 'Charity',
    about: 'For parents and children in Knowsley and St Helens: groups, baby basics and a listening ear.',
    asks: 'Ages of the children, and any other worker involved.',
    phone: '0151 496 0180',
    city: 'Huyton',
    joined: 310,
  },
  {
    key: 'orchard',
    name: 'Orchard Lane Wellbeing',
    kind: 'Charity',
    about: 'Counselling, social prescribing and recovery groups.',
    asks: 'Whether the person is safe at the moment, and who their GP is.',
    phone: '0151 496 0190',
    city: 'St Helens',
    joined: 280,
  },
  {
    key: 'peninsula',
    name: 'Peninsula Welcome',
    kind: 'Charity',
    about: 'For people new to the country: English, status, and a friendly face, on both banks of the river.',
    asks: 'Which language the person is most at ease in.',
    phone: '0151 496 0200',
    city: 'Birkenhead',
    languages: ['English', 'Arabic', 'Farsi', 'Ukrainian', 'Tigrinya'],
    joined: 260,
  },
  {
    key: 'riverside',
    name: 'Riverside Boroughs Welfare Team',
    kind: 'Council team',
    about: 'The councils’ own team for crisis grants, homelessness duties and safeguarding of adults.',
    asks: 'Say whether somebody else has a duty already, and attach what the council wrote.',
    phone: '0151 496 0210',
    city: 'Liverpool',
    joined: 350,
  },
  {
    key: 'tidewell',
    name: 'Tidewell Carers Link',
    kind: 'Charity',
    about: 'New to the network: breaks and company for people who look after somebody.',
    asks: 'Who is cared for, and for how many hours a week.',
    phone: '0151 496 0220',
    city: 'Runcorn',
    agreed: false,
    joined: 6,
  },
]
