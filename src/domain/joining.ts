/** Joining a network: inviting, asking to join, accepting; what each form asks. */
import { z } from 'zod'
import { phone, website } from './service-sections.ts'

/** How long an invitation is good for, from its last sending. */
export const invitationDays = 14
/** More requests to join one network than this within an hour are held for its coordinator, unannounced. */
export const mostRequestsAnHour = 10

/** What is written to organisations and their coordinators, apart from any referral. */
export const joiningTemplates = [
  'join_asked',
  'invitation_waiting',
  'join_refused',
  'agreement_published',
  'suspended',
  'resumed',
  'confirm',
  'submission_held',
  'connection_asked',
  'connection_accepted',
  'connection_ended',
  'work_handed',
  'notes_asked',
  'copies_told',
  'twins_told',
  'webhook_off',
] as const
export type JoiningTemplate = (typeof joiningTemplates)[number]

const words = (most: number) => z.string().trim().max(most, { error: 'too_long' })
const email = z
  .string()
  .trim()
  .pipe(z.email({ error: 'email' }).max(254, { error: 'too_long' }))

/** `organisationId`: one that is in the network but has nobody yet. */
export const invitationForm = z.strictObject({
  organisationId: z.uuid().optional(),
  organisationName: words(200).default(''),
  personName: words(200).default(''),
  email,
})
export type InvitationForm = z.infer<typeof invitationForm>

/** `joinAs`: an organisation of the one who is invited; none makes a new one. Name and password are for a new account. */
export const acceptanceForm = z.strictObject({
  link: z.string().max(200),
  name: words(200).default(''),
  password: z.string().max(200, { error: 'too_long' }).default(''),
  organisationName: words(200).default(''),
  joinAs: z.union([z.literal(''), z.uuid()]).default(''),
})
export type AcceptanceForm = z.infer<typeof acceptanceForm>

/** `fax` is there for robots: people do not see it. */
export const requestForm = z.strictObject({
  organisationName: words(200).min(1, { error: 'required' }),
  whatItDoes: words(2000).min(1, { error: 'required' }),
  area: words(300).default(''),
  website: website.prefault(''),
  contactName: words(200).min(1, { error: 'required' }),
  contactEmail: email,
  contactPhone: phone.prefault(''),
  fax: z.string().max(500).default(''),
})
export type RequestForm = z.infer<typeof requestForm>

export const refusalForm = z.strictObject({ reason: words(1000).min(1, { error: 'required' }) })
export const suspensionForm = z.strictObject({ reason: words(1000).min(1, { error: 'required' }) })

/** `seen`: the version that the page was opened with. `graceDays`: how long those who accepted the last one go on as before. */
export const agreementForm = z.strictObject({
  seen: z.int().min(0),
  body: words(50_000).min(1, { error: 'required' }),
  graceDays: z.int({ error: 'number' }).min(0, { error: 'number' }).max(365, { error: 'number' }),
})
export type AgreementForm = z.infer<typeof agreementForm>
