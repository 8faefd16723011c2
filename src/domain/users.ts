/** Accounts as somebody else keeps them: inviting a person, their name and role. */
import { z } from 'zod'

export const memberRoles = ['member', 'primary'] as const
export type MemberRole = (typeof memberRoles)[number]
/** In a network, apart from any organisation. */
export const grantRoles = ['coordinator', 'commissioner'] as const
export type GrantRole = (typeof grantRoles)[number]

const words = (most: number) => z.string().trim().max(most, { error: 'too_long' })
const email = z
  .string()
  .trim()
  .pipe(z.email({ error: 'email' }).max(254, { error: 'too_long' }))

export const userInvitation = z.strictObject({
  email,
  personName: words(200).default(''),
  role: z.enum([...memberRoles, ...grantRoles], { error: 'choose' }),
})
export type UserInvitation = z.infer<typeof userInvitation>

export const accountForm = z.strictObject({
  name: words(200).min(1, { error: 'required' }),
  role: z.enum(memberRoles, { error: 'choose' }).optional(),
  /** RPT-3: a member may see the organisation's figures. A form without the box says nothing of it. */
  seesReports: z.literal('yes').optional(),
  asksReports: z.literal('yes').optional(),
})
export type AccountForm = z.infer<typeof accountForm>

/** `to`: the colleague who takes over what is open. */
export const endingForm = z.strictObject({ to: z.union([z.literal(''), z.uuid()]).default('') })
