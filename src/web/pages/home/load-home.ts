/** Everything Home shows to this viewer, and nothing else. */
import type { Context } from 'hono'
import { whoIs } from '../../../actions/context.ts'
import { type AgreementAsked, listAgreementsAsked } from '../../../db/agreements.ts'
import { type NetworkChecklist, readChecklist } from '../../../db/checklist.ts'
import { actAs, type Transaction } from '../../../db/database.ts'
import { type Draft, listDrafts } from '../../../db/drafts.ts'
import {
  type Asking,
  countCoordinating,
  type Figures,
  listQuestions,
  listReturned,
  readAskings,
  readFigures,
} from '../../../db/home.ts'
import { type Network, readNetworks } from '../../../db/networks.ts'
import { countAskedNotes } from '../../../db/privacy/releases.ts'
import { type Counts, countReferrals } from '../../../db/referrals/counts.ts'
import { type Filters, listReferrals, type ReferralRow } from '../../../db/referrals/list.ts'
import type { DB } from '../../../db/schema.ts'
import { isComplete } from '../../../domain/checklist.ts'
import { mostCounted } from '../../../domain/listing.ts'
import { type Actor, may } from '../../../domain/policy.ts'
import { type Answer, askReport } from '../../../reports/ask.ts'
import type { PageEnv } from '../../env.ts'
import { working } from '../referrals/query.ts'

export type HomeData = {
  actor: Actor
  now: Date
  member: boolean
  coordinator: boolean
  mayRefer: boolean
  counts: Counts
  unplaced: number
  waiting: ReferralRow[]
  askings: ReadonlyMap<string, Asking>
  questions: ReferralRow[]
  /** FORM-10: with needs that came back to be chosen for again; `returnedCount` of them in all. */
  returned: ReferralRow[]
  returnedCount: number
  sent: ReferralRow[]
  drafts: Draft[]
  placing: ReferralRow[]
  overdue: ReferralRow[]
  overdueCount: number
  networks: Network[]
  /** Networks looked after that are not ready yet. */
  settingUp: { network: Network; checklist: NetworkChecklist['checklist'] }[]
  agreements: AgreementAsked[]
  figures: Figures | null
  /** RPT-3: of each network whose figures are read, its last told quarter by need. */
  quarters: Answer[]
  /** PRIV-2: private notes of the viewer's that a person's request waits for. */
  notesAsked: number
}

const shown = 8
const thirtyDays = 30 * 86_400_000

export async function loadHome(c: Context<PageEnv>): Promise<HomeData> {
  const { ctx, session } = c.var
  const actor = working(c.var.actor, session?.networkId)
  const now = ctx.now()
  return actAs(ctx.db, whoIs(actor), async trx => {
    const member = actor.networks.length > 0
    const coordinator = actor.coordinates.length > 0
    const networks = await readNetworks(trx, [...new Set([...networksOf(actor)])])
    return {
      notesAsked: await countAskedNotes(trx, actor.userId),
      ...{ actor, now, member, coordinator, mayRefer: may(actor, 'refer') },
      counts: await countReferrals(trx, actor),
      networks,
      quarters: member || coordinator ? [] : await readQuarters(trx, actor, now),
      settingUp: await listSettingUp(trx, actor, networks),
      agreements: await listAgreementsAsked(trx, actor),
      ...(await ownWork(trx, actor, member)),
      ...(await networkWork(trx, actor, coordinator, now)),
      figures:
        member || coordinator
          ? null
          : await readFigures(
              trx,
              actor.administrator ? null : actor.commissions,
              new Date(now.getTime() - thirtyDays),
            ),
    }
  })
}

async function listSettingUp(trx: Transaction<DB>, { coordinates }: Actor, networks: readonly Network[]) {
  const mine = networks.filter(({ id }) => coordinates.includes(id))
  const states = await Promise.all(mine.map(async network => ({ network, ...(await readChecklist(trx, network.id)) })))
  return states.filter(({ hidden, checklist }) => !hidden && !isComplete(checklist))
}

async function readQuarters(trx: Transaction<DB>, actor: Actor, now: Date): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const of of actor.commissions)
    answers.push(await askReport({ db: trx, now: () => now }, actor, 'quarter', { of }))
  return answers
}

function networksOf({ networks, coordinates, commissions }: Actor): string[] {
  return [...networks.map(({ id }) => id), ...coordinates, ...commissions]
}

async function ownWork(trx: Transaction<DB>, actor: Actor, member: boolean) {
  if (!member)
    return {
      waiting: [],
      askings: new Map<string, Asking>(),
      questions: [],
      returned: [],
      returnedCount: 0,
      sent: [],
      drafts: await listDrafts(trx, actor.userId),
    }
  const waiting = await rowsOf(trx, actor, { tab: 'received', stage: 'open', sort: 'oldest_waiting' })
  const questionIds = await listQuestions(trx, actor)
  const returnedIds = await listReturned(trx, actor)
  return {
    waiting,
    askings: await readAskings(
      trx,
      actor,
      waiting.map(({ id }) => id),
    ),
    questions: questionIds.length > 0 ? await rowsOf(trx, actor, { tab: 'sent', ids: questionIds }) : [],
    returned: returnedIds.length > 0 ? await rowsOf(trx, actor, { tab: 'sent', ids: returnedIds }) : [],
    returnedCount: returnedIds.length,
    sent: await rowsOf(trx, actor, { tab: 'sent', stage: 'open', sort: 'oldest_waiting' }),
    drafts: await listDrafts(trx, actor.userId),
  }
}

async function networkWork(trx: Transaction<DB>, actor: Actor, coordinator: boolean, now: Date) {
  if (!coordinator) return { placing: [], overdue: [], unplaced: 0, overdueCount: 0 }
  const counted = await countCoordinating(trx, actor, now, mostCounted)
  const inNetworks = { tab: 'all', networkIds: actor.coordinates, sort: 'oldest_waiting' } as const
  return {
    placing: await rowsOf(trx, actor, { ...inNetworks, status: 'needs_placing' }),
    overdue: await rowsOf(trx, actor, { ...inNetworks, overdueAt: now }),
    unplaced: counted.unplaced,
    overdueCount: counted.overdue,
  }
}

async function rowsOf(trx: Transaction<DB>, actor: Actor, filters: Filters): Promise<ReferralRow[]> {
  return (await listReferrals(trx, actor, filters, null, shown)).rows
}
