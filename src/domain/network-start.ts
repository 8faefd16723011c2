/** What is asked to make a network. */
import { z } from 'zod'

const words = (most: number) => z.string().trim().max(most, { error: 'too_long' })

/** As in its addresses. */
export const slug = words(60)
  .toLowerCase()
  .regex(/^[a-z0-9](-?[a-z0-9]+)*$/, { error: 'slug' })

const invited = {
  personName: words(200).default(''),
  email: z
    .string()
    .trim()
    .pipe(z.union([z.literal(''), z.email().max(254)], { error: 'email' }))
    .default(''),
}

/** `slug` blank: made from the name. Who coordinates is named where it is not oneself. */
export const networkStart = z
  .strictObject({
    name: words(120).min(1, { error: 'required' }),
    slug: z.union([z.literal(''), slug], { error: 'slug' }).default(''),
    organisationName: words(200).min(1, { error: 'required' }),
    coordinator: z.enum(['self', 'invite'], { error: 'choose' }),
    ...invited,
  })
  .refine(({ coordinator, email }) => coordinator !== 'invite' || email !== '', { path: ['email'], error: 'email' })
export type NetworkStart = z.infer<typeof networkStart>

/** Whom an administrator invites to coordinate a network that nobody coordinates. */
export const coordinatorInvited = z.strictObject(invited).refine(({ email }) => email !== '', {
  ...{ path: ['email'], error: 'email' },
})
export type CoordinatorInvited = z.infer<typeof coordinatorInvited>

/** 'Môn & Menai Help' → 'mon-menai-help'. */
export function slugOf(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const made = letters.replace(/[^a-z0-9]+/g, '-').slice(0, 60)
  return made.replace(/^-+|-+$/g, '') || 'network'
}
