/** What the list of referrals, and the file of it, are narrowed by. */
import type { Filters } from '../../db/referrals/list.ts'
import { betweenDays, isDay, sorts, stages, tabs } from '../../domain/listing.ts'
import type { Actor } from '../../domain/policy.ts'
import { readLetters } from '../../domain/reference.ts'
import { progresses, referralStatuses } from '../../domain/referral.ts'
import { flag, id, z } from '../openapi.ts'

const day = z.string().refine(isDay, { error: 'date' }).openapi({ format: 'date' })

export const listFilters = {
  tab: z.enum(tabs).default('received').openapi({
    description: 'received: waiting or taken up; sent: by your organisation; all: what you may see in your networks.',
  }),
  stage: z.enum(stages).optional(),
  status: z.enum(referralStatuses).optional(),
  network: id.optional(),
  category: id.optional().openapi({ description: 'A need, or a branch with all needs below it.' }),
  area: z
    .string()
    .regex(/^[A-Z0-9-]{1,40}$/, { error: 'invalid' })
    .optional()
    .openapi({ description: 'The code of an area: E08000012.' }),
  assignedTo: id.optional().openapi({ description: 'An organisation that is asked or helps.' }),
  sender: id.optional().openapi({ description: 'The organisation that sent it.' }),
  recipient: id.optional().openapi({ description: 'An organisation that was ever asked; for administrators alone.' }),
  progress: z.enum(progresses).optional(),
  handler: id.optional().openapi({ description: 'The user who looks after it.' }),
  mine: flag.optional().openapi({ description: 'Sent or looked after by you.' }),
  urgent: flag.optional(),
  overdue: flag.optional().openapi({ description: 'Unanswered although the coordinator was told.' }),
  restricted: flag.optional(),
  openedFrom: day.optional(),
  openedUntil: day.optional().openapi({ description: 'This day included.' }),
  reference: z
    .string()
    .trim()
    .max(20)
    .refine(text => readLetters(text) !== null, { error: 'invalid' })
    .optional()
    .openapi({ description: 'The reference, or its first letters.' }),
  sort: z.enum(sorts).default('newest'),
}
const asked = z.object(listFilters)
type Asked = z.infer<typeof asked>

export function filtersAsked(
  { network, category, area, openedFrom, openedUntil, reference, overdue, mine, recipient, ...plain }: Asked,
  actor: Actor,
  at: Date,
): Filters {
  const { from, before } = betweenDays(openedFrom, openedUntil)
  return {
    ...plain,
    ...(network && { networkIds: [network] }),
    categoryIds: category ? [category] : undefined,
    areaCode: area,
    recipient: actor.administrator ? recipient : undefined,
    mine: mine ? actor.userId : undefined,
    overdueAt: overdue ? at : undefined,
    openedFrom: from,
    openedBefore: before,
    letters: (reference && readLetters(reference)) || undefined,
  }
}
