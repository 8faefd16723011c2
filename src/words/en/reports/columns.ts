/** What the columns and rows of reports are called. */
export const reportColumns = {
  time: 'When',
  status: 'Status',
  need: 'Need',
  sender: 'Sent by',
  recipient: 'Asked',
  area: 'Area',
  district: 'Postcode district',
  age: 'Age',
  way: 'How it was sent',
  referrals: 'Referrals',
  share: 'Share',
  before: 'Before',
  change: 'Change',
} as const

/** Rows that have no name of their own. */
export const reportCodes = {
  status: {
    needs_placing: 'Needs placing',
    open: 'Waiting for an answer',
    accepted: 'Accepted, still open',
    closed: 'Closed',
    unmet: 'Nobody found',
    withdrawn: 'Withdrawn',
    gone: 'Declined or passed on',
  },
  way: {
    member: 'By a member, signed in',
    link: 'By a link',
    embed: 'From another website',
    self: 'By the person',
    api: 'From another program',
  },
  unknown: {
    sender: 'Somebody without an account',
    area: 'Area not known',
    district: 'District not known',
    age: 'Age not known',
    need: 'Need not known',
    recipient: 'Nobody',
    status: 'Not known',
    way: 'Not known',
    time: 'Not known',
  },
} as const
