/** A small world for stories: a network, four organisations with services, somebody in every role, places near and far. */
import { randomUUID } from 'node:crypto'
import { actOnReferral, type Target } from '#src/actions/act-on-referral.ts'
import type { ActingContext, Context } from '#src/actions/context.ts'
import { type Sent, sendReferral } from '#src/actions/send-referral.ts'
import { loadActor } from '#src/db/actors.ts'
import { type Database, openDatabase } from '#src/db/database.ts'
import { loadCase } from '#src/db/referrals/load.ts'
import type { Answers } from '#src/domain/answers.ts'
import type { Action } from '#src/domain/lifecycle.ts'
import type { NetworkSettings } from '#src/domain/network.ts'
import { type Submission, submission } from '#src/domain/submission.ts'
import { freshDatabase } from './database.ts'
import { type Built, build, type Kind, type Role, type ServiceKey } from './network-parts.ts'

export { type Kind, labels, type Role, type ServiceKey } from './network-parts.ts'
export type World = Awaited<ReturnType<typeof network>>
/** On a database of its own, or in the one given. `settings` are the network's. */
export async function network(
  given: { database?: Database; settings?: Partial<NetworkSettings>; now?: () => Date } = {},
) {
  const own = given.database ? null : await openFresh()
  const database = given.database ?? own?.database
  if (!database) throw new Error('a world needs a database')
  const { now = () => new Date(), settings = {} } = given
  const ctx: Context = {
    db: database.db,
    actor: null,
    now,
    secret: 's'.repeat(40),
    baseUrl: 'http://onward.example.org',
  }
  const built = await build(database, ctx, settings)
  const as = (role: Role, at = now) => actingAs(ctx, built, role, at)
  return {
    ...built,
    ctx,
    database,
    /** For actions: the world's clock, or one of the story's own. */
    as,
    /** Sends a referral; needs and services by key. By default: food and debt, to the first, then the second. */
    send: async (wishes: Wishes = {}) => send(await as(wishes.by ?? 'referrer', wishes.now), built, wishes),
    /** What happens to a referral, by somebody, on the live assignment of a service or on the whole. */
    act: async <A extends Action>(
      role: Role,
      action: A,
      on: { id: string; service?: ServiceKey },
      answers: Answers<A>,
    ) => actOnReferral(await as(role), await targetOf(built, database, action, on), answers),
    stop: async () => {
      await own?.database.close()
      await own?.drop()
    },
  }
}

export type Wishes = {
  by?: Role
  needs?: readonly Kind[]
  ask?: readonly ServiceKey[]
  fill?: Partial<Submission>
  now?: () => Date
}

/** A person who may be reached by email, in the middle of the network's area. */
export function filledIn(
  world: Pick<Built, 'categories'>,
  needs: readonly Kind[],
  fill: Partial<Submission> = {},
): Submission {
  return submission.parse({
    person: { firstName: 'Morag', lastName: 'Penhaligon', dateOfBirth: '1984-02-29', email: 'morag@example.com' },
    address: { line1: '7 Lantern Row', town: 'Liverpool', postcode: 'L4 9ZQ' },
    safeContact: { channels: ['email'] },
    needs: needs.map(kind => world.categories[kind]),
    circumstances: 'Lost her work in the spring and has lived on savings since; they ran out last week.',
    ...fill,
  })
}

async function openFresh() {
  const { url, drop } = await freshDatabase()
  return { database: openDatabase(url), drop }
}

async function actingAs(ctx: Context, { users }: Built, role: Role, now: () => Date): Promise<ActingContext> {
  const actor = await loadActor(ctx.db, users[role], null)
  if (!actor) throw new Error(`nobody is ${role}`)
  return { ...ctx, actor, now }
}

async function send(
  ctx: ActingContext,
  world: Built,
  { needs = ['food', 'debt'], ask = ['first', 'second'], fill }: Wishes,
): Promise<Sent> {
  return sendReferral(ctx, {
    networkId: world.networkId,
    submissionId: randomUUID(),
    submission: filledIn(world, needs, fill),
    sending: {
      shortlist: ask.map(key => world.services[key]),
      consent: { given: true, wordingId: world.wordingId, how: 'spoken' },
    },
    origin: 'member',
  })
}

async function targetOf<A extends Action>(
  { services }: Built,
  { owner }: Database,
  action: A,
  { id, service }: { id: string; service?: ServiceKey },
): Promise<Target<A>> {
  const { referral } = await loadCase(owner, id)
  const assignment = service && referral.assignments.findLast(one => one.serviceId === services[service])
  return { referralId: id, assignmentId: assignment?.id, action }
}
