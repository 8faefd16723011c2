/** Every address of the program, as a value: `paths.referral(id)`. Patterns for routes are in `routes` of the same name. */

export const paths = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  forgotten: '/forgotten-password',
  reset: '/reset-password',
  turn: '/work-as',
  search: '/search',
  refer: '/refer',
  referrals: '/referrals',
  referral: (id: string) => `/referrals/${id}`,
  networks: '/networks',
  people: '/people',
  reports: '/reports',
  system: '/system',
  users: '/users',
  preferences: '/preferences',
  mailbox: '/mailbox',
  help: '/help',
} as const

/** Where to go on after signing in. */
export function signInThen(next: string): string {
  return next === paths.home ? paths.signIn : `${paths.signIn}?${new URLSearchParams({ next })}`
}

/** Only our own pages: `//elsewhere`, `/\elsewhere` and whole addresses lead Home. */
export function ownPath(path: string | null | undefined): string {
  if (!path || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)) return paths.home
  const url = new URL(path, 'http://own.invalid')
  return url.host === 'own.invalid' ? `${url.pathname}${url.search}` : paths.home
}
