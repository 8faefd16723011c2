/** The doors of what is held on people: holds, who asked what is held on them, erasure, private notes asked for. */
import type { Permission } from '../domain/policy.ts'
import type { Door } from './doors.ts'

// biome-ignore format: a table
export const privacyDoors: Readonly<Record<Door, Permission>> = {
  'GET /referrals/:id/hold': 'coordinate',
  'POST /referrals/:id/hold': 'coordinate',
  'GET /people/:id/hold': 'manageOrganisation',
  'POST /people/:id/hold': 'manageOrganisation',
  'GET /people/retention': 'manageOrganisation',
  'POST /people/retention': 'manageOrganisation',
  'GET /system/subjects': 'coordinate',
  'POST /system/subjects': 'coordinate',
  'GET /people/subjects': 'manageOrganisation',
  'POST /people/subjects': 'manageOrganisation',
  'POST /subject-copies/:id/keep': 'answerForData',
  'GET /subject-requests/:id': 'answerForData',
  'POST /subject-requests/:id': 'answerForData',
  'GET /subject-requests/:id/json': 'answerForData',
  'GET /subject-requests/:id/zip': 'answerForData',
  'GET /note-releases': 'signedIn',
  'POST /note-releases/:request/:note': 'signedIn',
}
