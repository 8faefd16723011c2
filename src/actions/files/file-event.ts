/** That a file came or went, for the history: by its id, never by its name. */
import type { NewEvent } from '../../db/events.ts'
import type { CaseFile } from '../../db/referrals/load.ts'
import { partiesOf } from '../../domain/policy.ts'
import type { Context } from '../context.ts'

export function fileEvent(
  { actor }: Context,
  { id, networkId, sides }: Pick<CaseFile, 'id' | 'networkId' | 'sides'>,
  action: 'file_added' | 'file_removed' | 'file_refused',
  fileId: string,
): NewEvent {
  const [party] = actor ? partiesOf(actor, sides, { organisationId: actor.organisationId ?? '' }) : []
  return {
    action,
    networkId,
    referralId: id,
    assignmentId: null,
    party: actor ? (party ?? 'member') : 'system',
    userId: actor?.userId ?? null,
    organisationId: actor?.organisationId ?? null,
    noteId: null,
    codes: { file: fileId },
  }
}
