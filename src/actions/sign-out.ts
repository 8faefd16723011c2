/** Ends the session, so that what the browser still holds is worthless. */
import { endSession } from '../db/sessions.ts'
import type { Context } from './context.ts'

/** `provided`: it was opened by single sign-on, so that the provider may still hold one of its own. */
export async function signOut({ db }: Context, sessionId: string): Promise<{ provided: boolean }> {
  return { provided: (await endSession(db, sessionId)) !== null }
}
