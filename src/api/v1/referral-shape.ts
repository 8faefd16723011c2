/** One referral as the API shows it: what is out of sight is not there, and `withheld` names it. */
import type { ReferralView } from '../../actions/view-referral.ts'
import { actions } from '../../domain/lifecycle.ts'
import { assignmentStatuses, needStatuses } from '../../domain/referral.ts'
import { id, moment, z } from '../openapi.ts'
import { content, shapeContent } from './content-shape.ts'
import { glimpse, progress, sight, status } from './referral-row.ts'

const named = z.object({ id, name: z.string() })
const can = z.array(z.enum(actions)).openapi({ description: 'What you may do now: POST to `…/{action}`.' })

const need = z.object({
  id,
  category: id,
  label: z.string(),
  status: z.enum(needStatuses),
  outcome: z.string().nullable(),
  successful: z.boolean().nullable(),
})
const assignment = z.object({
  id,
  service: named.optional(),
  organisation: named,
  status: z.enum(assignmentStatuses),
  own: z.boolean(),
  askedAt: moment,
  answeredAt: moment.nullable(),
  endedAt: moment.nullable(),
  needs: z.array(id).optional(),
  nextStep: z.object({ step: z.string(), dueAt: moment }).nullable().optional(),
  can,
})
export const note = z
  .object({
    id,
    kind: z.string(),
    body: z.string(),
    at: moment,
    author: z.string().nullable(),
    organisation: z.string().nullable(),
    assignment: id.nullable(),
    own: z.boolean(),
  })
  .openapi('Note')
export const file = z
  .object({
    id,
    name: z.string(),
    bytes: z.int(),
    state: z.enum(['held', 'ready', 'refused']).openapi({
      description: 'held: being checked for viruses, and cannot be read yet. refused: it has one.',
    }),
    macros: z.boolean(),
    remark: z.string(),
    at: moment,
    author: z.string().nullable(),
    organisation: z.string().nullable(),
    mayRemove: z.boolean(),
  })
  .openapi('File')
const happening = z.object({
  at: moment,
  action: z.string(),
  party: z.string(),
  person: z.string().nullable(),
  organisation: z.string().nullable(),
  assignment: id.nullable(),
  to: z.string().nullable(),
  codes: z.record(z.string(), z.unknown()),
  note: z.string().nullable(),
  file: z.string().nullable(),
})
const tied = z.object({ id, network: z.string(), reference: z.string(), status, needs: z.array(z.string()) })
const duplicates = z.object({
  referrals: z.array(z.object({ id, reference: z.string(), status, needs: z.array(z.string()) })),
  others: z.int().openapi({ description: 'How many more there are that you may not see.' }),
})
const shortlisted = z.object({ service: named, organisation: named, categories: z.array(id) })

export const referral = z
  .object({
    id,
    network: named,
    reference: z.string(),
    status,
    progress,
    sight,
    openedAt: moment,
    sender: z.string().nullable(),
    can,
    assignments: z.array(assignment),
    urgent: z.boolean().optional(),
    area: z.string().nullable().optional(),
    ...glimpse,
    name: z
      .string()
      .optional()
      .openapi({ description: 'Where the network shares it with members who are not on the referral.' }),
    needs: z.array(need).optional(),
    restricted: z.boolean().optional(),
    referrer: z.string().nullable().optional(),
    shortlist: z.array(shortlisted).optional(),
    tied: z.array(tied).optional().openapi({ description: 'What the same submission became in connected networks.' }),
    duplicates: duplicates.optional().openapi({ description: 'Open referrals for perhaps the same person.' }),
    ...content.partial().shape,
    files: z.array(file).optional(),
    notes: z.array(note).optional(),
    history: z.array(happening).optional(),
    withheld: z.array(z.string()).openapi({ description: 'Fields that are there but not for you to see.' }),
  })
  .openapi('Referral')
export type ReferralShape = z.infer<typeof referral>

const hideable = [
  'urgent',
  'area',
  'initials',
  'ageBand',
  'outwardCode',
  'needs',
  'restricted',
  'referrer',
  'shortlist',
  'tied',
  'duplicates',
  ...(Object.keys(content.shape) as (keyof typeof content.shape)[]),
  'files',
  'notes',
  'history',
] as const satisfies (keyof ReferralShape)[]

export function shapeReferral(view: ReferralView): ReferralShape {
  const shown = { ...shapeLean(view), ...shapeRowPart(view), ...shapeFull(view), ...shapeTrail(view) }
  return { ...shown, withheld: hideable.filter(field => !(field in shown)) }
}

/** The matrix' M: that it exists, its parties and its status. */
function shapeLean({ file, lean, sight, actions, assignments }: ReferralView) {
  return {
    id: file.id,
    network: { id: file.networkId, name: lean.networkName },
    reference: file.reference,
    status: file.status,
    progress: file.progress,
    sight: sight.level === 'none' ? ('exists' as const) : sight.level,
    openedAt: file.openedAt.toISOString(),
    sender: lean.referrerOrganisation,
    can: actions,
    assignments: assignments.map(one => shapeAssignment(one, sight.level !== 'exists')),
  }
}

function shapeAssignment(one: ReferralView['assignments'][number], seesNeeds: boolean) {
  return {
    id: one.id,
    ...(one.serviceId !== '' && { service: { id: one.serviceId, name: one.serviceName } }),
    organisation: { id: one.organisationId, name: one.organisationName },
    status: one.status,
    own: one.own,
    askedAt: one.askedAt.toISOString(),
    answeredAt: one.answeredAt?.toISOString() ?? null,
    endedAt: one.endedAt?.toISOString() ?? null,
    ...(seesNeeds && { needs: one.needIds.filter(need => !one.givenUp.includes(need)) }),
    ...(seesNeeds && {
      nextStep: one.nextStep && { step: one.nextStep.step, dueAt: one.nextStep.dueAt.toISOString() },
    }),
    can: one.actions,
  }
}

function shapeRowPart({ file, lean, needs, sight }: ReferralView) {
  if (sight.level === 'exists') return {}
  const who = { initials: lean.initials, ageBand: lean.ageBand, outwardCode: file.outwardCode }
  return {
    urgent: file.urgent,
    area: lean.areaName,
    needs: needs.map(({ id, categoryId, label, status, outcome, successful }) => ({
      ...{ id, category: categoryId, label, status, outcome, successful },
    })),
    ...(sight.identity !== 'nothing' && who),
    ...(lean.sharedName !== null && { name: lean.sharedName }),
  }
}

function shapeFull({ content, file, files, lean, shortlist, tied, duplicates }: ReferralView) {
  if (!content) return {}
  return {
    restricted: file.restricted,
    referrer: lean.referrerName,
    shortlist: shortlist.map(one => ({
      service: { id: one.serviceId, name: one.serviceName },
      organisation: { id: one.organisationId, name: one.organisationName },
      categories: one.categoryIds,
    })),
    tied: tied.map(({ id, networkName, reference, status, needs }) => ({
      ...{ id, network: networkName, reference, status, needs },
    })),
    duplicates: {
      referrals: duplicates.rows.map(({ id, reference, status, needs }) => ({ id, reference, status, needs })),
      others: duplicates.others,
    },
    files: shapeFiles(files),
    ...shapeContent(content),
  }
}

function shapeTrail({ notes, history, sight }: ReferralView) {
  return {
    ...(sight.notes !== 'none' && { notes: shapeNotes(notes) }),
    ...(sight.history !== 'none' && {
      history: history.map(({ at, action, party, person, organisation, assignmentId, to, codes, note, file }) => ({
        ...{
          at: at.toISOString(),
          action,
          party,
          person,
          organisation,
          assignment: assignmentId,
          to,
          codes,
          note,
          file,
        },
      })),
    }),
  }
}

export function shapeFiles(files: ReferralView['files']) {
  return files.map(({ id, name, bytes, state, macros, remark, at, author, organisation, mayRemove }) => ({
    ...{ id, name, bytes, state, macros, remark, at: at.toISOString(), author, organisation, mayRemove },
  }))
}

export function shapeNotes(notes: ReferralView['notes']) {
  return notes.map(({ id, kind, body, at, author, organisation, assignmentId, own }) => ({
    ...{ id, kind, body, at: at.toISOString(), author, organisation, assignment: assignmentId, own },
  }))
}
