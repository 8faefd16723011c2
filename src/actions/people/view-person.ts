/** Opening a person's record: what it holds, what differs elsewhere, the referrals as far as they may be seen; and that it was read. */
import { type PersonRecord, readPerson } from '../../db/people/read.ts'
import { listReferrals, type ReferralRow } from '../../db/referrals/list.ts'
import { type Difference, differences } from '../../domain/people.ts'
import { may } from '../../domain/policy.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { noPerson } from './keeper.ts'

export type Offer = Omit<PersonRecord['accounts'][number], 'details'> & { differences: Difference[] }
export type PersonView = Omit<PersonRecord, 'accounts'> & {
  /** Corrections on offer: never taken over by themselves. */
  offers: Offer[]
  rows: ReferralRow[]
  /** How many of its referrals the organisation may no longer see. */
  withheld: number
}

const mostReferrals = 100

export function viewPerson(ctx: ActingContext, id: string, what: 'page' | 'api'): Promise<PersonView> {
  const { actor } = ctx
  return inTransaction(ctx, async trx => {
    if (!actor.organisationId || !may(actor, 'readPeople')) throw noPerson()
    const reader = { userId: actor.userId, organisationId: actor.organisationId, tokenId: actor.tokenId }
    const record = await readPerson(trx, id, reader, what, ctx.now())
    if (!record) throw noPerson()
    const { accounts, ...rest } = record
    const ids = record.referrals.map(({ referralId }) => referralId)
    const { rows } =
      ids.length > 0 ? await listReferrals(trx, actor, { tab: 'all', ids }, null, mostReferrals) : { rows: [] }
    return { ...rest, rows, withheld: ids.length - rows.length, offers: offersOf(record, accounts) }
  })
}

function offersOf({ details }: PersonRecord, accounts: PersonRecord['accounts']): Offer[] {
  return accounts
    .map(({ details: theirs, ...account }) => ({ ...account, differences: differences(details, theirs) }))
    .filter(offer => offer.differences.length > 0)
}
