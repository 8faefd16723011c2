/** Takes a service off all suggestions, for good or until a day, and puts it back (SVC-7). */
import { changeService } from '../db/services/save.ts'
import { Problem } from '../domain/problem.ts'
import type { ActingContext } from './context.ts'
import { keepService } from './keep-service.ts'

/** `until`: the last day of the pause, YYYY-MM-DD; null until somebody resumes it. Open cases go on. */
export function pauseService(ctx: ActingContext, serviceId: string, until: string | null): Promise<void> {
  if (until !== null && until < ctx.now().toISOString().slice(0, 10))
    throw new Problem('invalid', 'The day must be today or later.', { field: 'until' })
  return keepService(ctx, serviceId, { action: 'pauseService' }, (trx, { status }) => {
    if (status === 'archived') throw archived()
    return changeService(trx, serviceId, { status: until === null ? 'paused' : 'active', pausedUntil: until })
  })
}

/** Also the first time, for a service that was being described. */
export function resumeService(ctx: ActingContext, serviceId: string): Promise<void> {
  return keepService(ctx, serviceId, { action: 'resumeService' }, async (trx, { status, places }) => {
    if (status === 'archived') throw archived()
    if (!places.some(({ categoryIds }) => categoryIds.length > 0))
      throw new Problem('invalid', 'Choose at least one kind of help first.', { field: 'categoryIds' })
    await changeService(trx, serviceId, { status: 'active', pausedUntil: null })
  })
}

function archived(): Problem {
  return new Problem('not_now', 'This service has been archived.')
}
