/** Every address of the program, as a value: `paths.referral(id)`. */

/** As what one referral is taken away. */
export type Paper = 'csv' | 'xlsx' | 'print'

export const paths = {
  home: '/',
  setUp: '/set-up',
  signIn: '/sign-in',
  /** Single sign-on: to the provider, back from it, and out of it. */
  sso: '/sign-in/sso',
  ssoBack: '/sign-in/sso/back',
  ssoEnd: '/sign-in/sso/out',
  signOut: '/sign-out',
  signInSecond: '/sign-in/second',
  signInPasskey: '/sign-in/passkey',
  askPasskey: '/sign-in/passkey/options',
  forgotten: '/forgotten-password',
  reset: '/reset-password',
  turn: '/work-as',
  search: '/search',
  advancedSearch: '/search/advanced',
  forgetSearches: '/search/forget',
  organisations: (view: 'list' | 'map' | 'capacity' | 'calendar' | 'coverage' = 'list') =>
    view === 'list' ? '/organisations' : `/organisations/${view}`,
  organisationsFile: (view: string, format: 'csv' | 'xlsx') => `/organisations/${view}.${format}`,
  organisation: (id: string) => `/organisations/${id}`,
  /** The form, beginning from one organisation, or from one of its services. */
  referTo: (organisationId: string, serviceId?: string) =>
    serviceId ? `/refer?service=${serviceId}` : `/refer?organisation=${organisationId}`,
  refer: '/refer',
  draft: (id: string) => `/refer/${id}`,
  draftServices: (id: string) => `/refer/${id}/services`,
  draftQuestions: (id: string) => `/refer/${id}/questions`,
  draftConsent: (id: string) => `/refer/${id}/consent`,
  draftRefused: (id: string) => `/refer/${id}/refused`,
  draftCheck: (id: string) => `/refer/${id}/check`,
  draftSend: (id: string) => `/refer/${id}/send`,
  draftFiles: (id: string) => `/refer/${id}/files`,
  draftDiscard: (id: string) => `/refer/${id}/discard`,
  sent: (referralId: string) => `/referrals/${referralId}/sent`,
  referAgain: (referralId: string) => `/referrals/${referralId}/again`,
  referrals: '/referrals',
  referral: (id: string) => `/referrals/${id}`,
  findReferral: '/referrals/search',
  downloadReferrals: '/referrals/download',
  selectedReferrals: '/referrals/selected',
  keepView: '/referrals/views',
  deleteView: (id: string) => `/referrals/views/${id}/delete`,
  referralNotes: (id: string) => `/referrals/${id}/notes`,
  restriction: (id: string) => `/referrals/${id}/restriction`,
  breakGlass: (id: string) => `/referrals/${id}/break-glass`,
  referralFiles: (id: string) => `/referrals/${id}/files`,
  referralFile: (id: string, file: string) => `/referrals/${id}/files/${file}`,
  removeFile: (id: string, file: string) => `/referrals/${id}/files/${file}/remove`,
  referralPaper: (id: string, as: Paper) => `/referrals/${id}/${as}`,
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
  /** Its address changes with what is cut, so that it may be kept for long. */
  pictureCut: ({ id, x, y }: { id: string; x: number; y: number }) =>
    `/pictures/${id}/cut?at=${x.toFixed(1)}-${y.toFixed(1)}`,
  networks: '/networks',
  newNetwork: '/networks/new',
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
  ownQuestions: (id: string) => `/organisations/${id}/edit/questions`,
  /** 'new' for one that is not there yet. */
  ownQuestion: (id: string, question: string) => `/organisations/${id}/edit/questions/${question}`,
  confirmProfile: (id: string) => `/organisations/${id}/confirm`,
  confirmByLink: (messageId: string) => `/confirm/${messageId}`,
  people: '/people',
  findPerson: '/people/search',
  person: (id: string) => `/people/${id}`,
  editPerson: (id: string) => `/people/${id}/edit`,
  personContacts: (id: string) => `/people/${id}/contacts`,
  personContact: (id: string, contact: string, act: 'done' | 'remove') => `/people/${id}/contacts/${contact}/${act}`,
  personTags: (id: string) => `/people/${id}/tags`,
  untagPerson: (id: string, tag: string) => `/people/${id}/tags/${tag}/remove`,
  personFiles: (id: string) => `/people/${id}/files`,
  personFile: (id: string, file: string) => `/people/${id}/files/${file}`,
  personOffers: (id: string) => `/people/${id}/corrections`,
  mergePerson: (id: string) => `/people/${id}/merge`,
  comparePeople: (id: string, other: string) => `/people/${id}/merge/${other}`,
  undoMerge: (merge: string) => `/people/merges/${merge}/undo`,
  peopleTag: (id: string) => `/people/tags/${id}`,
  peopleTagFile: (id: string, format: 'csv' | 'xlsx') => `/people/tags/${id}/people.${format}`,
  keepPerson: (referralId: string) => `/referrals/${referralId}/keep`,
  reports: '/reports',
  report: (id: string) => `/reports/${id}`,
  reportFile: (id: string, format: 'csv' | 'xlsx') => `/reports/${id}/figures.${format}`,
  system: '/system',
  checklist: '/system/start',
  hideChecklist: '/system/start/hide',
  showChecklist: '/system/start/show',
  register: (name: string) => `/system/lists/${name}`,
  registerEntry: (name: string, id: string) => `/system/lists/${name}/${id}`,
  categoriesCsv: '/system/lists/categories/csv',
  importCategories: '/system/lists/categories/import',
  form: '/system/form',
  formFields: '/system/form/fields',
  formField: (name: string) => `/system/form/fields/${name}`,
  /** 'new' for one that is not there yet. */
  formSection: (id: string) => `/system/form/sections/${id}`,
  formQuestion: (id: string) => `/system/form/questions/${id}`,
  deleteFormQuestion: (id: string) => `/system/form/questions/${id}/delete`,
  publishForm: '/system/form/publish',
  discardForm: '/system/form/discard',
  formVersions: '/system/form/versions',
  formVersion: (version: number) => `/system/form/versions/${version}`,
  responseTimes: '/system/response-times',
  networkArea: '/system/areas',
  referringRules: '/system/referring',
  visibility: '/system/visibility',
  signInRules: '/system/sign-in-rules',
  retention: '/system/retention',
  hold: (id: string) => `/referrals/${id}/hold`,
  personHold: (id: string) => `/people/${id}/hold`,
  peopleRetention: '/people/retention',
  subjects: '/system/subjects',
  ownSubjects: '/people/subjects',
  subjectRequest: (id: string) => `/subject-requests/${id}`,
  subjectRequestFile: (id: string, file: 'json' | 'zip') => `/subject-requests/${id}/${file}`,
  noteReleases: '/note-releases',
  noteRelease: (request: string, note: string) => `/note-releases/${request}/${note}`,
  networkDetails: '/system/details',
  helpContacts: '/system/help',
  networkLook: '/system/look',
  networkLogo: '/system/look/logo',
  publicDirectorySetting: '/system/directory',
  consentWordings: '/system/consent',
  connections: '/system/connections',
  connection: (id: string, act: 'accept' | 'end') => `/system/connections/${id}/${act}`,
  entryLinks: '/system/entry-links',
  entrySettings: '/system/entry-links/settings',
  entryLink: (id: string, act: 'name' | 'revoke' | 'try') => `/system/entry-links/${id}/${act}`,
  held: '/system/held',
  heldSubmission: (id: string, act: 'release' | 'discard') => `/system/held/${id}/${act}`,
  /** The form without an account. */
  publicForm: (token: string, embedded = false) => (embedded ? `/f/${token}/embed` : `/f/${token}`),
  /** Reference and code, for who referred without an account. */
  ownReferral: '/r',
  /** Reference and code, for the person who was referred. */
  ownPage: '/p',
  ownPageAct: (act: 'called' | 'contact' | 'withdraw') => `/p/${act}`,
  personCode: (id: string) => `/referrals/${id}/person-code`,
  uploadArea: '/system/areas/area',
  audit: '/audit',
  auditFile: (format: 'csv' | 'xlsx') => `/audit/audit.${format}`,
  users: '/users',
  user: (id: string) => `/users/${id}`,
  userAct: (id: string, act: 'password' | 'end' | 'restore' | 'hand-over') => `/users/${id}/${act}`,
  inviteUser: '/users/invite',
  endGrant: (userId: string, role: string) => `/users/grants/${userId}/${role}/end`,
  preferences: '/preferences',
  prove: '/preferences/prove',
  provePasskey: '/preferences/prove/options',
  ownName: '/preferences/name',
  ownLanguage: '/preferences/language',
  ownEmail: '/preferences/email',
  confirmEmail: '/confirm-email',
  ownPassword: '/preferences/password',
  twoStep: '/preferences/two-step',
  twoStepApp: '/preferences/two-step/app',
  removeApp: '/preferences/two-step/app/remove',
  recoveryCodes: '/preferences/two-step/codes',
  passkeys: '/preferences/passkeys',
  passkeyOptions: '/preferences/passkeys/options',
  removePasskey: (id: string) => `/preferences/passkeys/${id}/remove`,
  devices: '/preferences/devices',
  endOtherDevices: '/preferences/devices/end-others',
  endDevice: (id: string) => `/preferences/devices/${id}/end`,
  tokens: '/preferences/tokens',
  revokeToken: (id: string) => `/preferences/tokens/${id}/revoke`,
  notifications: '/preferences/notifications',
  teamInbox: '/preferences/team-inbox',
  handOver: '/preferences/hand-over',
  endCover: (id: string) => `/hand-overs/${id}/end`,
  heldMessages: '/system/messages',
  heldMessage: (id: string, act: 'again' | 'leave' | 'correct') => `/system/messages/${id}/${act}`,
  webhooks: '/webhooks',
  newWebhook: (of: string) => `/webhooks/new?for=${of}`,
  webhook: (id: string) => `/webhooks/${id}`,
  editWebhook: (id: string) => `/webhooks/${id}/edit`,
  webhookSecret: (id: string) => `/webhooks/${id}/secret`,
  deleteWebhook: (id: string) => `/webhooks/${id}/delete`,
  switchWebhook: (id: string, to: 'on' | 'off') => `/webhooks/${id}/${to}`,
  deliverAgain: (id: string, delivery: string) => `/webhooks/${id}/deliveries/${delivery}/again`,
  mailbox: '/mailbox',
  message: (id: string) => `/mailbox/${id}`,
  help: '/help',
  apiDocs: '/api/docs',
  apiReference: '/api/docs/reference',
  apiDocument: '/api/v1/openapi.json',
} as const

/** The ways in without an account, and what is open to all: no session is read there and no cookie is set. */
export function isCookieless(path: string): boolean {
  return /^\/(?:f|p|r|openreferral)(?:\/|$)/.test(path)
}

/** Where to go on after signing in. */
export function signInThen(next: string): string {
  return next === paths.home ? paths.signIn : `${paths.signIn}?${new URLSearchParams({ next })}`
}

/** Where to go on after showing that it is oneself. */
export function proveThen(next: string): string {
  return `${paths.prove}?${new URLSearchParams({ next })}`
}

/** Only our own pages: `//elsewhere`, `/..//elsewhere`, `/\elsewhere` and whole addresses lead Home. */
export function ownPath(path: string | null | undefined): string {
  if (!path || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)) return paths.home
  const url = new URL(path, 'http://own.invalid')
  const isOwn = url.host === 'own.invalid' && !url.pathname.startsWith('//')
  return isOwn ? `${url.pathname}${url.search}` : paths.home
}

/** In the address of a page that shows again what was sent after the end of a session. */
export const unsentMark = 'unsent'

/** Path and query, without that mark. */
export function addressOf(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://own.invalid')
  searchParams.delete(unsentMark)
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

export function isUnsent(path: string): boolean {
  return new URL(path, 'http://own.invalid').searchParams.has(unsentMark)
}
