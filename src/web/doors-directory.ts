/** The doors of the pages for everybody: only what is public is behind them, and nothing is kept of who comes. */
import type { Permission } from '../domain/policy.ts'
import type { Door } from './doors.ts'

// biome-ignore format: a table
export const directoryDoors: Readonly<Record<Door, Permission>> = {
  'GET /n/:slug/services': 'public',
  'POST /n/:slug/services': 'public',
  'GET /n/:slug/services/map': 'public',
  'GET /n/:slug/services/:id': 'public',
}
