/** The outbox as administrators see it: which message, to whom, and what became of it. Never what it says, never a person's address. */
import { type Kysely, sql } from 'kysely'
import { type Actor, may } from '../domain/policy.ts'
import type { DB } from './schema.ts'

export type KeptMessage = {
  id: string
  messageId: string
  template: string
  reference: string | null
  /** Null: the person. */
  to: string | null
  status: 'queued' | 'sent' | 'held' | 'dropped'
  attempts: number
  lastError: string | null
  createdAt: Date
}
export const messagesPerPage = 50

/** Newest first, from the one before `before` on; one more than a page where there are older ones. */
export async function listMessages(db: Kysely<DB>, actor: Actor, before: string | null): Promise<KeptMessage[]> {
  if (!may(actor, 'administer')) return []
  const older = before
    ? sql`where (m.created_at, m.id) < (select created_at, id from message where id = ${before}::uuid)`
    : sql``
  const { rows } = await sql<KeptMessage>`${columns} ${older} order by m.created_at desc, m.id desc
    limit ${messagesPerPage + 1}`.execute(db)
  return rows
}

export async function readMessage(db: Kysely<DB>, actor: Actor, id: string): Promise<KeptMessage | null> {
  if (!may(actor, 'administer')) return null
  const { rows } = await sql<KeptMessage>`${columns} where m.id = ${id}::uuid`.execute(db)
  return rows[0] ?? null
}

const columns = sql`
  select m.id, m.message_id, m.template, m.codes ->> 'reference' as reference, coalesce(u.email, o.team_inbox, i.email, j.contact_email) as to,
    m.status, m.attempts, m.last_error, m.created_at
  from message m left join "user" u on u.id = m.user_id left join organisation o on o.id = m.organisation_id
  left join invitation i on i.id = m.invitation_id left join join_request j on j.id = m.join_request_id`
