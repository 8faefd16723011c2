/** Opening a referral: reading what the viewer may see and recording that it was read, in one. */
import type { Transaction } from '../db/database.ts'
import { type Duplicates, readDuplicates } from '../db/referrals/duplicates.ts'
import type { CaseFile } from '../db/referrals/load.ts'
import { type Glass, type Look, readGlass, readViews } from '../db/referrals/oversight.ts'
import { readSharedName } from '../db/referrals/shared-name.ts'
import { readTellable, type Tellable } from '../db/referrals/tellable.ts'
import { readTied, type Tied } from '../db/referrals/tied.ts'
import { readTrail, type Viewer } from '../db/referrals/trail.ts'
import {
  type Attached,
  type CaseView,
  type Content,
  type HistoryLine,
  type Note,
  readCase,
  type ViewedAssignment,
} from '../db/referrals/view.ts'
import type { DB } from '../db/schema.ts'
import { type Action, actionsOn, lifecycle, type Party } from '../domain/lifecycle.ts'
import { type Actor, isToldOfDuplicates, partiesOf, type Sight, sightOf } from '../domain/policy.ts'
import { mayAddFiles, mayBreakGlass, mayGiveCode, mayRemoveFile, mayRestrict } from '../domain/policy-on-referral.ts'
import { Problem } from '../domain/problem.ts'
import { isLive } from '../domain/referral.ts'
import { isReturned } from '../domain/routing.ts'
import { type ActingContext, inTransaction } from './context.ts'

/** Names and places in `lean`, `needs` and `shortlist` only where the sight reaches. */
export type ReferralView = Omit<CaseView, 'assignments'> & {
  sight: Sight
  /** Each with what this viewer may do to it now. */
  assignments: (ViewedAssignment & { own: boolean; actions: Action[] })[]
  /** What may be done to the referral as a whole, or to needs that nobody holds. */
  actions: Action[]
  content: Content | null
  files: (Attached & { mayRemove: boolean })[]
  mayAddFiles: boolean
  mayRestrict: boolean
  mayBreakGlass: boolean
  /** PUB-3: the code of the person's own page. */
  mayGiveCode: boolean
  /** For coordinators alone: who opened it by break-glass, and who looked. */
  glass: Glass[]
  views: Look[]
  notes: Note[]
  history: HistoryLine[]
  parties: Party[]
  /** FORM-15: open referrals for perhaps the same person. */
  duplicates: Duplicates
  /** NET-4: what the same submission became in other networks. */
  tied: Tied[]
}

/** `what`: by which way it was read (csv: as a file). */
export function viewReferral(
  ctx: ActingContext,
  id: string,
  what: 'page' | 'api' | 'csv' | 'print',
): Promise<ReferralView> {
  const { actor } = ctx
  return inTransaction(ctx, async trx => {
    const view = await readCase(trx, id)
    const { file } = view
    const sight = sightOf(actor, file.sides, file.settings)
    if (sight.level === 'none') throw new Problem('not_found', 'There is no such referral.')
    const { userId, organisationId, tokenId = null } = actor
    const viewer = { userId, organisationId, tokenId, sight, exitAt: exitOf(file, actor) }
    const { others, ...trail } = await readTrail(trx, id, viewer, what, ctx.now())
    const { sides, settings, status } = file
    return {
      ...narrow({ ...view, lean: { ...view.lean, sharedName: await sharedName(trx, id, viewer, ctx.now()) } }, sight),
      sight,
      ...trail,
      files: trail.files.map(one => ({ ...one, mayRemove: mayRemoveFile(actor, sides, settings, status, one) })),
      mayRestrict: !file.anonymised && mayRestrict(actor, sides, settings),
      mayBreakGlass: !file.anonymised && mayBreakGlass(actor, sides),
      mayGiveCode: !file.anonymised && mayGiveCode(actor, sides, settings),
      ...(await readOversight(trx, id, actor, file.networkId)),
      mayAddFiles: !file.anonymised && mayAddFiles(actor, sides, settings, status),
      assignments: view.assignments.map(one => ({
        ...(sight.level === 'exists' && one.organisationId !== organisationId ? { ...one, ...unnamed } : one),
        own: one.organisationId === organisationId,
        actions: actionsOf(ctx, file, one),
      })),
      actions: needActions(actor, file),
      parties: partiesOf(actor, file.sides, null),
      tied: await readTied(trx, actor, file, others.submitted),
      duplicates: await duplicatesOf(trx, actor, file, others.alike),
    }
  })
}

/** RES-13: asked for only where the rule says by name, of those who see a row. */
async function sharedName(trx: Transaction<DB>, id: string, viewer: Viewer, at: Date): Promise<string | null> {
  const { level, identity } = viewer.sight
  return level === 'row' && identity === 'name' ? readSharedName(trx, id, viewer, at) : null
}

/** Who only sent it learns of those alone that they can read anyway. */
async function duplicatesOf(
  trx: Transaction<DB>,
  actor: Actor,
  { sides }: CaseFile,
  ids: readonly string[],
): Promise<Duplicates> {
  const found = await readDuplicates(trx, actor, ids)
  if (isToldOfDuplicates(actor, sides)) return found
  return { rows: found.rows.filter(({ sight }) => sight === 'full'), others: 0 }
}

/** A service's name tells what for; who may know only between whom it is, learns the organisation. */
const unnamed = { serviceId: '', serviceName: '', phone: null, email: null, needIds: [], givenUp: [] }

function narrow({ file, lean, needs, shortlist }: CaseView, { level, identity }: Sight) {
  const seesNeeds = level !== 'exists'
  const seesWho = seesNeeds && identity !== 'nothing'
  return {
    file: seesWho ? file : { ...file, outwardCode: null },
    lean: { ...lean, ...(!seesWho && { initials: null, ageBand: null }), ...(!seesNeeds && { areaName: null }) },
    needs: seesNeeds ? needs : [],
    shortlist: level === 'full' ? shortlist : [],
  }
}

function actionsOf({ actor, now }: ActingContext, file: CaseFile, assignment: ViewedAssignment): Action[] {
  return actionsOn(assignment, partiesOf(actor, file.sides, assignment), now())
}

function needActions(actor: Actor, { sides, referral, anonymised }: CaseFile): Action[] {
  const parties = partiesOf(actor, sides, null)
  const isBack = referral.needs.some(({ id }) => isReturned(referral, id))
  const offered: Action[] = [...(isBack ? ['chooseAgain' as const] : []), 'place', 'closeAsUnmet', 'reopen', 'withdraw']
  return offered.filter(action => {
    const rule = lifecycle[action]
    if (rule.on !== 'needs' || anonymised) return false
    const from: readonly string[] = rule.from
    const by: readonly Party[] = rule.by
    return by.some(party => parties.includes(party)) && referral.needs.some(({ status }) => from.includes(status))
  })
}

/** When the last of its assignments ended; null while it has a live one. */
export function exitOf(
  { referral }: Pick<CaseFile, 'referral'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
): Date | null {
  const mine = referral.assignments.filter(one => one.organisationId === organisationId)
  if (mine.some(isLive)) return null
  return mine.flatMap(({ endedAt }) => endedAt ?? []).sort((a, b) => b.getTime() - a.getTime())[0] ?? null
}

/** Whom a note may be sent to; nobody for those who are not on the referral, since names of its people are for those who read it. */
export async function listTellable({ db, actor }: ActingContext, { file, sight }: ReferralView): Promise<Tellable[]> {
  return sight.level === 'full' || sight.level === 'limited' ? readTellable(db, file.id, actor.userId) : []
}

/** RES-14, RES-16: what the coordinator watches over. */
async function readOversight(trx: Transaction<DB>, id: string, actor: Actor, networkId: string) {
  if (!actor.coordinates.includes(networkId)) return { glass: [], views: [] }
  return { glass: await readGlass(trx, id), views: await readViews(trx, id) }
}
