/** Who is referring, as the form is prefilled with it (FORM-3). */
import type { Kysely } from 'kysely'
import type { Actor } from '../domain/policy.ts'
import type { Submission } from '../domain/submission.ts'
import type { DB } from './schema.ts'

export async function readSource(db: Kysely<DB>, actor: Actor): Promise<Submission['source']> {
  const row = await db
    .selectFrom('user')
    .leftJoin('organisation', join => join.on('organisation.id', '=', actor.organisationId))
    .select(['user.email as email', 'organisation.phone as phone'])
    .where('user.id', '=', actor.userId)
    .executeTakeFirst()
  return {
    name: actor.name,
    organisation: actor.organisationName ?? '',
    email: row?.email ?? '',
    phone: row?.phone ?? '',
  }
}
