/** The audit's chain: rows that are not sealed yet, seals, and both read back in order. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

export const auditSources = ['event', 'view'] as const
export type AuditSource = (typeof auditSources)[number]
export type Line = { source: AuditSource; rowId: number; line: string }
export type Seal = { n: number; source: AuditSource; rowId: number; hash: Buffer }

const tables = { event: sql.table('event'), view: sql.table('view_record') }

/** Rows in their order, `most` at once; all that had ended before the call are among them or sealed. */
export async function readUnsealed(trx: Kysely<DB>, source: AuditSource, most: number): Promise<Line[]> {
  const { rows } = await sql<{ rowId: number; line: string }>`
    select r.id as row_id, audit_line(r) as line from ${tables[source]} r
    where r.id > (select settled from audit_mark where source = ${source})
      and not exists (select from audit_seal s where s.source = ${source} and s.row_id = r.id)
    order by r.id limit ${most}`.execute(trx)
  return rows.map(row => ({ ...row, source }))
}

export async function readHead(trx: Kysely<DB>): Promise<{ n: number; hash: Buffer } | null> {
  const head = await trx.selectFrom('auditSeal').select(['n', 'hash']).orderBy('n', 'desc').limit(1).executeTakeFirst()
  return head ? { ...head, n: Number(head.n) } : null
}

export async function insertSeals(trx: Kysely<DB>, seals: readonly Seal[], at: Date): Promise<void> {
  const rows = seals.map(({ hash, ...seal }) => ({ ...seal, hash: hash.toString('hex') }))
  await sql`insert into audit_seal (n, source, row_id, hash, sealed_at)
    select x.n, x.source, x."rowId", decode(x.hash, 'hex'), ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(n bigint, source text, "rowId" bigint, hash text)`.execute(
    trx,
  )
}

export type Moment = { newest: number; xmin: bigint; xmax: bigint }

/** The newest row to be seen, and which transactions run while it is. */
export async function readMoment(trx: Kysely<DB>, source: AuditSource): Promise<Moment> {
  const { rows } = await sql<{ newest: number; xmin: string; xmax: string }>`
    select coalesce((select max(id) from ${tables[source]}), 0) as newest,
      pg_snapshot_xmin(s)::text as xmin, pg_snapshot_xmax(s)::text as xmax from pg_current_snapshot() s`.execute(trx)
  const { newest = 0, xmin = '0', xmax = '0' } = rows[0] ?? {}
  return { newest: Number(newest), xmin: BigInt(xmin), xmax: BigInt(xmax) }
}

/**
 * Called once all that `moment` shows is sealed. The earlier candidate is settled when everything that ran beside it has ended;
 * one from another life of the database, whose counting had come further, begins again.
 */
export async function moveMark(trx: Kysely<DB>, source: AuditSource, { newest, xmin, xmax }: Moment): Promise<void> {
  await sql`update audit_mark set settled = candidate, candidate = ${newest}, candidate_xmax = ${String(xmax)}::xid8
    where source = ${source} and candidate_xmax <= ${String(xmin)}::xid8`.execute(trx)
  await sql`update audit_mark set candidate = ${newest}, candidate_xmax = ${String(xmax)}::xid8
    where source = ${source} and candidate_xmax > ${String(xmax)}::xid8`.execute(trx)
}

/** Seals after `n` with what their rows say now; null where a row is gone. */
export async function readSealed(db: Kysely<DB>, n: number, most: number): Promise<(Seal & { line: string | null })[]> {
  const { rows } = await sql<Seal & { line: string | null }>`
    select s.n, s.source, s.row_id, s.hash, coalesce(
      (select audit_line(e) from event e where s.source = 'event' and e.id = s.row_id),
      (select audit_line(v) from view_record v where s.source = 'view' and v.id = s.row_id)) as line
    from audit_seal s where s.n > ${n} order by s.n limit ${most}`.execute(db)
  return rows.map(row => ({ ...row, n: Number(row.n) }))
}
