/** Thirteen referrals as a table that a person can read and add up: what the figures of every report are checked against. */
import { sql } from 'kysely'
import { actOnReferral } from '#src/actions/act-on-referral.ts'
import { loadCase } from '#src/db/referrals/load.ts'
import type { Answers } from '#src/domain/answers.ts'
import type { Action } from '#src/domain/lifecycle.ts'
import type { Kind, Role, ServiceKey, World } from './network.ts'

/**
 * All are sent by the referrer's organisation, for people of Liverpool, L4. What happened: which service, what it said, and how many
 * hours after the sending. `far` and `full` are reasons to decline, `good` and `bad` outcomes.
 */
export const written = `
no | sent             | needs     | asked        | what happened                                    | born | said
 1 | 2026-01-05 09:00 | food      | first        | first yes 2, first end 50 good                   | 1990 | woman
 2 | 2026-01-06 09:00 | food debt | first second | first no 10 far, second yes 16                   | 1990 | woman
 3 | 2026-01-12 09:00 | housing   | second       |                                                  | 1990 | woman
 4 | 2026-01-19 09:00 | food      | first        | first yes 30, first end 54 bad                   | 1990 | woman
 5 | 2026-01-20 09:00 | debt      | first second | first no 4 full, second yes 28, second end 100 good | 1990 | woman
 6 | 2026-02-02 09:00 | food      | first        | first yes 1                                      | 1990 | man
 7 | 2026-02-03 09:00 | food      | first        | first no 3 far                                   | 1950 | man
 8 | 2026-02-04 09:00 | debt      | second       | second yes 5, second end 101 good                | 1950 | man
 9 | 2026-02-09 09:00 | housing   | second third | second no 20 full, third yes 44, third end 92 bad | 1950 | man
10 | 2026-02-10 09:00 | food      | first        | first yes 8, first end 176 good                  | 1950 | man
11 | 2026-02-16 09:00 | company   | thirdToo     | thirdToo yes 12                                  | 1950 | man
12 | 2026-02-17 09:00 | food      | first        | first yes 1                                      | 1950 | restricted
13 | 2025-12-10 09:00 | food      | first        | first yes 6, first end 30 good                   | 1990 | woman`

export async function sendWritten(world: World): Promise<void> {
  const words = await wordsIn(world)
  for (const line of written.trim().split('\n').slice(1)) {
    const [, sent = '', needs = '', asked = '', happened = '', born, said = ''] = line
      .split('|')
      .map(cell => cell.trim())
    const at = new Date(`${sent.replace(' ', 'T')}:00Z`)
    const { id } = await world.send({
      needs: needs.split(' ') as Kind[],
      ask: asked.split(' ') as ServiceKey[],
      now: () => at,
      fill: {
        person: {
          firstName: 'Morag',
          lastName: 'Penhaligon',
          dateOfBirth: `${born}-02-01`,
          email: 'morag@example.com',
        },
        ...(said === 'restricted' ? { restricted: true } : { details: { demographics: { gender: [said] } } }),
      } as object,
    })
    for (const step of happened.split(',').filter(Boolean)) await take(world, words, { id, at }, step.trim())
  }
}

type Words = Readonly<Record<string, string>>

async function wordsIn({ database, networkId }: World): Promise<Words> {
  const { rows } = await sql<Words>`select
      (select id from term where network_id = ${networkId} and label = 'Outside the area that we cover' limit 1) as far,
      (select id from term where network_id = ${networkId} and label = 'We have no room at the moment' limit 1) as full,
      (select id from outcome where network_id = ${networkId} and successful limit 1) as good,
      (select id from outcome where network_id = ${networkId} and not successful limit 1) as bad`.execute(
    database.owner,
  )
  return rows[0] ?? {}
}

/** "second no 20 full": the second declines 20 hours after the sending, for want of room. */
async function take(world: World, words: Words, { id, at }: { id: string; at: Date }, step: string): Promise<void> {
  const [service = '', said = '', hours, word = ''] = step.split(' ')
  const { referral } = await loadCase(world.database.owner, id)
  const assignment = referral.assignments.findLast(one => one.serviceId === world.services[service as ServiceKey])
  const outcomes = Object.fromEntries(referral.needs.map(need => [need.id, words[word]]))
  const does: Record<string, [Action, object]> = {
    yes: ['accept', {}],
    no: ['reject', { reasonId: words[word], note: '' }],
    end: ['close', { outcomes, note: '' }],
  }
  const [action, answers] = does[said] ?? ['accept', {}]
  const role = (service === 'thirdToo' ? 'third' : service) as Role
  const ctx = await world.as(role, () => new Date(at.getTime() + Number(hours) * 3_600_000))
  await actOnReferral(ctx, { referralId: id, assignmentId: assignment?.id, action }, answers as Answers<typeof action>)
}
