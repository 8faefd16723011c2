/** NET-4: networks that are connected, and a submission divided among them. */

import type { Completed, Offered } from './completing.ts'
import { noEffects } from './journey.ts'

/** How a connection stands, as one of its two networks sees it. `asked`: it has to answer; `asking`: the other has. */
export const connectionStates = ['asked', 'asking', 'connected', 'ended'] as const
export type ConnectionState = (typeof connectionStates)[number]

export type Connection = {
  /** Whose coordinator asked. */
  networkId: string
  acceptedAt: Date | null
  endedAt: Date | null
}

export function connectionState({ networkId, acceptedAt, endedAt }: Connection, viewedFrom: string): ConnectionState {
  if (endedAt) return 'ended'
  if (acceptedAt) return 'connected'
  return networkId === viewedFrom ? 'asking' : 'asked'
}

export const connectionActs = ['accept', 'end'] as const
export type ConnectionAct = (typeof connectionActs)[number]

/** What the coordinator of a network may do about it: the one who was asked accepts, and either may end it at any time. */
export function connectionActsFor(state: ConnectionState): ConnectionAct[] {
  if (state === 'ended') return []
  return state === 'asked' ? ['accept', 'end'] : ['end']
}

type WithCategories = { id: string; categories: ReadonlyMap<string, { retired: boolean }> }

/**
 * The needs of one submission, by the network that each belongs to: first the network of the form, which has a part even
 * without needs of its own only where no other has. Needs that none of them offers (any more) are in no part.
 */
export function divideNeeds<N extends WithCategories>(
  needs: readonly string[],
  networks: readonly [N, ...N[]],
): { network: N; needs: string[] }[] {
  const once = [...new Set(needs)]
  const parts = networks.map(network => ({
    network,
    needs: once.filter(id => network.categories.get(id)?.retired === false),
  }))
  const filled = parts.filter(part => part.needs.length > 0)
  return filled.length > 0 ? filled : parts.slice(0, 1)
}

/** What the form of the first offers: its own, and the needs of those connected with it. */
export function offeredBy<N extends Offered>(network: N, connected: readonly Pick<N, 'categories'>[]): N {
  const categories = new Map([network, ...connected].flatMap(one => [...one.categories]))
  return { ...network, categories }
}

/**
 * What one network gets of a submission: the person and its own needs. Answers to the form's own questions stay with
 * the network of the form (`isOwn`), and of the demographics another gets those that it has itself.
 */
export function partFor(
  done: Completed,
  { demographics }: Pick<Offered, 'demographics'>,
  needs: string[],
  isOwn: boolean,
): Completed {
  const submission = { ...done.submission, needs }
  if (isOwn) return { ...done, submission, facts: { ...done.facts, needs } }
  const known = Object.entries(submission.details.demographics).filter(([key, given]) => {
    const own = demographics.find(one => one.key === key)
    return own && (own.options.length === 0 || given.every(one => own.options.some(option => option.key === one)))
  })
  const groups = Object.fromEntries(known)
  return {
    submission: {
      ...submission,
      details: { ...submission.details, demographics: groups },
      answers: {},
      organisationAnswers: {},
    },
    walked: { asked: [], answers: {}, errors: [] },
    effects: noEffects,
    facts: { ...done.facts, needs, demographics: groups },
    own: new Map(),
    errors: [],
  }
}
