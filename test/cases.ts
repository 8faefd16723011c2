/** What people do to a referral in a browser, each on the page of its own action. */
import { loadCase } from '#src/db/referrals/load.ts'
import { type App, startApp } from './app.ts'
import { network, type Role, type ServiceKey } from './network.ts'

export type Cases = Awaited<ReturnType<typeof openCases>>

export const page = (id: string) => `/referrals/${id}`

/** Starts a program with a world of its own; `app.stop()` ends it. */
export async function openCases() {
  const app = await startApp()
  const world = await network({ database: app.database })
  const as = (role: Role) => app.as(world.users[role])
  const caseOf = (id: string) => loadCase(app.database.owner, id)
  /** The page of an action on the latest assignment of a service. */
  const pathOf = async (id: string, service: ServiceKey, action: string) => {
    const { referral } = await caseOf(id)
    const assignment = referral.assignments.findLast(({ serviceId }) => serviceId === world.services[service])
    return `${page(id)}/assignments/${assignment?.id}/${action}`
  }
  return {
    ...{ app, world, as, caseOf, pathOf },
    does: async (
      role: Role,
      id: string,
      service: ServiceKey,
      action: string,
      fields: Record<string, string | string[]> = {},
    ) => {
      const browser = await as(role)
      await browser.get(page(id))
      return browser.post(await pathOf(id, service, action), fields)
    },
    needOf: async (id: string, label: string) => {
      const { needLabels } = await caseOf(id)
      return [...needLabels].find(([, name]) => name === label)?.[0] ?? ''
    },
    /** The first term of one of the network's lists. */
    termOf: (list: string) => termOf(app, world.networkId, list),
    outcomeOf: (successful: boolean) => outcomeOf(app, world.networkId, successful),
  }
}

async function termOf({ database }: App, networkId: string, list: string): Promise<string> {
  const { id } = await database.owner
    .selectFrom('term')
    .select('id')
    .where('networkId', '=', networkId)
    .where('list', '=', list)
    .orderBy('position')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

async function outcomeOf({ database }: App, networkId: string, successful: boolean): Promise<string> {
  const { id } = await database.owner
    .selectFrom('outcome')
    .select('id')
    .where('networkId', '=', networkId)
    .where('successful', '=', successful)
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}
