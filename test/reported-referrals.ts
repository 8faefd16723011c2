/** A few referrals whose figures are checked: who sees which, and that pages, files and lists tell the same. For the sums themselves see written-referrals.ts. */
import { sql } from 'kysely'
import { actOnReferral } from '#src/actions/act-on-referral.ts'
import { loadCase } from '#src/db/referrals/load.ts'
import type { Answers } from '#src/domain/answers.ts'
import type { Action } from '#src/domain/lifecycle.ts'
import type { Wish } from '#src/reports/ask.ts'
import type { Kind, Role, ServiceKey, World } from './network.ts'

export const noon = new Date('2026-06-15T11:00:00Z')
export const halfYear: Wish = { period: 'days', from: '2026-01-01', until: '2026-06-15', compare: 'no' }
const hour = 3_600_000

export async function sendReported(world: World): Promise<void> {
  const { owner } = world.database
  const idOf = async (table: 'term' | 'outcome', where: ReturnType<typeof sql>) =>
    (
      await sql<{
        id: string
      }>`select id from ${sql.table(table)} where network_id = ${world.networkId} and ${where} limit 1`.execute(owner)
    ).rows[0]?.id ?? ''
  const far = await idOf('term', sql`label = 'Outside the area that we cover'`)
  const [good, bad] = [await idOf('outcome', sql`successful`), await idOf('outcome', sql`not successful`)]

  // 1: food of the first, accepted after 2 hours, closed well after 50.
  const one = await sent(world, '2026-05-04T09:00:00Z', ['food'], ['first'])
  await after(world, one, 2, 'first', 'accept', 'first', {})
  await after(world, one, 50, 'first', 'close', 'first', { outcomes: await outcomeFor(world, one, good), note: '' })
  // 2: food and debt; the first declines after 10 hours, the second takes the debt 6 hours later; nobody has the food.
  const two = await sent(world, '2026-05-05T09:00:00Z', ['food', 'debt'], ['first', 'second'])
  await after(world, two, 10, 'first', 'reject', 'first', { reasonId: far, note: '' })
  await after(world, two, 16, 'second', 'accept', 'second', {})
  // 3: housing, still waiting for the second.
  await sent(world, '2026-05-20T09:00:00Z', ['housing'], ['second'])
  // 4: food, accepted after 30 hours, closed without success after 54.
  const four = await sent(world, '2026-06-01T09:00:00Z', ['food'], ['first'])
  await after(world, four, 30, 'first', 'accept', 'first', {})
  await after(world, four, 54, 'first', 'close', 'first', { outcomes: await outcomeFor(world, four, bad), note: '' })
  // 5: restricted. 6: taken back by the person. 7: before the period.
  const five = await sent(world, '2026-06-02T09:00:00Z', ['food'], ['first'], { restricted: true })
  await after(world, five, 1, 'first', 'accept', 'first', {})
  const six = await sent(world, '2026-06-03T09:00:00Z', ['debt'], ['second'])
  await sql`update referral set consent_withdrawn_at = ${noon} where id = ${six.id}`.execute(owner)
  await sent(world, '2025-12-30T09:00:00Z', ['food'], ['first'])
}

type Made = { id: string; at: Date }
async function sent(world: World, when: string, needs: Kind[], ask: ServiceKey[], fill = {}): Promise<Made> {
  const at = new Date(when)
  return { id: (await world.send({ needs, ask: ask as 'first'[], fill, now: () => at })).id, at }
}
async function after<A extends Action>(
  world: World,
  { id, at }: Made,
  hours: number,
  role: Role,
  action: A,
  service: ServiceKey,
  answers: unknown,
) {
  const { referral } = await loadCase(world.database.owner, id)
  const assignment = referral.assignments.findLast(one => one.serviceId === world.services[service])
  const ctx = await world.as(role, () => new Date(at.getTime() + hours * hour))
  await actOnReferral(ctx, { referralId: id, assignmentId: assignment?.id, action }, answers as Answers<A>)
}
async function outcomeFor(world: World, { id }: Made, outcome: string) {
  const { referral } = await loadCase(world.database.owner, id)
  return Object.fromEntries(referral.needs.map(need => [need.id, outcome]))
}
