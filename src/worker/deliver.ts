/** API-3: tells webhooks what happened: one process for each at a time, a referral's events in order, each only while it may be read. */
import type { Kysely } from 'kysely'
import type { Context } from '../actions/context.ts'
import { exitOf } from '../actions/view-referral.ts'
import { secretOf } from '../actions/webhooks/secret.ts'
import { switchOffFailing } from '../actions/webhooks/switch.ts'
import { signedHeaders } from '../auth/standard-webhooks.ts'
import { type CaseFile, loadCase } from '../db/referrals/load.ts'
import type { DB } from '../db/schema.ts'
import {
  type Due,
  type Hook,
  holdHook,
  isStillQueued,
  listDueHooks,
  markDelivered,
  markFailed,
  readDueDeliveries,
  readerOf,
  readHook,
  withhold,
} from '../db/webhooks/queue.ts'
import { type Actor, sightOf } from '../domain/policy.ts'
import { isTold, type Notification, retryAfter } from '../domain/webhook.ts'
import { askOut, type Outcome } from '../outgoing/ask.ts'
import type { Allowed } from '../outgoing/hosts.ts'
import type { Log } from './loop.ts'

/** `milliseconds` for one delivery, `turnMilliseconds` for one webhook before it is another's turn. */
export type Dispatch = {
  db: Kysely<DB>
  ctx: Context
  allowed: Allowed
  log: Log
  milliseconds?: number
  turnMilliseconds?: number
}

const [hooksAtOnce, batch, restMs, turnMs] = [3, 50, 60_000, 10_000]

/** True while there may be more to send at once. */
export async function deliverDue(dispatch: Dispatch, signal: AbortSignal): Promise<boolean> {
  const hooks = await listDueHooks(dispatch.db, dispatch.ctx.now(), 100)
  const couriers = Array.from({ length: hooksAtOnce }, () => takeTurns(dispatch, hooks, signal))
  const done = await Promise.all(couriers)
  return done.some(count => count > 0)
}

async function takeTurns(dispatch: Dispatch, hooks: string[], signal: AbortSignal): Promise<number> {
  let done = 0
  for (let id = hooks.shift(); id !== undefined && !signal.aborted; id = hooks.shift()) {
    const hookId = id
    done += (await holdHook(dispatch.db, hookId, held => empty({ ...dispatch, db: held }, hookId, signal))) ?? 0
  }
  return done
}

async function empty(dispatch: Dispatch, id: string, signal: AbortSignal): Promise<number> {
  const hook = await readHook(dispatch.db, id)
  if (!hook) return 0
  const reader = await readerOf(dispatch.db, hook)
  // A slow one has its turn again after the others had theirs.
  const until = performance.now() + (dispatch.turnMilliseconds ?? turnMs)
  let done = 0
  for (const due of await readDueDeliveries(dispatch.db, hook, dispatch.ctx.now(), batch)) {
    if (signal.aborted || performance.now() > until || !(await deliver(dispatch, hook, reader, due))) break
    done++
  }
  return done
}

/** False where it did not answer at all, or was switched off: then the others are not tried either, for a while. */
async function deliver(dispatch: Dispatch, hook: Hook, reader: Actor, due: Due): Promise<boolean> {
  const { db, ctx, allowed, milliseconds = 10_000 } = dispatch
  if (!(await isStillQueued(db, due))) return true
  const file = await loadCase(db, due.referralId)
  if (!mayBeTold(reader, file, due)) {
    await withhold(db, due)
    return true
  }
  const body = JSON.stringify(notificationOf(due, file))
  const headers = { 'content-type': 'application/json', ...signed(ctx, hook, due, body) }
  const limits = { allowed, milliseconds, bytes: 64 * 1024, redirects: 0 }
  const outcome = await askOut(hook.address, { method: 'POST', body, headers }, limits)
  const now = ctx.now()
  if (outcome.ok && outcome.status >= 200 && outcome.status < 300) {
    await markDelivered(db, due, hook, { now, status: outcome.status })
    return true
  }
  return (await recover(dispatch, hook, due, outcome)) && outcome.ok
}

/** False where that was the end of a day without any. */
async function recover({ db, ctx, log }: Dispatch, hook: Hook, due: Due, outcome: Outcome): Promise<boolean> {
  const now = ctx.now()
  const seconds = retryAfter(due.attempts + 1)
  const said = outcome.ok ? { status: outcome.status, error: 'status' } : { status: null, error: outcome.why }
  log.warn({ webhook: hook.id, delivery: due.id, ...said, again: seconds }, 'a webhook was not taken')
  const again = seconds === null ? null : new Date(now.getTime() + seconds * 1000)
  const rest = outcome.ok ? null : new Date(now.getTime() + restMs)
  await markFailed(db, due, hook, { now, ...said, again, rest })
  const dayAgo = now.getTime() - 86_400_000
  const isOver = !again && hook.failingSince !== null && hook.failingSince.getTime() <= dayAgo
  if (isOver) await switchOffFailing(ctx, hook.id)
  return !isOver
}

/** The same rule as the page: whoever would not read this in the history is not told of it. */
function mayBeTold(reader: Actor, file: CaseFile, due: Due): boolean {
  const { organisationId } = reader
  if (organisationId && !file.sides.parties.some(party => party.organisationId === organisationId)) return false
  const { history } = sightOf(reader, file.sides, file.settings)
  return isTold(history, due, exitOf(file, reader))
}

function notificationOf({ kind, eventId, at }: Due, { id, reference, networkId }: CaseFile): Notification {
  const data = { event: eventId, network: networkId, referral: { id, reference } }
  return { type: `referral.${kind}`, timestamp: at.toISOString(), data }
}

function signed(ctx: Context, { id, secret, oldSecret, oldUntil }: Hook, due: Due, body: string) {
  const now = ctx.now()
  const secrets = [secret, ...(oldSecret && oldUntil && oldUntil > now ? [oldSecret] : [])]
  return signedHeaders(
    due.id,
    now,
    body,
    secrets.map(one => secretOf(ctx, id, one)),
  )
}
