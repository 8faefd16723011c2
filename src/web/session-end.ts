/** How long a session goes on, as its pages tell their warning. */
import { type Session, sessionLimits } from '../db/actors.ts'
import { paths } from './paths.ts'
import type { SessionEnd } from './ui/session-end.tsx'

/** A minute less: the last use is written once a minute. */
const idle = (sessionLimits.idleMinutes - 1) * 60

export function sessionEndOf({ expiresAt }: Pick<Session, 'expiresAt'>, now: Date): SessionEnd {
  return { idle, left: Math.max(0, Math.floor((expiresAt.getTime() - now.getTime()) / 1000)), stay: paths.stay }
}
