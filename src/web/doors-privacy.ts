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
  'GET /api/v1/referrals/:id/retention': 'readReferrals',
  'PUT /api/v1/referrals/:id/hold': 'answerForData',
  'DELETE /api/v1/referrals/:id/hold': 'answerForData',
  'GET /api/v1/people/:id/retention': 'readPeople',
  'PUT /api/v1/people/:id/hold': 'answerForData',
  'DELETE /api/v1/people/:id/hold': 'answerForData',
  'POST /api/v1/subject-requests/search': 'answerForData',
  'POST /api/v1/subject-requests': 'answerForData',
  'GET /api/v1/subject-requests/:id': 'answerForData',
  'POST /api/v1/subject-requests/:id/erase': 'answerForData',
  'GET /note-releases': 'signedIn',
  'POST /note-releases/:request/:note': 'signedIn',
}
