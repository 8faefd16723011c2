/** Who may see and do what: the visibility matrix, one function. Its twin for lists is in db/referrals, and test/policy-agrees proves them equal. */
import type { Party } from './lifecycle.ts'
import type { NetworkSettings } from './network.ts'
import type { Assignment, Referral } from './referral.ts'

export const scopes = ['directory:read', 'services:write', 'referrals:read', 'referrals:write', 'reports:read'] as const
export type Scope = (typeof scopes)[number]

/** Somebody signed in (or their token), acting for one of their organisations. */
export type Actor = {
  userId: string
  name: string
  organisationId: string | null
  organisationName: string | null
  role: 'primary' | 'member' | null
  /** Networks in which the organisation is active; `agreed` to the current data-sharing agreement. */
  networks: readonly { id: string; agreed: boolean }[]
  coordinates: readonly string[]
  commissions: readonly string[]
  administrator: boolean
  /** RPT-3: a member who may see the figures of their organisation. */
  seesReports?: boolean
  /** What a token is cut to; null for a person at the screen. */
  scopes: readonly Scope[] | null
  /** The token that they came by. */
  tokenId?: string
  /** ADM-5: their network asks for two-step verification, and they have not set it up: until then nothing else opens. */
  lacksSecondStep?: boolean
}

/** How an organisation stands to a referral that it sent, received or may receive: what opens most first. */
export const standingKinds = ['sender', 'helping', 'waiting', 'closed', 'referred_on', 'gone', 'shortlisted'] as const
export type Standing = (typeof standingKinds)[number]
export type Sides = {
  networkId: string
  /** NET-4: whose form it was sent by, where that is a connected network's: there its sender stands. */
  throughNetworkId?: string | null
  restricted: boolean
  consentWithdrawn: boolean
  parties: readonly { organisationId: string; standing: Standing }[]
  /** Coordinators who opened it by break-glass within the hour (RES-16). */
  openedBy?: readonly string[]
}

export type Identity = 'name' | 'initials' | 'nothing'
export type Sight = {
  /** none: as if it did not exist · exists: reference, dates, parties, status · row: and needs · limited: asked, identity hidden · full */
  level: 'none' | 'exists' | 'row' | 'limited' | 'full'
  /** How the person is named to those who do not see everything. */
  identity: Identity
  notes: Extent
  history: Extent
}
/** `to_exit`: what was there when the organisation's part ended. `own`: what it wrote or did itself, and what it was answered. */
export type Extent = 'all' | 'to_exit' | 'own' | 'none'

type Rules = Pick<NetworkSettings, 'membersSee' | 'membersSeeIdentity' | 'identityBeforeAcceptance'>

export function sightOf(actor: Actor, sides: Sides, rules: Rules): Sight {
  if (actor.scopes && !actor.scopes.includes('referrals:read')) return nothing
  const sights = [
    asOrganisation(actor, sides, rules),
    asCoordinator(actor, sides),
    actor.administrator ? { ...nothing, level: 'exists' as const } : nothing,
  ]
  return sights.reduce((best, sight) => (rank(sight) > rank(best) ? sight : best))
}

/** In whose name an actor may act on a referral, or on one of its assignments: a coordinator (RES-16) only on what is open to them. */
export function partiesOf(actor: Actor, sides: Sides, assignment: Pick<Assignment, 'organisationId'> | null): Party[] {
  if (sides.consentWithdrawn || (actor.scopes && !actor.scopes.includes('referrals:write'))) return []
  const parties: Party[] = []
  const own = actor.organisationId
  const isActive = (networkId: string) => actor.networks.some(({ id, agreed }) => id === networkId && agreed)
  if (own && isActive(sides.networkId) && assignment?.organisationId === own) parties.push('recipient')
  if (own && isActive(sentFrom(sides)) && standingsOf(own, sides).includes('sender')) parties.push('referrer')
  if (asCoordinator(actor, sides).level === 'full') parties.push('coordinator')
  return parties
}

/** NET-4: the eyes with which somebody may see that two referrals belong together: those of their organisation alone. */
export function asMemberOnly(actor: Actor): Actor {
  return { ...actor, coordinates: [], commissions: [], administrator: false }
}

/** FORM-15: the coordinator, and the organisations asked and helping, are told that it may be the same person again. */
export function isToldOfDuplicates(actor: Actor, sides: Sides): boolean {
  if (actor.coordinates.includes(sides.networkId)) return true
  const mine = actor.organisationId ? standingsOf(actor.organisationId, sides) : []
  return mine.includes('waiting') || mine.includes('helping')
}

/** How each organisation stands, best first: what the rows of referral_party hold. */
export function standings(
  referral: Referral,
  referrerId: string | null,
): { organisationId: string; standing: Standing }[] {
  const received = new Set([...referral.assignments, ...referral.shortlist].map(one => one.organisationId))
  return [
    ...(referrerId ? [{ organisationId: referrerId, standing: 'sender' as const }] : []),
    ...[...received].map(organisationId => ({ organisationId, standing: receiving(referral, organisationId) })),
  ]
}

/** What a person may do anywhere, apart from any one referral: the doors of pages and API ask here. */
export const permissions = {
  public: () => true,
  signedIn: () => true,
  refer: actor => actor.networks.some(network => network.agreed) && mayWrite(actor),
  readReferrals: actor => isInside(actor) && (actor.scopes?.includes('referrals:read') ?? true),
  answerReferrals: actor => (isMember(actor) || actor.coordinates.length > 0) && mayWrite(actor),
  handOver: actor => actor.organisationId !== null && mayWrite(actor),
  readDirectory: actor =>
    (isInside(actor) || actor.commissions.length > 0) && (actor.scopes?.includes('directory:read') ?? true),
  /** Its own records, whatever becomes of its place in a network. */
  readPeople: actor => actor.organisationId !== null && (actor.scopes?.includes('referrals:read') ?? true),
  keepPeople: actor => actor.organisationId !== null && mayWrite(actor),
  manageOrganisation: actor => actor.role === 'primary' && (actor.scopes?.includes('services:write') ?? true),
  keepServices: actor =>
    (actor.role === 'primary' || actor.coordinates.length > 0) && (actor.scopes?.includes('services:write') ?? true),
  /** One of their own, of their network, or to coordinate one that nobody coordinates. */
  answerInvitations: actor =>
    (actor.role === 'primary' || actor.coordinates.length > 0 || actor.administrator) && actor.scopes === null,
  manageUsers: actor => (actor.role === 'primary' || actor.coordinates.length > 0) && actor.scopes === null,
  coordinate: actor => actor.coordinates.length > 0 && actor.scopes === null,
  /** The referral form, and settings, by clients too. */
  keepForms: actor => actor.coordinates.length > 0 && (actor.scopes?.includes('services:write') ?? true),
  /** What is held on a person: given out, held back, erased. */
  answerForData: actor => (actor.coordinates.length > 0 || actor.role === 'primary') && mayWrite(actor),
  /** API-3: who tells another system, reads and answers for what it is told of. */
  keepWebhooks: actor =>
    (actor.role === 'primary' || actor.coordinates.length > 0) &&
    mayWrite(actor) &&
    (actor.scopes?.includes('referrals:read') ?? true),
  readAudit: actor => (actor.coordinates.length > 0 || actor.administrator) && actor.scopes === null,
  administer: actor => actor.administrator && actor.scopes === null,
  readReports: actor =>
    (actor.role === 'primary' ||
      actor.seesReports === true ||
      actor.coordinates.length > 0 ||
      actor.commissions.length > 0 ||
      actor.administrator) &&
    (actor.scopes?.includes('reports:read') ?? true),
} as const satisfies Record<string, (actor: Actor) => boolean>
export type Permission = keyof typeof permissions

export function may(actor: Actor, permission: Permission): boolean {
  return permissions[permission](actor)
}

/** Its own primary users, and the coordinators of any network that it belongs to (ORG-2, NET-5). */
export function mayManageOrganisation(
  actor: Actor,
  organisation: { id: string; networkIds: readonly string[] },
): boolean {
  const isOwn = actor.role === 'primary' && actor.organisationId === organisation.id
  const coordinates = organisation.networkIds.some(id => actor.coordinates.includes(id))
  return may(actor, 'keepServices') && (isOwn || coordinates)
}

/** RES-17: one's own work, and a primary user that of a colleague. */
export function mayHandOver(actor: Actor, whose: { userId: string; organisationId: string }): boolean {
  const isOwn = actor.userId === whose.userId || actor.role === 'primary'
  return may(actor, 'handOver') && actor.organisationId === whose.organisationId && isOwn
}

const nothing: Sight = { level: 'none', identity: 'nothing', notes: 'none', history: 'none' }
const everything: Sight = { level: 'full', identity: 'name', notes: 'all', history: 'all' }
const existence: Sight = { ...nothing, level: 'exists' }
/** What the organisation's best standing opens, before restriction and the network's settings narrow it. */
function asOrganisation(actor: Actor, sides: Sides, rules: Rules): Sight {
  if (!actor.organisationId) return nothing
  const mine = standingsOf(actor.organisationId, sides)
  const isSender = mine.includes('sender') && actor.networks.some(({ id }) => id === sentFrom(sides))
  if (isSender) return sides.consentWithdrawn ? existence : everything
  const network = actor.networks.find(({ id }) => id === sides.networkId)
  if (!network || sides.consentWithdrawn) return nothing
  const standing = standingKinds.find(one => one !== 'sender' && mine.includes(one)) ?? null
  if (standing === 'helping') return everything
  if (standing === 'waiting') return network.agreed ? asAsked(rules) : nothing
  if (standing === 'closed' || standing === 'referred_on')
    return { ...everything, notes: 'to_exit', history: 'to_exit' }
  if (sides.restricted || !network.agreed) return nothing
  return asOther(standing, rules)
}

/** What others wrote may name the person, so notes open with acceptance too. */
function asAsked(rules: Rules): Sight {
  if (rules.identityBeforeAcceptance) return everything
  return {
    level: 'limited',
    identity: rules.membersSeeIdentity === 'nothing' ? 'nothing' : 'initials',
    notes: 'own',
    history: 'all',
  }
}

/** Another member of the network; one that declined keeps what it wrote and did, one on the shortlist knows that it exists. */
function asOther(standing: Standing | null, rules: Rules): Sight {
  const own: Extent = standing === 'gone' ? 'own' : 'none'
  if (rules.membersSee === 'row' || standing === 'shortlisted')
    return { level: 'row', identity: rules.membersSeeIdentity, notes: 'own', history: own }
  return standing === 'gone' ? { ...existence, notes: 'own', history: 'own' } : nothing
}

function asCoordinator(actor: Actor, sides: Sides): Sight {
  if (!actor.coordinates.includes(sides.networkId)) return nothing
  if (sides.consentWithdrawn || (sides.restricted && !sides.openedBy?.includes(actor.userId))) return existence
  return everything
}

function receiving({ assignments }: Referral, organisationId: string): Standing {
  const statuses = assignments.filter(one => one.organisationId === organisationId).map(({ status }) => status)
  if (statuses.includes('accepted')) return 'helping'
  if (statuses.includes('pending')) return 'waiting'
  if (statuses.includes('closed')) return 'closed'
  if (statuses.includes('referred_on')) return 'referred_on'
  return statuses.length > 0 ? 'gone' : 'shortlisted'
}

function sentFrom({ networkId, throughNetworkId }: Sides): string {
  return throughNetworkId ?? networkId
}

export function standingsOf(organisationId: string, { parties }: Sides): Standing[] {
  return parties.filter(party => party.organisationId === organisationId).map(({ standing }) => standing)
}

const levels: Sight['level'][] = ['none', 'exists', 'row', 'limited', 'full']
const extents: Extent[] = ['none', 'own', 'to_exit', 'all']
function rank(sight: Sight): number {
  return levels.indexOf(sight.level) * 10 + extents.indexOf(sight.history)
}

function isMember(actor: Actor): boolean {
  return actor.organisationId !== null && actor.networks.length > 0
}
function isInside(actor: Actor): boolean {
  return isMember(actor) || actor.coordinates.length > 0 || actor.administrator
}
export function mayWrite(actor: Actor): boolean {
  return actor.scopes?.includes('referrals:write') ?? true
}
