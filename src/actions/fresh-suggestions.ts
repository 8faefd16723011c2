/** FORM-10: where the network has it so, what the organisation that one began from declines goes on down fresh suggestions. */
import { sql } from 'kysely'
import type { Transaction } from '../db/database.ts'
import { readNetwork } from '../db/networks.ts'
import { placeOf } from '../db/places.ts'
import type { CaseFile } from '../db/referrals/load.ts'
import type { DB } from '../db/schema.ts'
import { findSuggestions } from '../db/suggestions.ts'
import { rulingsOf } from '../domain/journey.ts'
import type { Move } from '../domain/moves.ts'
import { ageOn } from '../domain/person.ts'
import type { Answer, Question } from '../domain/questions/types.ts'
import { keptBy, type Referral, type Shortlisted } from '../domain/referral.ts'

/** The referral as it is, or with the suggestions of this moment at the end of its list. */
export async function withFreshSuggestions(
  trx: Transaction<DB>,
  file: CaseFile,
  move: Move,
  at: Date,
): Promise<Referral> {
  const { referral } = file
  const needIds = goesOn(file, move)
  const wanted = referral.needs.filter(({ id }) => needIds.includes(id)).map(({ categoryId }) => categoryId)
  if (wanted.length === 0) return referral
  const fresh = await suggestFor(trx, file, wanted, at)
  const isListed = (id: string) =>
    [...referral.shortlist, ...referral.assignments].some(({ serviceId }) => serviceId === id)
  return { ...referral, shortlist: [...referral.shortlist, ...fresh.filter(({ serviceId }) => !isListed(serviceId))] }
}

/** The needs that are let go of by the service that was begun from. A consent in named services goes no further than these. */
function goesOn({ referral, settings, consentScope }: CaseFile, move: Move): string[] {
  if (settings.startFromOrganisation !== 'continue' || consentScope !== 'network') return []
  if (move.action !== 'reject' && move.action !== 'lapse' && move.action !== 'split') return []
  const assignment = referral.assignments.find(({ id }) => id === move.assignmentId)
  if (assignment?.status !== 'pending' || assignment.via !== 'route') return []
  if (assignment.serviceId !== referral.startsFrom) return []
  return move.action === 'split' ? keptBy(assignment).filter(id => !move.keep.includes(id)) : keptBy(assignment)
}

type Facts = { born: string | null; postcode: string | null; demographics: Record<string, string[]> }

async function suggestFor(trx: Transaction<DB>, file: CaseFile, needs: string[], at: Date): Promise<Shortlisted[]> {
  const { rows } = await sql<Facts>`select * from suggestion_facts(${file.id})`.execute(trx)
  const { born = null, postcode = null, demographics = {} } = rows[0] ?? {}
  const [network, place] = [await readNetwork(trx, file.networkId), await placeOf(trx, postcode ?? '')]
  const facts = { age: ageOn(born, at.toISOString().slice(0, 10)), groups: demographics }
  const given = await sql<{ question: Question; value: Answer }>`select * from suggestion_answers(${file.id})`.execute(
    trx,
  )
  const found = await findSuggestions(trx, network, { needs, place, facts, ...rulingsOf(given.rows) }, at)
  return found.shortlist.flatMap(id => {
    const one = found.suggested.find(({ serviceId }) => serviceId === id)
    if (!one) return []
    const { serviceId, organisationId, meets } = one
    return [{ serviceId, organisationId, categoryIds: meets, addedBy: 'suggested' as const }]
  })
}
