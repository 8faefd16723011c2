/** Addresses of the pages for everybody (PUB-1, PUB-2). Words and postcodes searched for are never in them: they travel sealed, as `s`. */

export const publicPaths = {
  networks: '/n',
  welcome: (slug: string) => `/n/${slug}`,
  services: (slug: string) => `/n/${slug}/services`,
  servicesMap: (slug: string) => `/n/${slug}/services/map`,
  service: (slug: string, id: string) => `/n/${slug}/services/${id}`,
  calendar: (slug: string, id: string) => `/n/${slug}/services/${id}/calendar.ics`,
  organisations: (slug: string) => `/n/${slug}/organisations`,
  organisation: (slug: string, id: string) => `/n/${slug}/organisations/${id}`,
  saved: (slug: string) => `/n/${slug}/saved`,
  complaints: (slug: string) => `/n/${slug}/complaints`,
  /** Where people ask for help themselves. `need`: of the service whose page led there. */
  ask: (slug: string, need?: string) => `/n/${slug}/ask${need ? `?need=${need}` : ''}`,
  safety: (slug: string) => `/n/${slug}/safety`,
  changes: (slug: string, format: 'rss' | 'json') => `/n/${slug}/changes.${format}`,
  embed: (slug: string) => `/n/${slug}/embed`,
  siteMap: '/sitemap.xml',
  robots: '/robots.txt',
} as const

/** Whether everybody may look at it and it keeps nothing: no form there needs a token, since none changes anything. */
export function isForEverybody(path: string): boolean {
  return !isAsking(path) && /^\/n(?:\/|$)|^\/(?:sitemap\.xml|robots\.txt)$/.test(path)
}

/** The form at a network's own address: anybody may open it, and what it sends is kept. */
export function isAsking(path: string): boolean {
  return /^\/n\/[^/]+\/ask$/.test(path)
}
