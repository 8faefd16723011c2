/** How a referral of the demonstration is written down: who, what for, whom to ask, and what happened then. */
import type { Action } from '../../../domain/lifecycle.ts'

/** `by`: the service that answers, where more than one is at it. Labels of needs, keys of services, labels of reasons and outcomes. */
export type DemoStep = readonly [
  hoursLater: number,
  action: Action,
  how?: { by?: string; keep?: string[]; to?: string; needs?: string[]; why?: string; outcome?: string; note?: string },
]

export type DemoReferral = {
  /** Hours before the demonstration is loaded; moved to the nearest working hour unless `exact`. */
  ago: number
  exact?: boolean
  /** Account and organisation: moira@harbour. */
  from: string
  first: string
  last: string
  born: string
  gender?: 'woman' | 'man' | 'non_binary' | 'unsaid'
  children?: 'none' | 'expecting' | 'under_five' | 'school_age'
  household?: number
  postcode: string
  street?: string
  /** Channels and times that are safe; `voicemail` or `quiet`. Empty: nothing is. */
  safe: string
  avoid?: string
  health?: string
  needs: readonly string[]
  ask: readonly string[]
  urgent?: true
  /** RES-16 */
  restricted?: true
  /** To the network's own questions, by their ids in form.ts. */
  answers?: Readonly<Record<string, string | string[]>>
  consent?: 'spoken' | 'in_person' | 'written'
  story: string
  next?: readonly DemoStep[]
  /** NET-4: what the same form asked of the connected network, in its words, and what came of it there. */
  linked?: Pick<DemoReferral, 'needs' | 'ask' | 'next'>
}

export const outcomes = {
  representing: 'Client contacted – representing client',
  advised: 'Client contacted – client advised',
  withdrawn: 'Client contacted – referral withdrawn by client',
  elsewhere: 'Client contacted – referral not appropriate – referred to another service',
  silent: 'Client contacted – no response received',
} as const
