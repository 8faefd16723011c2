/** PRIV-2: somebody asks what is held on them, or to have it erased: what is asked of who answers, and why it was answered. */
import { z } from 'zod'
import { parseReference } from './reference.ts'

/** By whom, or for what. A code, since it stays on record after the person is erased. */
export const subjectReasons = ['asked', 'on_behalf', 'complaint', 'mistake', 'no_basis', 'court'] as const
export type SubjectReason = (typeof subjectReasons)[number]
export type SubjectKind = 'access' | 'erasure'

const words = (most: number) => z.string().trim().max(most, { error: 'too_long' }).default('')

/** One of them is enough; each that is given finds. */
export const subjectSearch = z
  .strictObject({
    name: words(120),
    dateOfBirth: words(10).refine(text => /^(\d{4}(-\d{2}(-\d{2})?)?)?$/.test(text), { error: 'date' }),
    postcode: words(10),
    reference: words(20).refine(text => text === '' || parseReference(text) !== null, { error: 'reference' }),
  })
  .refine(({ name, dateOfBirth, postcode, reference }) => Boolean(name || dateOfBirth || postcode || reference), {
    error: 'nothing',
    path: ['name'],
  })
export type SubjectSearch = z.infer<typeof subjectSearch>

const mostParts = 200

/** `parts`: of the referrals or records that were found, those that are this person's. `remark`: of an erasure none is kept. */
export const subjectAsk = z.strictObject({
  kind: z.enum(['access', 'erasure'], { error: 'choose' }),
  parts: z.array(z.uuid(), { error: 'choose' }).min(1, { error: 'choose' }).max(mostParts, { error: 'too_many' }),
  reason: z.enum(subjectReasons, { error: 'choose' }),
  remark: words(1000),
})
export type SubjectAsk = z.infer<typeof subjectAsk>

export const releaseDecision = z.strictObject({ decision: z.enum(['released', 'kept'], { error: 'choose' }) })
export type ReleaseDecision = z.infer<typeof releaseDecision>['decision']

/** What stands in the way of an erasure. */
export type Blocker = 'open' | 'held'
