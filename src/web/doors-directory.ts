/** The doors of the pages for everybody: only what is public is behind them, and nothing is kept of who comes. */
import type { Permission } from '../domain/policy.ts'
import type { Door } from './doors.ts'

// biome-ignore format: a table
export const directoryDoors: Readonly<Record<Door, Permission>> = {
  'GET /n/:slug/services': 'public',
  'POST /n/:slug/services': 'public',
  'GET /n/:slug/services/map': 'public',
  'GET /n/:slug/services/:id': 'public',

  'GET /n': 'public',
  'GET /n/:slug': 'public',
  'GET /n/:slug/organisations': 'public',
  'GET /n/:slug/organisations/:id': 'public',
  'GET /n/:slug/saved': 'public',
  'GET /n/:slug/complaints': 'public',
  'GET /n/:slug/safety': 'public',
  'GET /n/:slug/services/:id/calendar.ics': 'public',
  'GET /n/:slug/embed': 'public',
  'POST /n/:slug/embed': 'public',
  'GET /n/:slug/:file{changes\\.(rss|json)}': 'public',
  'GET /sitemap.xml': 'public',
  'GET /robots.txt': 'public',
}
