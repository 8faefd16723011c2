/** PRIV-2: giving out what is held on a person, each time on record: who did, which request, as what. */
import { recordEvents } from '../../db/events.ts'
import {
  countPrivate,
  type Dump,
  dumpPerson,
  dumpReferral,
  type HeldFile,
  listFiles,
  type NoteHeld,
  type PrivateCount,
  readNotes,
} from '../../db/privacy/dossier.ts'
import { type ErasurePreview, previewPeople, previewReferrals } from '../../db/privacy/erasing.ts'
import { readRequest, type SubjectRequest } from '../../db/privacy/subjects.ts'
import type { Actor } from '../../domain/policy.ts'
import { Problem } from '../../domain/problem.ts'
import type { ActingContext } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { type PersonView, viewPerson } from '../people/view-person.ts'
import { type ReferralView, viewReferral } from '../view-referral.ts'
import { absent, asSystem, controllerOf, requireController } from './controller.ts'

export type Produced = 'page' | 'json' | 'zip' | 'api'
/** `dump`: by table, as it is stored. `notes`: with what authors released of their private ones. */
export type Part = {
  id: string
  reference: string | null
  dump: Dump
  notes: NoteHeld[]
  view: { referral: ReferralView } | { person: PersonView }
}
export type Dossier = { request: SubjectRequest; parts: Part[]; privately: PrivateCount; files: HeldFile[]; at: Date }

/** The request alone, without what it is about. */
export async function openRequest(ctx: ActingContext, id: string): Promise<SubjectRequest> {
  const request = await asSystem(ctx, trx => readRequest(trx, id))
  if (!request) throw absent()
  requireController(ctx, controllerOf(request))
  return request
}

export async function produceDossier(ctx: ActingContext, id: string, as: Produced): Promise<Dossier> {
  const request = await openRequest(ctx, id)
  if (request.kind !== 'access') throw absent()
  const views = await readThrough(ctx, request)
  const { userId, organisationId, tokenId = null } = ctx.actor
  return asSystem(ctx, async trx => {
    const parts: Part[] = []
    for (const [nth, view] of views.entries())
      parts.push({ view, ...(await readPart(trx, request, request.parts[nth] ?? '', ctx.actor)) })
    const at = ctx.now()
    const codes = { request: id, as, ...(tokenId && { token: tokenId }) }
    const of = request.networkId
      ? { networkId: request.networkId, party: 'coordinator' }
      : { organisationId, party: 'keeper' }
    await recordEvents(trx, at, [eventBy(ctx, { action: 'producedData', userId, codes, ...of })])
    const [privately, files] = [await countPrivate(trx, id), await listFiles(trx, request.parts)]
    return { request, parts, privately, files, at }
  })
}

/** As any other reading: RES-14. Refuses what the actor may read no more. */
async function readThrough(ctx: ActingContext, { parts, networkId }: SubjectRequest): Promise<Part['view'][]> {
  const views: Part['view'][] = []
  for (const id of parts) {
    const view = networkId
      ? { referral: await viewReferral(ctx, id, 'page') }
      : { person: await viewPerson(ctx, id, 'page') }
    if ('referral' in view && view.referral.sight.level !== 'full')
      throw new Problem('not_now', 'One of these referrals is restricted: open it with a reason first.')
    views.push(view)
  }
  return views
}

async function readPart(
  trx: Parameters<typeof dumpReferral>[0],
  request: SubjectRequest,
  id: string,
  { tokenId }: Actor,
): Promise<Omit<Part, 'view'>> {
  if (!request.networkId) return { id, reference: null, dump: await dumpPerson(trx, id), notes: [] }
  const dump = await dumpReferral(trx, id)
  const notes = await readNotes(trx, id, request.id)
  // Private notes never go to a program, released or not.
  const given = tokenId ? notes.filter(({ kind }) => kind !== 'private') : notes
  return { id, reference: String(dump.referral?.[0]?.reference ?? ''), dump, notes: given }
}

export async function previewErasure(ctx: ActingContext, request: SubjectRequest): Promise<ErasurePreview> {
  requireController(ctx, controllerOf(request))
  return asSystem(ctx, trx => (request.networkId ? previewReferrals : previewPeople)(trx, request.parts))
}
