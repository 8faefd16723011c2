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
    nextStep: z
      .object({ step: z.enum(['remind', 'escalate', 'pass_on', 'resume']), dueAt: moment })
      .nullable()
      .optional()
      .openapi({ description: 'What the clock does next about an answer that is waited for.' }),
    escalatesAt: moment.nullable().optional().openapi({ description: 'When the coordinator is told, or was.' }),
    handler: z.string().nullable().optional().openapi({ description: 'Your colleague who looks after it.' }),
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
  const takesPart = row.sight === 'full' || row.sight === 'limited'
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
    ...(takesPart && {
      nextStep: row.nextStep && { ...row.nextStep, dueAt: row.nextStep.dueAt.toISOString() },
      escalatesAt: row.escalatesAt?.toISOString() ?? null,
      handler: row.handler,
    }),
    ...(seesNeeds && { urgent: row.urgent, needs: row.needs, area: row.areaName }),
    ...(row.seesWho && { initials: row.initials, ageBand: row.ageBand, outwardCode: row.outwardCode }),
  }
}
