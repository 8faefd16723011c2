/** The doors of those without an account: the public form, one's own referral, joining and being invited. */
import type { Permission } from '../domain/policy.ts'
import type { Door } from './doors.ts'

// biome-ignore format: a table
export const publicDoors: Readonly<Record<Door, Permission>> = {
  'GET /networks/:slug/join': 'public',
  'POST /networks/:slug/join': 'public',
  'GET /invitation': 'public',
  'POST /invitation': 'public',
  'GET /confirm/:message': 'public',
  'POST /confirm/:message': 'public',
  'GET /pictures/:id': 'public',
  'GET /pictures/:id/cut': 'public',
  'GET /f/:token': 'public',
  'POST /f/:token': 'public',
  'GET /f/:token/embed': 'public',
  'POST /f/:token/embed': 'public',
  'GET /n/:slug/ask': 'public',
  'POST /n/:slug/ask': 'public',
  'GET /r': 'public',
  'POST /r': 'public',
  'POST /r/withdraw': 'public',
  'POST /r/answer': 'public',
  'GET /r/question/:message': 'public',
  'POST /r/question/:message': 'public',
  'GET /p': 'public',
  'POST /p': 'public',
  'POST /p/called': 'public',
  'POST /p/contact': 'public',
  'POST /p/withdraw': 'public',
}
