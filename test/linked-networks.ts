/** Two networks that are connected: one form sends a referral in each. */
import { randomUUID } from 'node:crypto'
import type { ActingContext } from '#src/actions/context.ts'
import { sendReferral } from '#src/actions/send-referral.ts'
import { viewReferral } from '#src/actions/view-referral.ts'
import type { App } from './app.ts'
import { filledIn, network, type Role } from './network.ts'
import { secondNetwork } from './second-network.ts'

export type Linked = Awaited<ReturnType<typeof linkedNetworks>>

/** The third organisation belongs to both. */
export async function linkedNetworks({ database }: App) {
  const world = await network({ database })
  const second = await secondNetwork(world, { members: ['third'] })
  await second.connect()

  /** Food here, legal advice there. */
  async function send(by: Role = 'referrer', submissionId = randomUUID()) {
    const submission = filledIn(world, ['food'])
    return sendReferral(await world.as(by), {
      networkId: world.networkId,
      submissionId,
      submission: { ...submission, needs: [...submission.needs, second.categories.legal] },
      sending: {
        shortlist: [world.services.first],
        consent: { given: true, wordingId: world.wordingId, how: 'spoken' },
        connected: [{ network: second.networkId, wordingId: second.wordingId }],
      },
      origin: 'member',
    })
  }

  return { world, second, send }
}

export const view = (ctx: ActingContext, id: string) => viewReferral(ctx, id, 'page')
