/** A referral in every standing, setting and state, for what says who may see which (policy-agrees.test.ts). */
import { sql } from 'kysely'
import type { Database } from '../src/db/database.ts'
import { type NetworkSettings, networkSettings } from '../src/domain/network.ts'
import type { Sides, Standing } from '../src/domain/policy.ts'

export type Case = { id: string; sides: Sides; settings: NetworkSettings }

export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
/** `own` is the organisation of who looks, `other` one that helps. */
export const [own, other, user, coordinator, administrator] = [1, 2, 3, 4, 5].map(id) as [
  string,
  string,
  string,
  string,
  string,
]

const standings: (Standing | null)[] = [
  'sender',
  'waiting',
  'helping',
  'closed',
  'referred_on',
  'gone',
  'shortlisted',
  null,
]
const flags = [false, true]

type Owner = Database['owner']

export async function insertCases(db: Owner): Promise<{ cases: Case[]; networkIds: string[] }> {
  await insertPeople(db)
  const cases: Case[] = []
  const networkIds: string[] = []
  let n = 100
  for (const membersSee of ['row', 'nothing'] as const)
    for (const identityBeforeAcceptance of flags) {
      const networkId = id(++n)
      networkIds.push(networkId)
      const settings = networkSettings.parse({ membersSee, identityBeforeAcceptance })
      await insertNetwork(db, networkId, settings)
      for (const standing of standings)
        for (const restricted of flags)
          for (const consentWithdrawn of flags)
            cases.push(
              await insertCase(db, { id: id(++n), networkId, settings, standing, restricted, consentWithdrawn }),
            )
    }
  cases.push(...(await insertConnected(db, n, networkIds)))
  await insertNotes(db, cases)
  return { cases, networkIds }
}

async function insertPeople(db: Owner) {
  await sql`insert into "user" (id, name, email) values (${user}, 'Ama', 'ama@example.org'),
    (${coordinator}, 'Cora', 'cora@example.org'), (${administrator}, 'Ada', 'admin@example.org')`.execute(db)
  await sql`insert into organisation (id, name) values (${own}, 'Northbank'), (${other}, 'Harbour')`.execute(db)
}

async function insertNetwork(db: Owner, networkId: string, settings: NetworkSettings) {
  await sql`insert into network (id, slug, name, settings)
    values (${networkId}, ${`network-${networkId.slice(-3)}`}, 'Mersey', ${JSON.stringify(settings)})`.execute(db)
  await sql`insert into grant_in_network (user_id, network_id, role)
    values (${coordinator}, ${networkId}, 'coordinator')`.execute(db)
  await sql`insert into organisation_in_network (network_id, organisation_id)
    values (${networkId}, ${own}), (${networkId}, ${other})`.execute(db)
}

/** NET-4: sent by a form of one's own network into another, of which one is no member; and within one's own, by the form of another. */
async function insertConnected(db: Owner, last: number, [first = '', second = '']: string[]): Promise<Case[]> {
  const settings = networkSettings.parse({})
  const made: Case[] = []
  let n = last
  const foreign = id(++n)
  await sql`insert into network (id, slug, name) values (${foreign}, 'foreign', 'Dee')`.execute(db)
  const ways = [
    { networkId: foreign, standing: 'sender' },
    { networkId: foreign, standing: null },
    { networkId: second, standing: 'sender' },
  ] as const
  for (const restricted of flags)
    for (const consentWithdrawn of flags)
      for (const way of ways) {
        const state = { settings, restricted, consentWithdrawn, throughNetworkId: first }
        made.push(await insertCase(db, { id: id(++n), ...way, ...state }))
      }
  return made
}

type Wanted = Omit<Case, 'sides'> &
  Pick<Sides, 'networkId' | 'restricted' | 'consentWithdrawn'> & {
    standing: Standing | null
    throughNetworkId?: string
  }

async function insertCase(db: Owner, wanted: Wanted): Promise<Case> {
  const { id: referral, settings, networkId, standing, restricted, consentWithdrawn, throughNetworkId = null } = wanted
  const parties = [
    ...(standing ? [{ organisationId: own, standing }] : []),
    { organisationId: other, standing: 'helping' as const },
  ]
  await sql`insert into referral (id, network_id, submission_id, reference, status, progress, restricted, origin, opened_at, changed_at, consent_withdrawn_at, initials, outward_code,
      through_network_id, referrer_organisation_id)
    values (${referral}, ${networkId}, ${referral}, ${referral}, 'accepted', 'accepted', ${restricted}, 'member', now(), now(), ${consentWithdrawn ? new Date() : null}, 'A. L.', 'L4',
      ${throughNetworkId}, ${standing === 'sender' ? own : null})`.execute(db)
  await sql`insert into referral_person (referral_id, first_name, last_name)
    values (${referral}, 'Ada', 'Lovelace')`.execute(db)
  for (const party of parties) {
    const isSender = party.standing === 'sender'
    await sql`insert into referral_party (referral_id, organisation_id, side, standing, network_id, status, urgent, opened_at)
      values (${referral}, ${party.organisationId}, ${isSender ? 'sent' : 'received'}, ${party.standing},
        ${isSender ? (throughNetworkId ?? networkId) : networkId}, 'accepted', false, now())`.execute(db)
  }
  return { id: referral, settings, sides: { networkId, throughNetworkId, restricted, consentWithdrawn, parties } }
}

async function insertNotes(db: Owner, cases: readonly Case[]) {
  const helping = helpedByOwn(cases)
  await sql`insert into note (referral_id, kind, body, author_user_id, author_organisation_id, at) values
    (${helping?.id}, 'regular', 'regular words', ${user}, ${own}, now()),
    (${helping?.id}, 'private', 'private words', ${user}, ${own}, now())`.execute(db)
}

/** The one with notes. */
export const helpedByOwn = (cases: readonly Case[]) =>
  cases.find(({ sides }) =>
    sides.parties.some(({ standing, organisationId }) => standing === 'helping' && organisationId === own),
  )
