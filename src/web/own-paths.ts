/** Addresses of the person's own page (PUB-3), and of the card that leads there. */
export const ownPaths = {
  /** Reference and code, for the person who was referred. */
  page: '/p',
  act: (act: 'called' | 'contact' | 'withdraw') => `/p/${act}`,
  card: (referralId: string) => `/referrals/${referralId}/person-code`,
} as const
