/** The lists that a new network starts with. They are its own from then on: it renames, adds and retires. */

export const defaultTerms = {
  decline_reason: [
    'We have no room at the moment',
    'Outside the area that we cover',
    'We do not offer this kind of help',
    'The person does not fit who we are here for',
    'We could not reach the person',
    'We are helping the person with this already',
    'Somebody else can help better',
    'Another reason',
  ],
  withdraw_reason: [
    'The person no longer wants this help',
    'The need was met another way',
    'Sent twice or by mistake',
    'The person has moved away',
    'We lost touch with the person',
    'The person has died',
    'Another reason',
  ],
  unmet_reason: [
    'No service offers this',
    'No service covers where the person lives',
    'Every service is full',
    'Every service asked declined',
    'The person does not fit who the services are here for',
    'Another reason',
  ],
  reassign_reason: ['No answer came', 'Asked for by the organisation', 'Asked for by the person', 'Another reason'],
  facility: [
    'Step-free entrance',
    'Accessible toilet',
    'Hearing loop',
    'Parking',
    'Baby changing',
    'Private room',
    'Near a bus stop',
    'Near a station',
  ],
  organisation_kind: [
    'Charity',
    'Community group',
    'Council team',
    'Health service',
    'Housing association',
    'Faith group',
    'Social enterprise',
    'School or college',
    'Other',
  ],
} as const

/** RES-7, word for word. */
export const defaultOutcomes = [
  { label: 'Client contacted – representing client', successful: true },
  { label: 'Client contacted – client advised', successful: true },
  { label: 'Client contacted – referral withdrawn by client', successful: false },
  { label: 'Client contacted – referral not appropriate – referred to another service', successful: false },
  { label: 'Client contacted – no response received', successful: false },
] as const
