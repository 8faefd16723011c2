/** API-3: a referral as FHIR R4 resources, shaped on the SDOH Clinical Care guide: only what its reader sees, nothing empty. */
import type { ReferralView } from '../../../actions/view-referral.ts'
import { parentOf, requestStatusOf, type TaskReason, taskStateOf } from '../../../domain/fhir.ts'

export type Resource = { resourceType: string; id?: string; [element: string]: unknown }
type Assigned = ReferralView['assignments'][number]
const taskCode = 'http://hl7.org/fhir/CodeSystem/task-code'

export function serviceRequestOf(view: ReferralView, base: string): Resource {
  const { file, needs, lean } = view
  const patient = patientOf(view)
  return filled({
    ...{ resourceType: 'ServiceRequest', id: file.id, ...(patient && { contained: [patient] }) },
    identifier: [{ system: `${base}/references`, value: file.reference }],
    status: requestStatusOf(file.status, file.referral.needs),
    ...{ intent: 'order', priority: priorityOf(view) },
    category: needs.map(need => ({
      coding: [{ system: `${base}/categories`, code: need.categoryId, display: need.label }],
      text: need.label,
    })),
    ...{ subject: subjectOf(patient), authoredOn: file.openedAt.toISOString() },
    requester: organisationOf(file.referrerOrganisationId, lean.referrerOrganisation),
    performer: view.assignments
      .filter(({ endedAt }) => endedAt === null)
      .map(one => organisationOf(one.organisationId, one.organisationName)),
    note: view.content?.circumstances ? [{ text: view.content.circumstances }] : [],
  })
}

export function tasksOf(view: ReferralView): Resource[] {
  return view.assignments.map(one => taskOf(view, one))
}

function taskOf(view: ReferralView, one: Assigned): Resource {
  const { file, lean } = view
  const patient = patientOf(view)
  const { status, moreInfo, reason } = taskStateOf(one, file.referral)
  const parent = parentOf(one)
  return filled({
    ...{ resourceType: 'Task', id: one.id, ...(patient && { contained: [patient] }) },
    partOf: parent ? [{ reference: `Task/${parent}` }] : [],
    status,
    statusReason: reason && { text: reasonText(view, one, reason) },
    businessStatus: moreInfo && { coding: [{ code: 'more-info' }], text: 'A question was asked' },
    ...{ intent: 'order', priority: priorityOf(view) },
    code: { coding: [{ system: taskCode, code: 'fulfill' }] },
    focus: { reference: `ServiceRequest/${file.id}` },
    for: subjectOf(patient),
    authoredOn: one.askedAt.toISOString(),
    lastModified: (one.endedAt ?? one.answeredAt ?? one.askedAt).toISOString(),
    requester: organisationOf(file.referrerOrganisationId, lean.referrerOrganisation),
    owner: organisationOf(one.organisationId, one.organisationName),
    output: status === 'completed' || status === 'in-progress' ? outputsOf(view, one) : [],
  })
}

function outputsOf({ needs }: ReferralView, { needIds }: Assigned) {
  return needs
    .filter(need => needIds.includes(need.id) && need.outcome !== null)
    .map(need => ({ type: { text: `Outcome: ${need.label}` }, valueString: need.outcome }))
}

const reasons: Readonly<Record<TaskReason, string>> = {
  declined: 'Declined',
  no_response: 'No response',
  withdrawn: 'Withdrawn',
  reassigned: 'Given to another service',
  stood_down: 'Stood down',
  passed_back: 'Handed back',
  no_help: 'No help was possible',
}
const saidWith: Partial<Record<TaskReason, string>> = { declined: 'reject', withdrawn: 'withdraw' }

/** In the network's own words, where the history that the reader sees has them. */
function reasonText({ history }: ReferralView, { id }: Assigned, reason: TaskReason): string {
  const action = saidWith[reason]
  const line = history.find(
    one => one.action === action && (one.assignmentId === id || one.assignmentId === null) && one.codes.reason,
  )
  return line?.codes.reason ?? reasons[reason]
}

/** Within the resource and without an id of its own: the person is no record that can be asked for. A way that is not safe is left out. */
function patientOf({ content }: ReferralView): Resource | null {
  if (!content) return null
  const { person } = content
  const safe: readonly string[] = person.safeContact?.channels ?? []
  const date = person.dateOfBirth
  return filled({
    ...{ resourceType: 'Patient', id: 'person' },
    name: [
      filled({
        use: 'usual',
        family: person.lastName,
        given: [person.firstName],
        prefix: person.title ? [person.title] : [],
      }),
    ],
    telecom: [
      ...(person.phone && safe.includes('phone') ? [{ system: 'phone', value: person.phone }] : []),
      ...(person.email && safe.includes('email') ? [{ system: 'email', value: person.email }] : []),
    ],
    birthDate: date && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date) ? date : null,
    address: addressOf(person),
  }) as Resource
}

function addressOf(person: NonNullable<ReferralView['content']>['person']) {
  const { address1, address2, town, county, postcode } = person
  const line = [address1, address2].filter(Boolean)
  const address = filled({ line, city: town, district: county, postalCode: postcode })
  return Object.keys(address).length > 0 ? [address] : []
}

function subjectOf(patient: Resource | null) {
  return patient ? { reference: '#person' } : { display: 'Withheld' }
}

function organisationOf(id: string | null, name: string | null) {
  return id && name ? { identifier: { value: id }, display: name } : null
}

function priorityOf({ file }: ReferralView) {
  return file.urgent ? 'urgent' : 'routine'
}

/** FHIR has no empty element. */
function filled<T extends Record<string, unknown>>(element: T): T {
  const known = Object.entries(element).filter(([, value]) => !isEmpty(value))
  return Object.fromEntries(known) as T
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
