/** Everybody who can sign in to the demonstration’s first network; the password is the same for all. None of them exists. */

export type DemoUser = {
  name: string
  email: string
  /** Keys of organisations, the first one acted for unless another is chosen. */
  member: readonly { of: string; role: 'primary' | 'member'; notify?: boolean }[]
  grant?: 'coordinator' | 'commissioner'
  administrator?: boolean
}

export const one = (of: string, role: 'primary' | 'member', name: string, account: string): DemoUser => ({
  name,
  email: `${account}@${of}.example.org`,
  member: [{ of, role }],
})

/** In the order in which the sign-in page shows them. */
export const merseyUsers: readonly DemoUser[] = [
  { name: 'Priya Raman', email: 'priya@onward.example.org', member: [], administrator: true },
  { ...one('mersey', 'primary', 'Colm Byrne', 'colm'), grant: 'coordinator' },
  { name: 'Hazel Okafor', email: 'hazel@funders.example.org', member: [], grant: 'commissioner' },
  one('harbour', 'primary', 'Moira Fenwick', 'moira'),
  one('harbour', 'member', 'Tom Adeyemi', 'tom'),
  one('lamps', 'primary', 'Bernie Costigan', 'bernie'),
  {
    name: 'Asha Malik',
    email: 'asha@lamps.example.org',
    member: [
      { of: 'lamps', role: 'member', notify: true },
      { of: 'kite', role: 'member' },
    ],
  },
  one('sandstone', 'primary', 'Owen Prytherch', 'owen'),
  one('sandstone', 'member', 'Ines Duarte', 'ines'),
  one('kite', 'primary', 'Jade Rimmer', 'jade'),
  one('saltwood', 'primary', 'Walter Heyes', 'walter'),
  one('wavecrest', 'primary', 'Nadia Hussain', 'nadia'),
  one('dockside', 'primary', 'Kev Lunt', 'kev'),
  one('linnet', 'primary', 'Grace Mbeki', 'grace'),
  one('linnet', 'member', 'Sian Pritchard', 'sian'),
  one('orchard', 'primary', 'Rufus Delaney', 'rufus'),
  one('orchard', 'member', 'Mei Tan', 'mei'),
  one('peninsula', 'primary', 'Yusuf Haddad', 'yusuf'),
  one('riverside', 'primary', 'Linda Scarisbrick', 'linda'),
  one('tidewell', 'primary', 'Dot Ashcroft', 'dot'),
]
