/** PRIV-2: erasing what is held on a person, once and for good; what others hold is theirs to decide, and they are told. */
import type { Transaction } from '../../db/database.ts'
import { recordEvents } from '../../db/events.ts'
import { previewPeople, previewReferrals, tellOthers } from '../../db/privacy/erasing.ts'
import { groupsOf } from '../../db/privacy/retention.ts'
import { lockRequest, markDone, ownParts, type SubjectRequest } from '../../db/privacy/subjects.ts'
import { wipePeople, wipeReferrals } from '../../db/privacy/wipe.ts'
import type { DB } from '../../db/schema.ts'
import { Problem } from '../../domain/problem.ts'
import type { ActingContext } from '../context.ts'
import { enqueueLetter } from '../enqueue-letter.ts'
import { eventBy } from '../event-by.ts'
import { absent, asSystem, controllerOf, requireController } from './controller.ts'

/** By a request that was recorded. Erasing twice is erasing once. */
export function eraseSubject(ctx: ActingContext, requestId: string): Promise<void> {
  return asSystem(ctx, async trx => {
    const request = await lockRequest(trx, requestId)
    if (!request) throw absent()
    const of = controllerOf(request)
    requireController(ctx, of)
    if (request.kind !== 'erasure') throw absent()
    if (request.doneAt) return
    const parts = await ownParts(trx, of, request.parts)
    const preview = 'networkId' in of ? previewReferrals : previewPeople
    const { inTheWay } = await preview(trx, parts)
    if (inTheWay.length > 0) throw new Problem('not_now', 'Something of this is still open or is held back.')
    if ('networkId' in of) await eraseReferrals(trx, ctx, request, parts)
    else await erasePeople(trx, ctx, request, parts)
    await markDone(trx, requestId, ctx.now())
  })
}

async function eraseReferrals(
  trx: Transaction<DB>,
  ctx: ActingContext,
  { id: request, networkId }: SubjectRequest,
  ids: readonly string[],
): Promise<void> {
  const { organisationIds, networkIds } = await tellOthers(trx, ids, ctx.now())
  await wipeReferrals(trx, ids, 'request', ctx.now())
  const codes = { request }
  const events = ids.map(referralId =>
    eventBy(ctx, { action: 'erased', party: 'coordinator', networkId, referralId, codes }),
  )
  await recordEvents(trx, ctx.now(), events)
  const told = networkId ? { networkId } : {}
  if (organisationIds.length > 0)
    await enqueueLetter(trx, ctx, { template: 'copies_told', codes: told, to: { primariesOf: organisationIds } })
  for (const other of networkIds)
    await enqueueLetter(trx, ctx, {
      template: 'twins_told',
      codes: { networkId: other },
      to: { coordinatorsOf: other },
    })
}

async function erasePeople(
  trx: Transaction<DB>,
  ctx: ActingContext,
  { id: request, organisationId }: SubjectRequest,
  ids: readonly string[],
): Promise<void> {
  await wipePeople(trx, await groupsOf(trx, ids), 'request', ctx.now())
  const events = ids.map(person =>
    eventBy(ctx, { action: 'erasedPerson', party: 'keeper', organisationId, codes: { request, person } }),
  )
  await recordEvents(trx, ctx.now(), events)
}
