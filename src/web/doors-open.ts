/** The doors of the open data and of what watches the program: everybody's, since only what is public is behind them. */
import type { Permission } from '../domain/policy.ts'
import type { Door } from './doors.ts'

// biome-ignore format: a table
export const openDoors: Readonly<Record<Door, Permission>> = {
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /metrics': 'public',
  'GET /assets/*': 'public',

  'OPTIONS /openreferral/v3/*': 'public',
  'GET /openreferral/v3': 'public',
  'GET /openreferral/v3/': 'public',
  'GET /openreferral/v3/openapi.json': 'public',
  'GET /openreferral/v3/services': 'public',
  'GET /openreferral/v3/services/:id': 'public',
  'GET /openreferral/v3/service_at_locations': 'public',
  'GET /openreferral/v3/service_at_locations/:id': 'public',
  'GET /openreferral/v3/taxonomies': 'public',
  'GET /openreferral/v3/taxonomies/:id': 'public',
  'GET /openreferral/v3/taxonomy_terms': 'public',
  'GET /openreferral/v3/taxonomy_terms/:id': 'public',
  'GET /openreferral/v3/organizations': 'public',
  'GET /openreferral/v3/organizations/:id': 'public',
}
