/** Every address of the program, as a value: `paths.referral(id)`. */

export const paths = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  forgotten: '/forgotten-password',
  reset: '/reset-password',
  turn: '/work-as',
  search: '/search',
  advancedSearch: '/search/advanced',
  forgetSearches: '/search/forget',
  organisations: (view: 'list' | 'map' | 'capacity' | 'calendar' | 'coverage' = 'list') =>
    view === 'list' ? '/organisations' : `/organisations/${view}`,
  organisation: (id: string) => `/organisations/${id}`,
  /** The form, beginning from one organisation. */
  referTo: (organisationId: string) => `/refer?organisation=${organisationId}`,
  refer: '/refer',
  draft: (id: string) => `/refer/${id}`,
  draftServices: (id: string) => `/refer/${id}/services`,
  draftConsent: (id: string) => `/refer/${id}/consent`,
  draftRefused: (id: string) => `/refer/${id}/refused`,
  draftCheck: (id: string) => `/refer/${id}/check`,
  draftSend: (id: string) => `/refer/${id}/send`,
  draftDiscard: (id: string) => `/refer/${id}/discard`,
  sent: (referralId: string) => `/referrals/${referralId}/sent`,
  referAgain: (referralId: string) => `/referrals/${referralId}/again`,
  referrals: '/referrals',
  referral: (id: string) => `/referrals/${id}`,
  findReferral: '/referrals/search',
  referralNotes: (id: string) => `/referrals/${id}/notes`,
  referralCsv: (id: string) => `/referrals/${id}/csv`,
  /** What is done to the needs of a referral, or to one of its assignments: lifecycle's actions. */
  actOnNeeds: (id: string, action: string) => `/referrals/${id}/needs/${action}`,
  actOnAssignment: (id: string, assignment: string, action: string) =>
    `/referrals/${id}/assignments/${assignment}/${action}`,
  networks: '/networks',
  people: '/people',
  reports: '/reports',
  system: '/system',
  users: '/users',
  preferences: '/preferences',
  mailbox: '/mailbox',
  message: (id: string) => `/mailbox/${id}`,
  help: '/help',
  apiDocs: '/api/docs',
  apiReference: '/api/docs/reference',
  apiDocument: '/api/v1/openapi.json',
} as const

/** Where to go on after signing in. */
export function signInThen(next: string): string {
  return next === paths.home ? paths.signIn : `${paths.signIn}?${new URLSearchParams({ next })}`
}

/** Only our own pages: `//elsewhere`, `/..//elsewhere`, `/\elsewhere` and whole addresses lead Home. */
export function ownPath(path: string | null | undefined): string {
  if (!path || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)) return paths.home
  const url = new URL(path, 'http://own.invalid')
  const isOwn = url.host === 'own.invalid' && !url.pathname.startsWith('//')
  return isOwn ? `${url.pathname}${url.search}` : paths.home
}
