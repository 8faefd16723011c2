/** The network that a coordinator's page is about: the one asked for, the one worked in, else their first. */
import { type Network, readNetwork } from '../../../db/networks.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'

type Visit = { var: PageEnv['Variables']; req: { query(name: string): string | undefined } }

export async function workingNetwork({ var: { actor, ctx, session }, req }: Visit): Promise<Network> {
  const wanted = [req.query('network'), session?.networkId]
  const id = wanted.find(one => one && actor.coordinates.includes(one)) ?? actor.coordinates[0]
  if (!id) throw absent()
  return readNetwork(ctx.db, id)
}
