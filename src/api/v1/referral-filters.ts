/** What the list of referrals, and the file of it, are narrowed by. */
import type { Filters } from '../../db/referrals/list.ts'
import { allowed, factsOf } from '../../domain/finding.ts'
import {
  askingFates,
  betweenDays,
  fates,
  isDay,
  origins,
  sorts,
  stagesAsked,
  tabs,
  unknown,
  whys,
} from '../../domain/listing.ts'
import { ageBands } from '../../domain/person.ts'
import type { Actor } from '../../domain/policy.ts'
import { readLetters } from '../../domain/reference.ts'
import { progresses, referralStatuses } from '../../domain/referral.ts'
import { flag, id, z } from '../openapi.ts'

const day = z.string().refine(isDay, { error: 'date' }).openapi({ format: 'date' })

const idOrNone = z.union([id, z.literal(unknown)])
/** See policy-on-referral's findsBy. */
const forFew =
  'Asked with tab=sent, or with tab=all and a network that you coordinate; otherwise it is passed over, since nobody finds by what they may not see.'

export const listFilters = {
  tab: z.enum(tabs).default('received').openapi({
    description: 'received: waiting or taken up; sent: by your organisation; all: what you may see in your networks.',
  }),
  stage: z
    .enum(stagesAsked)
    .optional()
    .openapi({ description: 'Of what was received, your own part; `gone`, declined or passed on, with `counted`.' }),
  status: z.enum(referralStatuses).optional(),
  network: id.optional(),
  category: id.optional().openapi({ description: 'A need, or a branch with all needs below it.' }),
  area: z
    .string()
    .regex(/^([A-Z0-9-]{1,40}|none)$/, { error: 'invalid' })
    .optional()
    .openapi({ description: 'The code of an area: E08000012; `none`: not known.' }),
  assignedTo: id.optional().openapi({ description: 'An organisation that is asked or helps.' }),
  sender: idOrNone
    .optional()
    .openapi({ description: 'The organisation that sent it; `none`: somebody without an account.' }),
  recipient: id
    .optional()
    .openapi({ description: `An organisation that was ever asked. ${forFew} And administrators.` }),
  progress: z.enum(progresses).optional(),
  handler: id.optional().openapi({ description: 'The user who looks after it.' }),
  mine: flag.optional().openapi({ description: 'Sent or looked after by you.' }),
  urgent: flag.optional().openapi({ description: 'Marked urgent, and not ended.' }),
  marked: flag.optional().openapi({ description: 'Marked urgent, ended or not.' }),
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
  counted: flag.optional().openapi({
    description:
      'Only what counts in reports; of what was received also what was declined or passed on. With the filters below, the list behind a number of a report.',
  }),
  age: z
    .enum([...ageBands, unknown])
    .optional()
    .openapi({ description: `\`none\`: not known. ${forFew}` }),
  district: z
    .string()
    .regex(/^([A-Z0-9]{2,4}|none)$/, { error: 'invalid' })
    .optional()
    .openapi({ description: `The first half of the postcode; \`none\`: not known. ${forFew}` }),
  way: z
    .enum(origins)
    .optional()
    .openapi({ description: `How it was sent. ${forFew}` }),
  fate: z
    .enum(fates)
    .optional()
    .openapi({
      description: `What became of a need, of the category if one is given. ${forFew} \`any\` is for everybody.`,
    }),
  why: z
    .enum(whys)
    .optional()
    .openapi({ description: `Why nobody has it. ${forFew}` }),
  outcome: id.optional().openapi({ description: `What it ended with. ${forFew}` }),
  asking: z
    .enum(askingFates)
    .optional()
    .openapi({
      description: `What became of asking an organisation: the recipient, for the category, if they are given. Of what was received, of asking your organisation. ${forFew} And tab=received.`,
    }),
  reason: idOrNone.optional().openapi({ description: 'Why it was declined; `none`: without a reason.' }),
  askedFrom: day.optional().openapi({ description: 'When it was asked. With `asking` alone.' }),
  askedUntil: day.optional().openapi({ description: 'This day included.' }),
  sort: z.enum(sorts).default('newest'),
}
const asked = z.object(listFilters)
type Asked = z.infer<typeof asked>

export function filtersAsked(asked: Asked, actor: Actor, at: Date): Filters {
  const { tab, network, category, openedFrom, openedUntil, reference } = asked
  const { from, before } = betweenDays(openedFrom, openedUntil)
  const finder = { actor, tab, networkId: network }
  return {
    tab,
    ...(network && { networkIds: [network] }),
    ...{ stage: asked.stage, status: asked.status, progress: asked.progress, sort: asked.sort },
    ...{ assignedTo: asked.assignedTo, sender: asked.sender, handler: asked.handler },
    ...{ urgent: asked.urgent, marked: asked.marked, restricted: asked.restricted, counted: asked.counted },
    categoryIds: category ? [category] : undefined,
    areaCode: asked.area,
    recipient: allowed(asked, finder).recipient,
    facts: factsOf(asked, finder, at),
    mine: asked.mine ? actor.userId : undefined,
    overdueAt: asked.overdue ? at : undefined,
    openedFrom: from,
    openedBefore: before,
    letters: (reference && readLetters(reference)) || undefined,
  }
}
