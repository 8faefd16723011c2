/** The row of a list as the API shows it; what this viewer may not see is not there. */
import type { ReferralRow } from '../../db/referrals/list.ts'
import { standingKinds } from '../../domain/policy.ts'
import { assignmentStatuses, progresses, referralStatuses } from '../../domain/referral.ts'
import { id, moment, z } from '../openapi.ts'

export const status = z.enum(referralStatuses)
export const progress = z.enum(progresses)
export const sight = z.enum(['exists', 'row', 'limited', 'full']).openapi({
  description: 'How much of it you see: that it exists, its row, all but who the person is, or everything.',
})
/** What a row may say of the person. */
export const glimpse = {
  initials: z.string().nullable().optional(),
  ageBand: z.string().nullable().optional(),
  outwardCode: z.string().nullable().optional(),
}

export const referralRow = z
  .object({
    id,
    network: id,
    reference: z.string(),
    status,
    progress,
    sight,
    openedAt: moment,
    waitingSince: moment.nullable().openapi({ description: 'Since when it waits for your organisation.' }),
    standings: z.array(z.enum(standingKinds)).openapi({ description: 'How your organisation stands to it.' }),
    sender: z.string().nullable(),
    recipients: z.array(z.object({ name: z.string(), status: z.enum(assignmentStatuses) })),
    urgent: z.boolean().optional(),
    needs: z.array(z.string()).optional(),
    area: z.string().nullable().optional(),
    ...glimpse,
  })
  .openapi('ReferralRow')
export type ReferralRowShape = z.infer<typeof referralRow>

export function shapeRow(row: ReferralRow): ReferralRowShape {
  const seesNeeds = row.sight !== 'exists'
  return {
    id: row.id,
    network: row.networkId,
    reference: row.reference,
    status: row.status,
    progress: row.progress,
    sight: row.sight === 'none' ? 'exists' : row.sight,
    openedAt: row.openedAt.toISOString(),
    waitingSince: row.waitingSince?.toISOString() ?? null,
    standings: row.standings,
    sender: row.sender,
    recipients: row.recipients as ReferralRowShape['recipients'],
    ...(seesNeeds && { urgent: row.urgent, needs: row.needs, area: row.areaName }),
    ...(row.seesWho && { initials: row.initials, ageBand: row.ageBand, outwardCode: row.outwardCode }),
  }
}
