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
  services: '/services',
  newService: '/services/new',
  editService: (id: string) => `/services/${id}/edit`,
  serviceSection: (id: string, section: string) => `/services/${id}/edit/${section}`,
  serviceAct: (id: string, act: string) => `/services/${id}/${act}`,
  tryService: (id: string) => `/services/${id}/try`,
  newVenue: (serviceId: string) => `/services/${serviceId}/venues/new`,
  venue: (serviceId: string, id: string) => `/services/${serviceId}/venues/${id}`,
  picture: (id: string) => `/pictures/${id}`,
  networks: '/networks',
  askToJoin: (slug: string) => `/networks/${slug}/join`,
  agreement: (slug: string) => `/networks/${slug}/agreement`,
  joining: '/system/joining',
  joiningSettings: '/system/joining/settings',
  joinRequest: (id: string, act: 'approve' | 'refuse') => `/system/joining/requests/${id}/${act}`,
  publishAgreement: '/system/agreement',
  members: '/system/members',
  member: (id: string, act: 'suspend' | 'resume') => `/system/members/${id}/${act}`,
  invite: '/invitations/new',
  invitation: (id: string, act: string) => `/invitations/${id}/${act}`,
  acceptInvitation: '/invitation',
  gettingStarted: '/getting-started',
  profile: (id: string) => `/organisations/${id}/edit`,
  profileSection: (id: string, section: string) => `/organisations/${id}/edit/${section}`,
  confirmProfile: (id: string) => `/organisations/${id}/confirm`,
  confirmByLink: (messageId: string) => `/confirm/${messageId}`,
  people: '/people',
  reports: '/reports',
  system: '/system',
  register: (name: string) => `/system/lists/${name}`,
  registerEntry: (name: string, id: string) => `/system/lists/${name}/${id}`,
  categoriesCsv: '/system/lists/categories/csv',
  importCategories: '/system/lists/categories/import',
  responseTimes: '/system/response-times',
  networkArea: '/system/areas',
  uploadArea: '/system/areas/area',
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
