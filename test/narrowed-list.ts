/** Five referrals that differ in need, area, age, urgency and who may see them, and which of them a page lists. */
import { sql } from 'kysely'
import { startApp } from './app.ts'
import { network, type Role } from './network.ts'

const day = 86_400_000
export type Name = 'plain' | 'urgent' | 'late' | 'kept' | 'elsewhere'
export type NarrowedList = Awaited<ReturnType<typeof openNarrowed>>

export const on = (days: number) => new Date(Date.now() - days * day).toISOString().slice(0, 10)
const ago = (days: number) => () => new Date(Date.now() - days * day)
const outside = { line1: '', line2: '', town: '', county: '', postcode: 'M1 9ZQ', noFixedAddress: false }

/** Stop its app. */
export async function openNarrowed() {
  const app = await startApp()
  const world = await network({ database: app.database })
  const sent: Record<Name, { id: string; reference: string }> = {
    plain: await world.send({ now: ago(1) }),
    urgent: await world.send({ needs: ['housing'], ask: ['second', 'third'], fill: { urgent: true }, now: ago(2) }),
    late: await world.send({ needs: ['company'], ask: ['thirdToo'], now: ago(6) }),
    kept: await world.send({ needs: ['food'], ask: ['first'], now: ago(3) }),
    elsewhere: await world.send({ needs: ['debt'], ask: ['second'], fill: { address: outside }, now: ago(3.9) }),
  }
  await sql`update referral set restricted = true where id = ${sent.kept.id}`.execute(app.database.owner)

  function namesIn(ids: readonly string[]): Name[] {
    return ids.map(id => Object.entries(sent).find(([, one]) => one.id === id)?.[0] as Name)
  }

  /** The names of those that the page lists, in its order. */
  async function listed(role: Role, query: string): Promise<Name[]> {
    const { text } = await (await app.as(world.users[role])).get(`/referrals?${query}`)
    return namesIn([...text.matchAll(/class="row-name" href="\/referrals\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? ''))
  }

  return { app, world, sent, namesIn, listed }
}
