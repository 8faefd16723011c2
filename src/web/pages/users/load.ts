/** Whose people a page is about: an organisation, or those with a part in a network. */
import { type Colleague, findColleague } from '../../../db/colleagues.ts'
import { networksOfOrganisation } from '../../../db/directory/organisations.ts'
import { readNetworks } from '../../../db/networks.ts'
import { isOn, readSecondStep, readStanding } from '../../../db/second-step.ts'
import { mayHandOver } from '../../../domain/policy.ts'
import { mayTakeSecondStepOff, rolesKept } from '../../../domain/policy-on-accounts.ts'
import type { MemberRole } from '../../../domain/users.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { paths } from '../../paths.ts'
import { idOf } from '../services/load.ts'

type Visit = {
  var: PageEnv['Variables']
  req: { query(name: string): string | undefined; param(name: string): string | undefined }
}
type Named = { id: string; name: string }

/** `roles`: those that whoever looks keeps there. */
export type Of =
  | { kind: 'organisation'; id: string; name: string; roles: readonly MemberRole[] }
  | { kind: 'network'; id: string; name: string; roles: readonly ['coordinator', 'commissioner'] }
export type Whose = { of: Of; others: readonly { href: string; name: string; current: boolean }[] }

/** The one asked for, else the network coordinated, else one's own organisation. */
export async function loadWhose(c: Visit): Promise<Whose> {
  const { actor, ctx, session } = c.var
  const networks = await readNetworks(ctx.db, actor.coordinates)
  const own = actor.role === 'primary' && actor.organisationId ? ownOf(c) : null
  const asked = c.req.query('organisation')
  const wanted = c.req.query('network')
  const network = networks.find(({ id }) => id === (wanted ?? session?.networkId)) ?? networks[0]
  const byNetwork: Of | null = network
    ? { kind: 'network', id: network.id, name: network.name, roles: ['coordinator', 'commissioner'] }
    : null
  const of = asked ? await organisationOf(c, idOf(asked)) : (byNetwork ?? own)
  if (!of || (wanted && byNetwork?.id !== wanted)) throw absent()
  const choices = [
    ...networks.map(({ id, name }) => ({ href: hrefOf({ kind: 'network', id }), name, id })),
    ...(own ? [{ href: hrefOf(own), name: own.name, id: own.id }] : []),
  ]
  return { of, others: choices.map(({ id, ...one }) => ({ ...one, current: id === of.id })) }
}

export function hrefOf({ kind, id }: Pick<Of, 'kind' | 'id'>, path: string = paths.users): string {
  return `${path}?${kind}=${id}`
}

export type Kept = {
  colleague: Colleague
  roles: readonly MemberRole[]
  isOwn: boolean
  handsOver: boolean
  /** They have a second step, and whoever looks may take it off. */
  stepGoes: boolean
}

/** An account that somebody else keeps is absent. */
export async function loadColleague(c: Visit): Promise<Kept> {
  const { actor, ctx } = c.var
  const colleague = await findColleague(ctx.db, idOf(c.req.param('id')))
  if (!colleague) throw absent()
  const networkIds = await networksOfOrganisation(ctx.db, colleague.organisationId)
  const roles = rolesKept(actor, { id: colleague.organisationId, networkIds })
  if (!roles.includes(colleague.role)) throw absent()
  const { userId } = colleague
  const standing = { userId, ...(await readStanding(ctx.db, userId)) }
  const stepGoes = mayTakeSecondStepOff(actor, standing) && isOn(await readSecondStep(ctx.db, userId))
  return { colleague, roles, isOwn: userId === actor.userId, handsOver: mayHandOver(actor, colleague), stepGoes }
}

function ownOf({ var: { actor } }: Visit): Of {
  const { organisationId, organisationName } = actor
  const roles = ['member', 'primary'] as const
  return { kind: 'organisation', id: organisationId ?? '', name: organisationName ?? '', roles }
}

async function organisationOf({ var: { actor, ctx } }: Visit, id: string): Promise<Of> {
  const networkIds = await networksOfOrganisation(ctx.db, id)
  const roles = rolesKept(actor, { id, networkIds })
  const found: Named | undefined = await ctx.db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (roles.length === 0 || !found) throw absent()
  return { kind: 'organisation', ...found, roles }
}
