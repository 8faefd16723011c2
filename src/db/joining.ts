/** Requests to join a network, from its public page. */
import { type Kysely, sql } from 'kysely'
import type { RequestForm } from '../domain/joining.ts'
import type { DB } from './schema.ts'

export type JoinRequest = {
  id: string
  networkId: string
  organisationName: string
  whatItDoes: string
  area: string
  website: string | null
  contactName: string
  contactEmail: string
  contactPhone: string
  status: 'waiting' | 'approved' | 'refused'
  /** Came over a limit, or filled in what people do not see. */
  held: boolean
  decidedBy: string | null
  decidedAt: Date | null
  reason: string | null
  createdAt: Date
}

export type PublicNetwork = {
  id: string
  slug: string
  name: string
  description: string
  helpName: string
  areas: string[]
}

/** What anybody may know of a network that can be joined. */
export async function findPublicNetwork(db: Kysely<DB>, slug: string): Promise<PublicNetwork | null> {
  const { rows } = await sql<PublicNetwork>`
    select n.id, n.slug, n.name, n.description, n.help_name,
      array(select a.name from network_area i join area a on a.code = i.area_code where i.network_id = n.id order by a.name) as areas
    from network n where n.slug = ${slug} and n.archived_at is null`.execute(db)
  return rows[0] ?? null
}

/** Everything of the network's, what waits first, held ones after the others. */
export async function listRequests(db: Kysely<DB>, networkId: string): Promise<JoinRequest[]> {
  const { rows } = await sql<JoinRequest>`${columns} where j.network_id = ${networkId}
    order by j.status = 'waiting' desc, j.held, case when j.status = 'waiting' then j.created_at end, j.decided_at desc
    limit 200`.execute(db)
  return rows
}

/** Its row held until the transaction ends. */
export async function lockRequest(trx: Kysely<DB>, id: string): Promise<JoinRequest | null> {
  await sql`select from join_request where id = ${id} for update`.execute(trx)
  const { rows } = await sql<JoinRequest>`${columns} where j.id = ${id}`.execute(trx)
  return rows[0] ?? null
}

/** Null where the same organisation has asked from the same address already and waits. */
export async function insertRequest(
  trx: Kysely<DB>,
  networkId: string,
  { fax: _, ...request }: RequestForm,
  { held, at }: { held: boolean; at: Date },
): Promise<string | null> {
  const { contactEmail, organisationName } = request
  await sql`select pg_advisory_xact_lock(hashtext(${`join ${networkId}`}))`.execute(trx)
  const same = await trx
    .selectFrom('joinRequest')
    .select('id')
    .where(({ and, eb }) => and([eb('networkId', '=', networkId), eb('contactEmail', '=', contactEmail)]))
    .where(sql<boolean>`lower(organisation_name) = lower(${organisationName}) and status = 'waiting'`)
    .executeTakeFirst()
  if (same) return null
  const values = { ...request, contactPhone: request.contactPhone ?? '', networkId, held, createdAt: at }
  const { id } = await trx.insertInto('joinRequest').values(values).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function countRequestsSince(db: Kysely<DB>, networkId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from join_request where network_id = ${networkId} and created_at > ${since}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export async function decideRequest(
  trx: Kysely<DB>,
  id: string,
  decision: {
    status: 'approved' | 'refused'
    decidedBy: string
    decidedAt: Date
    reason: string | null
    invitationId: string | null
  },
): Promise<void> {
  await trx.updateTable('joinRequest').set(decision).where('id', '=', id).execute()
}

const columns = sql`
  select j.id, j.network_id, j.organisation_name, j.what_it_does, j.area, j.website, j.contact_name, j.contact_email,
    j.contact_phone, j.status, j.held, u.name as decided_by, j.decided_at, j.reason, j.created_at
  from join_request j left join "user" u on u.id = j.decided_by`
