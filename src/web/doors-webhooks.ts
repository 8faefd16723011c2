/** The doors for other systems: webhooks, as pages and over the API, and FHIR. */
import type { Permission } from '../domain/policy.ts'
import type { Door } from './doors.ts'

// biome-ignore format: a table
export const webhookDoors: Readonly<Record<Door, Permission>> = {
  'GET /webhooks': 'keepWebhooks',
  'GET /webhooks/new': 'keepWebhooks',
  'POST /webhooks/new': 'keepWebhooks',
  'GET /webhooks/:id': 'keepWebhooks',
  'GET /webhooks/:id/edit': 'keepWebhooks',
  'POST /webhooks/:id/edit': 'keepWebhooks',
  'POST /webhooks/:id/secret': 'keepWebhooks',
  'GET /webhooks/:id/delete': 'keepWebhooks',
  'POST /webhooks/:id/delete': 'keepWebhooks',
  'POST /webhooks/:id/:to{on|off}': 'keepWebhooks',
  'POST /webhooks/:id/held': 'keepWebhooks',
  'POST /webhooks/:id/deliveries/:delivery/again': 'keepWebhooks',

  'GET /api/v1/fhir/metadata': 'public',
  'GET /api/v1/fhir/ServiceRequest': 'readReferrals',
  'GET /api/v1/fhir/ServiceRequest/:id': 'readReferrals',
  'GET /api/v1/fhir/Task': 'readReferrals',
  'GET /api/v1/fhir/Task/:id': 'readReferrals',

  'GET /api/v1/webhooks': 'keepWebhooks',
  'POST /api/v1/webhooks': 'keepWebhooks',
  'GET /api/v1/webhooks/:id': 'keepWebhooks',
  'PUT /api/v1/webhooks/:id': 'keepWebhooks',
  'DELETE /api/v1/webhooks/:id': 'keepWebhooks',
  'POST /api/v1/webhooks/:id/secret': 'keepWebhooks',
  'PUT /api/v1/webhooks/:id/on': 'keepWebhooks',
  'POST /api/v1/webhooks/:id/held': 'keepWebhooks',
  'GET /api/v1/webhooks/:id/deliveries': 'keepWebhooks',
  'POST /api/v1/webhooks/:id/deliveries/:delivery/again': 'keepWebhooks',
}
