/** What each page of an organisation's entry begins with. */
import type { Network } from '../../../db/networks.ts'
import { type Profile, readProfile } from '../../../db/profiles.ts'
import { listTerms, type Term } from '../../../db/terms.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { chooseNetwork, idOf } from '../services/load.ts'

type Visit = {
  var: PageEnv['Variables']
  req: { query(name: string): string | undefined; param(name: string): string | undefined }
}
export type Entry = {
  t: T
  profile: Profile
  isOwn: boolean
  /** Whose categories, kinds and facilities are meant. */
  network: Network
  kinds: readonly Term[]
  facilities: readonly Term[]
  at: (path: string) => string
}

export async function loadEntry(c: Visit): Promise<Entry> {
  const { ctx, actor, t } = c.var
  const profile = await readProfile(ctx.db, actor, idOf(c.req.param('id')))
  const { network, at } = await chooseNetwork(c, { id: profile.id, networks: profile.networks })
  const [kinds, facilities] = await Promise.all([
    listTerms(ctx.db, network.id, 'organisation_kind'),
    listTerms(ctx.db, network.id, 'facility'),
  ])
  return { t, profile, network, kinds, facilities, at, isOwn: profile.id === actor.organisationId }
}
