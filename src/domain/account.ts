/** What somebody may set of their own account (ADM-2). */
import { z } from 'zod'
import { scopes } from './policy.ts'

/** How long after showing that it is them somebody may do what matters most: tokens, email, second step, exports of everything. */
export const proofMinutes = 15

export function isProved(provedAt: Date, now: Date): boolean {
  return now.getTime() - provedAt.getTime() < proofMinutes * 60_000
}

const line = (most: number) => z.string().trim().min(1, { error: 'required' }).max(most, { error: 'too_long' })

export const nameForm = z.strictObject({ name: line(120) })
export const emailForm = z.strictObject({
  email: z
    .string()
    .trim()
    .pipe(z.email({ error: 'email' }).max(254, { error: 'too_long' })),
})
export const languageForm = z.strictObject({ language: z.enum(['en', 'cy'], { error: 'choose' }) })
export const passkeyName = line(60)

/** Days that a token may be made for. */
export const tokenDays = ['30', '90', '180', '365'] as const
export const tokenForm = z.strictObject({
  name: line(80),
  scopes: z.array(z.enum(scopes)).min(1, { error: 'choose' }),
  days: z.enum(tokenDays, { error: 'choose' }),
})

/** Of the API: what is left out stays as it is. */
export const preferencesPatch = z
  .strictObject({ name: nameForm.shape.name, language: languageForm.shape.language })
  .partial()
