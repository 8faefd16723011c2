/** What each page of the editor begins with: the service, and the network whose words it is described in. */
import { listVenues, type Venue } from '../../../db/locations.ts'
import { type Network, readNetwork } from '../../../db/networks.ts'
import {
  type Keeper,
  type KeptPlace,
  type KeptService,
  readKeeper,
  readKeptService,
} from '../../../db/services/kept.ts'
import type { Actor } from '../../../domain/policy.ts'
import type { T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { paths } from '../../paths.ts'

type Visit = {
  var: PageEnv['Variables']
  req: { query(name: string): string | undefined; param(name: string): string | undefined }
}
type Named = { id: string; name: string }

export type Editor = {
  t: T
  service: KeptService
  network: Network
  place: KeptPlace
  /** Those that it can be described in, for whoever asks. */
  networks: readonly Named[]
  /** Keeps the network in an address, where there is a choice. */
  at: (path: string) => string
}

export async function loadEditor(c: Visit): Promise<Editor> {
  const { ctx, actor, t } = c.var
  const service = await readKeptService(ctx.db, actor, idOf(c.req.param('id')))
  if (service.status === 'archived') throw absent()
  const { network, networks, at } = await chooseNetwork(c, { id: service.organisationId, networks: service.networks })
  const place = service.places.find(({ networkId }) => networkId === network.id) ?? nowhere(network.id)
  return { t, service, network, networks, at, place }
}

/** The organisation asked for, or else one's own. */
export async function loadKeeper(c: Visit): Promise<Keeper> {
  const { ctx, actor } = c.var
  const asked = c.req.query('organisation') ?? actor.organisationId
  return readKeeper(ctx.db, actor, idOf(asked ?? undefined))
}

/** The one asked for, else the one worked in, else the first. */
export async function chooseNetwork(c: Visit, keeper: { id: string; networks: readonly Named[] }) {
  const networks = keeper.networks.filter(({ id }) => mayDescribeIn(c.var.actor, keeper.id, id))
  const wanted = [c.req.query('network'), c.var.session?.networkId]
  const chosen = wanted.map(id => networks.find(one => one.id === id)).find(Boolean) ?? networks[0]
  if (!chosen) throw absent()
  const network = await readNetwork(c.var.ctx.db, chosen.id)
  const at = (path: string) =>
    networks.length > 1 ? `${path}${path.includes('?') ? '&' : '?'}network=${network.id}` : path
  return { network, networks, at }
}

export function readVenues(c: Visit, organisationId: string): Promise<(Venue & { services: number })[]> {
  return listVenues(c.var.ctx.db, organisationId)
}

/** A foreign shape of id is as absent as a foreign id. */
export function idOf(text: string | undefined): string {
  if (!text || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) throw absent()
  return text
}

/** Back to the editor's first page, saying what was done. */
export function doneAt({ at, service }: Pick<Editor, 'at' | 'service'>, done: string): string {
  return at(`${paths.editService(service.id)}?done=${done}`)
}

function mayDescribeIn(actor: Actor, organisationId: string, networkId: string): boolean {
  const isOwn = actor.role === 'primary' && actor.organisationId === organisationId
  return isOwn || actor.coordinates.includes(networkId)
}

function nowhere(networkId: string): KeptPlace {
  return { networkId, active: false, listed: false, restrictions: {}, categoryIds: [], open: false }
}
