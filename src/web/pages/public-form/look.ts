/** Everything that the typed answers come to: place, asked questions, steps, who would be asked, and each field at fault. */
import type { Context } from 'hono'
import { listConnected } from '../../../db/connections.ts'
import type { OpenEntry } from '../../../db/entry-links.ts'
import { type Network, readNetwork, readNetworks } from '../../../db/networks.ts'
import { readAskedBy } from '../../../db/own-questions.ts'
import { readListed, readRestricting } from '../../../db/services/cards.ts'
import { findSuggestions } from '../../../db/suggestions.ts'
import type { Completed } from '../../../domain/completing.ts'
import { divideNeeds, offeredBy, partFor } from '../../../domain/connection.ts'
import { factsOf } from '../../../domain/facts.ts'
import { isOutside } from '../../../domain/network.ts'
import type { AskedBy } from '../../../domain/own-questions.ts'
import { laterDemographics, type PublicStep, publicSteps, stepOf } from '../../../domain/public-steps.ts'
import type { FieldError } from '../../../domain/submission.ts'
import type { PublicEnv } from '../../env.ts'
import { type Filled, fill, textOf } from '../refer/filled.ts'
import { type Located, locate } from '../refer/place.tsx'
import type { State } from './state.ts'

/** `isNamed`: listed publicly, so that somebody without an account may read its name. */
export type Candidate = {
  serviceId: string
  serviceName: string
  organisationId: string
  organisationName: string
  meets: string[]
  isNamed: boolean
}
/** NET-4: what goes to one network. `candidates`: in the order in which they would be asked; empty while too little is known. */
export type Part = { network: Network; needs: string[]; candidates: Candidate[] }
export type Look = {
  entry: OpenEntry
  /** With the needs of those connected with it too. */
  network: Network
  connected: Network[]
  state: State
  self: boolean
  located: Located | null
  filled: Filled
  /** The form's own network first, where it has a part. */
  parts: Part[]
  others: Part[]
  /** Of the form's own network. */
  candidates: Candidate[]
  asking: AskedBy[]
  asked: ReadonlySet<string>
  later: ReadonlySet<string>
  steps: PublicStep[]
}

/** `withServices`: also who would be asked, which costs a search. */
export async function lookAt(
  { var: { ctx, deps } }: Context<PublicEnv>,
  entry: OpenEntry,
  state: State,
  withServices: boolean,
): Promise<Look> {
  const { db } = deps.database
  const own = await readNetwork(db, entry.networkId)
  const connected = await readNetworks(db, await listConnected(db, own.id))
  const network = offeredBy(own, connected)
  const self = entry.kind === 'self'
  const located = await locate(db, network, textOf(state.typed, 'address.postcode'))
  const today = ctx.now().toISOString().slice(0, 10)
  const place = located?.place ?? null
  const first = fill(network, state.typed, place, today)
  const later = laterDemographics(network.form, network.demographics, await restrictingIn(db, [own, ...connected]))
  const parts = await partsOf({ db, located, at: ctx.now(), withServices }, [own, ...connected], first)
  const others = parts.filter(part => part.network.id !== own.id)
  const candidates = parts.find(part => part.network.id === own.id)?.candidates ?? []
  const asking = await readAskedBy(
    db,
    network.id,
    candidates.map(({ organisationId }) => organisationId),
  )
  const again = asking.length > 0 ? fill(network, state.typed, place, today, asking) : first
  const filled = within(again, others, located)
  const asked = new Set(filled.done?.walked.asked.map(({ id }) => id))
  const steps = publicSteps({ form: network.form, self, asked, ownAsked: asking.length > 0, later })
  return {
    entry,
    network,
    connected,
    state,
    self,
    located,
    filled,
    parts,
    others,
    candidates,
    asking,
    asked,
    later,
    steps,
  }
}

type Db = Parameters<typeof findSuggestions>[0]
type Finding = { db: Db; located: Located | null; at: Date; withServices: boolean }

/** Of the form's own network, also where nothing goes to it: then nobody of it is asked. */
export function ownPart({ network, candidates }: Look): Part {
  return { network, needs: [], candidates }
}

/** Demographics that a service of any of them looks at. */
async function restrictingIn(db: Db, networks: readonly Network[]): Promise<string[]> {
  const all = await Promise.all(networks.map(({ id }) => readRestricting(db, id)))
  return [...new Set(all.flat())]
}

async function partsOf(finding: Finding, networks: [Network, ...Network[]], { done }: Filled): Promise<Part[]> {
  const divided = divideNeeds(done?.submission.needs ?? [], networks)
  return Promise.all(
    divided.map(async ({ network, needs }) => {
      const part = done && partFor(done, network, needs, network === networks[0])
      return {
        network,
        needs,
        candidates: part && finding.withServices ? await findCandidates(finding, network, part) : [],
      }
    }),
  )
}

/** A connected network may take nobody from outside its area. */
function within(filled: Filled, others: readonly Part[], located: Located | null): Filled {
  const stops = ({ network: { settings, authorities } }: Part) =>
    settings.outsideArea === 'stop' && isOutside(authorities, located?.place ?? null)
  if (!others.some(stops)) return filled
  const errors = [...(filled.ok ? [] : filled.errors), { field: 'needs', code: 'outside_connected' }]
  return { ok: false, errors, done: filled.done }
}

/** Where consent reaches only services that are named, only those that may be named are asked. */
async function findCandidates({ db, located, at }: Finding, network: Network, done: Completed): Promise<Candidate[]> {
  if (done.submission.needs.length === 0) return []
  const { ruledIn, ruledOut } = done.effects
  const place = located?.place ?? null
  const sought = { needs: done.submission.needs, place, facts: factsOf(done.facts), ruledIn, ruledOut }
  const { shortlist, suggested, names } = await findSuggestions(db, network, sought, at)
  const listed = await readListed(db, network.id, shortlist)
  const candidates = shortlist.flatMap(serviceId => {
    const name = names.get(serviceId)
    const meets = suggested.find(one => one.serviceId === serviceId)?.meets ?? []
    return name ? [{ serviceId, ...name, meets, isNamed: listed.has(serviceId) }] : []
  })
  return network.settings.consentScope === 'named' ? candidates.filter(({ isNamed }) => isNamed) : candidates
}

/** The faults of one step; of who refers also what only those without an account are asked for. */
export function errorsOn({ network, later, filled, self, entry, state }: Look, step: PublicStep): FieldError[] {
  const errors = filled.ok ? [] : filled.errors
  const own = errors.filter(({ field }) => stepOf({ form: network.form, later }, field) === step)
  if (step !== 'source' || self) return own
  const missing = [
    ...(textOf(state.typed, 'source.name') === '' ? [{ field: 'source.name', code: 'required' }] : []),
    ...(entry.organisationId === null && textOf(state.typed, 'source.organisation') === ''
      ? [{ field: 'source.organisation', code: 'required' }]
      : []),
    ...(textOf(state.typed, 'source.email') === '' ? [{ field: 'source.email', code: 'required' }] : []),
  ]
  return [...missing, ...own]
}

/** The first step before `until` that something is wrong on. */
export function firstWrong(look: Look, until?: PublicStep): PublicStep | null {
  const end = until ? look.steps.indexOf(until) : look.steps.length
  return look.steps.slice(0, end < 0 ? look.steps.length : end).find(step => errorsOn(look, step).length > 0) ?? null
}
