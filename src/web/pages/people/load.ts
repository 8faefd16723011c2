/** What the pages of an organisation's people begin with. */
import type { Context } from 'hono'
import { whoIs } from '../../../actions/context.ts'
import { type PersonView, viewPerson } from '../../../actions/people/view-person.ts'
import { actAs, type Transaction } from '../../../db/database.ts'
import { type Kept, readPersonKept } from '../../../db/privacy/retention.ts'
import type { DB } from '../../../db/schema.ts'
import type { T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'

export type PersonData = {
  t: T
  now: Date
  person: PersonView
  kept: Kept | null
  actor: PageEnv['Variables']['actor']
}

export function idIn(c: Context<PageEnv>, name: string): string {
  return idFrom(c.req.param(name))
}

/** What is no id is no page either. */
export function idFrom(text: string | undefined): string {
  if (!text || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw absent()
  return text
}

export async function loadPerson(c: Context<PageEnv>, id = idIn(c, 'id')): Promise<PersonData> {
  const { ctx, t, actor } = c.var
  const person = await viewPerson(ctx, id, 'page')
  const kept = await actAs(ctx.db, whoIs(actor), trx => readPersonKept(trx, person.id))
  return { t, actor, now: ctx.now(), person, kept }
}

/** Reading on behalf of the organisation that one acts for. */
export function asOrganisation<R>(
  c: Context<PageEnv>,
  work: (trx: Transaction<DB>, organisationId: string) => Promise<R>,
): Promise<R> {
  const { ctx, actor } = c.var
  const { organisationId } = actor
  if (!organisationId) throw absent()
  return actAs(ctx.db, whoIs(actor), trx => work(trx, organisationId))
}
