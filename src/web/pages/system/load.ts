/** What each page of the settings begins with: the network, and the register where there is one. */
import { type Network, readNetworks } from '../../../db/networks.ts'
import { type Entry, readRegister } from '../../../db/settings.ts'
import { type Register, registerOf } from '../../../domain/registers.ts'
import type { T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { paths } from '../../paths.ts'

export type Visit = {
  var: PageEnv['Variables']
  req: { query(name: string): string | undefined; param(name: string): string | undefined }
}
export type Settings = {
  t: T
  network: Network
  /** Those that the viewer coordinates. */
  networks: readonly Network[]
  /** Keeps the network in an address, where there is a choice. */
  at: (path: string) => string
}
export type InRegister = Settings & { register: Register; entries: readonly Entry[] }

/** The network asked for, else the one worked in, else the first that one coordinates. */
export async function loadSettings(c: Visit): Promise<Settings> {
  const { ctx, actor, t, session } = c.var
  const networks = await readNetworks(ctx.db, actor.coordinates)
  const wanted = [c.req.query('network'), session?.networkId]
  const network = wanted.map(id => networks.find(one => one.id === id)).find(Boolean) ?? networks[0]
  if (!network) throw absent()
  const at = (path: string) =>
    networks.length > 1 ? `${path}${path.includes('?') ? '&' : '?'}network=${network.id}` : path
  return { t, network, networks, at }
}

export async function loadRegister(c: Visit, name = c.req.param('list') ?? ''): Promise<InRegister> {
  const register = registerOf(name)
  if (!register) throw absent()
  const settings = await loadSettings(c)
  return { ...settings, register, entries: await readRegister(c.var.ctx.db, settings.network.id, register) }
}

/** Back to the list, at the entry concerned. */
export function doneAt({ at, register }: InRegister, did: string, id?: string): string {
  return at(`${paths.register(register.name)}?done=${did}`) + (id ? `#e-${id}` : '')
}

/** Labels of the tree in its order, each with how deep it stands; those beneath a retired one too. */
export function inTree(
  entries: readonly Entry[],
  parentId: string | null = null,
  depth = 0,
): (Entry & { depth: number })[] {
  return entries
    .filter(entry => (entry.parentId ?? null) === parentId)
    .flatMap(entry => [{ ...entry, depth }, ...inTree(entries, entry.id, depth + 1)])
}
