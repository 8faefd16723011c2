/** Whose desk it is: the network's for its coordinators, the organisation's for its primary users. */
import type { Context } from 'hono'
import type { Controller } from '../../../domain/policy-on-privacy.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { paths } from '../../paths.ts'
import { loadSettings } from '../system/load.ts'

export type DeskOf = { of: Controller; name: string; path: string; back: { href: string; label: string } }

export async function networkDesk(c: Context<PageEnv>): Promise<DeskOf> {
  const { network, at, t } = await loadSettings(c)
  const back = { href: at(paths.system), label: t('system.title') }
  return { of: { networkId: network.id }, name: network.name, path: at(paths.subjects), back }
}

export async function ownDesk(c: Context<PageEnv>): Promise<DeskOf> {
  const { actor, t } = c.var
  const { organisationId, organisationName } = actor
  if (!organisationId) throw absent()
  const back = { href: paths.people, label: t('people.title') }
  return { of: { organisationId }, name: organisationName ?? '', path: paths.ownSubjects, back }
}
