/** Which network's directory is looked into: the one named, the one worked in, or the first. */
import type { Context } from 'hono'
import { listNetworkIds } from '../../../db/directory/networks.ts'
import { type Network, readNetworks } from '../../../db/networks.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'

export { dayOf } from '../../../domain/week.ts'

export type InNetwork = { network: Network; networks: Network[] }

/** Null for somebody who belongs to none; a network that is not theirs does not exist. */
export async function networkOf(c: Context<PageEnv>, wanted: string | undefined): Promise<InNetwork | null> {
  const { ctx, actor, session } = c.var
  const networks = await readNetworks(ctx.db, await listNetworkIds(ctx.db, actor))
  if (wanted && !networks.some(({ id }) => id === wanted)) throw absent()
  const network = networks.find(({ id }) => id === (wanted ?? session?.networkId)) ?? networks[0]
  return network ? { network, networks } : null
}
