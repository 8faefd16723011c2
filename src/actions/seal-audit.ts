/** Seals what was done and read into a hash chain, in order, apart from the writes themselves; and goes through it again. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import {
  auditSources,
  insertSeals,
  type Line,
  moveMark,
  readHead,
  readMoment,
  readSealed,
  readUnsealed,
  type Seal,
} from '../db/audit/seals.ts'
import type { Transaction } from '../db/database.ts'
import type { DB } from '../db/schema.ts'
import { type Context, inTransaction } from './context.ts'

/** `head` stands for everything before it: noted elsewhere, it shows that no end was cut off. */
export type Sealed = { sealed: number; head: string | null }

/** One process at a time seals; up to `most` rows of each kind at once. */
export function sealAudit(ctx: Context, most = 1000): Promise<Sealed> {
  return inTransaction({ ...ctx, actor: null }, async trx => {
    await sql`select pg_advisory_xact_lock(hashtext('onward.audit'))`.execute(trx)
    let sealed = 0
    for (const source of auditSources) {
      const moment = await readMoment(trx, source)
      const lines = await readUnsealed(trx, source, most)
      await append(trx, lines, ctx.now())
      if (lines.length < most) await moveMark(trx, source, moment)
      sealed += lines.length
    }
    const head = await readHead(trx)
    return { sealed, head: head ? `${head.n}:${head.hash.toString('hex')}` : null }
  })
}

async function append(trx: Transaction<DB>, lines: readonly Line[], at: Date): Promise<void> {
  if (lines.length === 0) return
  const head = await readHead(trx)
  let [n, hash] = [head?.n ?? 0, head?.hash ?? beginning]
  const seals: Seal[] = []
  for (const { source, rowId, line } of lines) {
    n += 1
    hash = link(hash, line)
    seals.push({ n, source, rowId, hash })
  }
  await insertSeals(trx, seals, at)
}

/** `broken`: the first seal that does not follow from what is there; null where the chain holds. */
export type Verified = { seals: number; broken: number | null }

export async function verifyAudit({ db }: Pick<Context, 'db'>, batch = 5000): Promise<Verified> {
  let [seals, hash] = [0, beginning]
  for (;;) {
    const read = await readSealed(db, seals, batch)
    for (const seal of read) {
      hash = link(hash, seal.line ?? '')
      if (seal.n !== seals + 1 || !hash.equals(seal.hash)) return { seals, broken: seals + 1 }
      seals = seal.n
    }
    if (read.length < batch) return { seals, broken: null }
  }
}

const beginning: Buffer = Buffer.alloc(32)

function link(before: Buffer, line: string): Buffer {
  return createHash('sha256').update(before).update(line).digest()
}
