/** Who and what the demonstration's referrals refer to by name, found as soon as they are made. */
import { loadActor } from '../../db/actors.ts'
import { type Network, readNetwork } from '../../db/networks.ts'
import type { DemoNetwork } from '../../db/seed/demo/networks.ts'
import type { DemoReferral } from '../../db/seed/demo/referral.ts'
import { listOutcomes, listTerms, type OutcomeChoice, type Term } from '../../db/terms.ts'
import type { ActingContext, Context } from '../context.ts'

/** Ids by the keys of the tables: organisations, services, users as account@organisation, primary users by organisation. */
export type Ids = Record<'organisations' | 'services' | 'users' | 'primaries', Map<string, string>>
export type Cast = Ids & {
  demo: DemoNetwork
  network: Network
  terms: Term[]
  outcomes: OutcomeChoice[]
}

export async function gather(ctx: Context, networkId: string, ids: Ids, demo: DemoNetwork): Promise<Cast> {
  const lists = ['decline_reason', 'withdraw_reason', 'unmet_reason'] as const
  const terms = await Promise.all(lists.map(list => listTerms(ctx.db, networkId, list)))
  const network = await readNetwork(ctx.db, networkId)
  const outcomes = await listOutcomes(ctx.db, networkId)
  return { ...ids, network, outcomes, terms: terms.flat(), demo }
}

/** Throws where the tables name what is not there: they are wrong, and a test says so. */
export function find(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key)
  if (!id) throw new Error(`The demonstration has no ${key}.`)
  return id
}

export function findCategory({ network }: Pick<Cast, 'network'>, label: string): string {
  const category = [...network.categories.values()].find(one => one.label === label)
  if (!category) throw new Error(`The demonstration has no category ${label}.`)
  return category.id
}

/** Account and organisation; the time stands at `at`. */
export async function actingAs(ctx: Context, cast: Cast, who: string, at: Date): Promise<ActingContext> {
  const organisationId = find(cast.organisations, who.split('@')[1] ?? '')
  const actor = await loadActor(ctx.db, find(cast.users, who), organisationId)
  if (!actor) throw new Error(`The demonstration has no ${who}.`)
  return { ...ctx, actor, now: () => at }
}

/** Somebody of that organisation, not always the same. */
export function somebodyOf(cast: Cast, organisationId: string, { last }: DemoReferral): string {
  const [key = ''] = [...cast.organisations].find(([, id]) => id === organisationId) ?? []
  const colleagues = [...cast.users.keys()].filter(who => who.endsWith(`@${key}`))
  return colleagues[last.length % colleagues.length] ?? ''
}
