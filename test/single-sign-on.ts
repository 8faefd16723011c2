/** Onward beside a real OpenID provider, and people who have an account at both. */
import { sql } from 'kysely'
import { startApp } from './app.ts'
import { startIdentityProvider } from './identity-provider.ts'

export const baseUrl = 'http://onward.example'
export const email = (who: string) => `${who}@harbour.example`
/** What the page that one is sent back to tells of a sign-in that failed. */
export const why = (to: string | null) => new URL(to ?? '', baseUrl).searchParams.get('sso')

export type SingleSignOn = Awaited<ReturnType<typeof openSingleSignOn>>

export async function openSingleSignOn() {
  const provider = await startIdentityProvider(baseUrl)
  const app = await startApp({ BASE_URL: baseUrl, ...provider.env })
  return {
    ...{ app, provider },
    /** Gives them an account; returns its id. */
    add: (who: string) => app.addUser({ email: email(who), name: 'Ama Mensah' }),
    /** Sits them down at the provider. */
    seat: (who: string, more = {}) => provider.seat({ subject: `s-${who}`, email: email(who), ...more }),
    eventsOf: async (userId: string | null) => {
      const { rows } = await sql<{ action: string; codes: object }>`select action, codes from event
        where user_id is not distinct from ${userId}::uuid order by id`.execute(app.database.owner)
      return rows.map(({ action, codes }) => `${action} ${JSON.stringify(codes)}`)
    },
    stop: async () => {
      await app.stop()
      await provider.stop()
    },
  }
}
