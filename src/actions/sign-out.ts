/** Ends the session, so that what the browser still holds is worthless. */
import { endSession } from '../db/sessions.ts'
import type { Context } from './context.ts'

export async function signOut({ db }: Context, sessionId: string): Promise<void> {
  await endSession(db, sessionId)
}
