/** A referral as its page shows it: what the viewer may see, the network's words for it, and the land around it. */
import type { Context } from 'hono'
import { whoIs } from '../../../actions/context.ts'
import { listTellable, type ReferralView, viewReferral } from '../../../actions/view-referral.ts'
import { actAs } from '../../../db/database.ts'
import { type Neighbour, readNeighbourhood } from '../../../db/neighbourhood.ts'
import { type Network, readNetwork } from '../../../db/networks.ts'
import { type OwnRecord, readOwnRecord } from '../../../db/people/own.ts'
import { type Kept, readKept } from '../../../db/privacy/retention.ts'
import type { Tellable } from '../../../db/referrals/tellable.ts'
import type { Actor } from '../../../domain/policy.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { type ListQuery, readQuery } from './query.ts'

export type ReferralData = {
  id: string
  actor: Actor
  now: Date
  view: ReferralView
  network: Network
  neighbours: Neighbour[]
  /** Whom a note may be sent to. */
  tellable: Tellable[]
  /** The viewer's organisation's own record of the person. */
  record: OwnRecord | null
  /** How long it is kept, and what holds it. */
  kept: Kept | null
  /** The list's filters, kept while working on one of its referrals. */
  query: ListQuery
}

export async function loadReferral(c: Context<PageEnv>): Promise<ReferralData> {
  const { ctx, actor } = c.var
  const id = idIn(c, 'id')
  const view = await viewReferral(ctx, id, 'page')
  const network = await readNetwork(ctx.db, view.file.networkId)
  const neighbours = view.content ? await readNeighbourhood(ctx.db, network.authorities, null) : []
  return {
    id,
    actor,
    now: ctx.now(),
    view,
    network,
    neighbours,
    tellable: await listTellable(ctx, view),
    record: await loadRecord(c, id),
    kept: await actAs(ctx.db, whoIs(actor), trx => readKept(trx, id)),
    query: readQuery(c.req.url),
  }
}

async function loadRecord(c: Context<PageEnv>, id: string): Promise<OwnRecord | null> {
  const { ctx, actor } = c.var
  const { organisationId } = actor
  return organisationId === null ? null : actAs(ctx.db, whoIs(actor), trx => readOwnRecord(trx, id, organisationId))
}

/** What is no id is no page either. */
export function idIn(c: Context<PageEnv>, name: 'id' | 'assignment' | 'file'): string {
  const id = c.req.param(name) ?? ''
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw absent()
  return id
}
