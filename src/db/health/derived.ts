/** Columns that are worked out from others: are they what the rules say? */
import { type Kysely, sql, type Transaction } from 'kysely'
import { standings } from '../../domain/policy.ts'
import { type Need, progressOf, type Referral, statusOf } from '../../domain/referral.ts'
import type { DB } from '../schema.ts'
import { refreshAllCandidates } from '../services/candidates.ts'

type Row = {
  id: string
  status: string
  progress: string
  referrerId: string | null
  needs: { status: Need['status']; outcomeId: string | null }[]
  assignments: Referral['assignments']
  shortlist: Referral['shortlist']
  parties: string[]
  /** What reports read beside it: when it was first accepted, and the categories that each asking was for. */
  figuresAgree: boolean
}

/** Ids of referrals whose status, progress, parties or figures differ from what their needs and assignments make of them. */
export async function findDifferent(db: Kysely<DB>): Promise<string[]> {
  const different: string[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await readBatch(db, after)
    different.push(...rows.filter(isDifferent).map(({ id }) => id))
    const last = rows.at(-1)
    if (!last) return different
    after = last.id
  }
}

/** Takes away what no rule gives: organisations that are no longer, or never were, party to the referral. */
export async function removeStrayParties(trx: Kysely<DB>, id: string, belonging: readonly string[]): Promise<void> {
  await sql`delete from referral_party where referral_id = ${id} and not (organisation_id::text = any(${belonging}::text[]))`.execute(
    trx,
  )
}

/** What askings have of their referral, beside them for the figures. */
export async function alignAskings(trx: Kysely<DB>, id: string): Promise<void> {
  await sql`update assignment a set authority_code = r.authority_code, counted = not r.restricted and r.consent_withdrawn_at is null
    from referral r where r.id = ${id} and a.referral_id = r.id`.execute(trx)
}

/** `saveCase` takes a moment for a change; a repair is none, so the moments stay. */
export async function readMoments(trx: Kysely<DB>, id: string) {
  return trx.selectFrom('referral').select(['changedAt', 'closedAt']).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function restoreMoments(trx: Kysely<DB>, id: string, moments: { changedAt: Date; closedAt: Date | null }) {
  await trx.updateTable('referral').set(moments).where('id', '=', id).execute()
}

/** How many rows change when all that searches narrow by is worked out again; kept only if the transaction is. */
export async function refreshReach(trx: Transaction<DB>): Promise<number> {
  await sql`create temporary table reach_before on commit drop as
    select network_id, category_id, service_id, reach::text as reach, venue::text as venue, open from service_category`.execute(
    trx,
  )
  await refreshAllCandidates(trx)
  const { rows } = await sql<{ changed: number }>`
    select count(*)::int as changed from service_category c join reach_before b using (network_id, category_id, service_id)
    where (c.reach::text, c.venue::text, c.open) is distinct from (b.reach, b.venue, b.open)`.execute(trx)
  return rows[0]?.changed ?? 0
}

async function readBatch(db: Kysely<DB>, after: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.status, r.progress, r.referrer_organisation_id as referrer_id,
      (select json_agg(json_build_object('status', n.status, 'outcomeId', n.outcome_id)) from need n where n.referral_id = r.id) as needs,
      (select coalesce(json_agg(json_build_object('organisationId', a.organisation_id, 'status', a.status)), '[]')
        from assignment a where a.referral_id = r.id) as assignments,
      (select coalesce(json_agg(json_build_object('organisationId', s.organisation_id)), '[]')
        from shortlist_item s where s.referral_id = r.id) as shortlist,
      (select coalesce(json_agg(p.organisation_id || ' ' || p.side || ' ' || p.standing || ' ' || p.status), '[]')
        from referral_party p where p.referral_id = r.id) as parties,
      r.taken_at is not distinct from (select min(a.answered_at) from assignment a where a.referral_id = r.id and a.status <> 'rejected')
        and not exists (select from assignment a where a.referral_id = r.id and (a.authority_code is distinct from r.authority_code
            or a.counted <> (not r.restricted and r.consent_withdrawn_at is null) or a.category_ids <> array(
          select n.category_id from assignment_need l join need n on n.id = l.need_id where l.assignment_id = a.id order by 1))) as figures_agree
    from referral r where r.id > ${after} order by r.id limit 1000`.execute(db)
  return rows
}

function isDifferent(row: Row): boolean {
  const { status, progress, referrerId, needs, assignments, shortlist, parties } = row
  const derived = {
    needs: (needs ?? []).map(need => ({
      ...asNeed,
      status: need.status,
      outcome: need.outcomeId ? someOutcome : null,
    })),
  }
  if (statusOf(derived) !== status || progressOf(derived) !== progress || !row.figuresAgree) return true
  const expected = standings({ needs: [], assignments, shortlist }, referrerId).map(
    ({ organisationId, standing }) =>
      `${organisationId} ${standing === 'sender' ? 'sent' : 'received'} ${standing} ${status}`,
  )
  return expected.sort().join() !== parties.toSorted().join()
}

const asNeed = { id: '', categoryId: '' }
const someOutcome = { outcomeId: '', successful: true }
