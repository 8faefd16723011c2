/** Empties the outbox: one lane per recipient domain, in each one letter after the other; send, then mark. */
import type { Kysely } from 'kysely'
import { holdLane, listDueLanes, markSent, postpone, putBack, type Queued, readDue, setAside } from '../db/outbox.ts'
import type { DB } from '../db/schema.ts'
import { waitAfter } from '../mail/backoff.ts'
import { readFailure } from '../mail/failure.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { Log } from './loop.ts'
import { openPause, type Pause } from './pause.ts'
import { prepare, type Site } from './prepare.ts'

export type PostRoom = { db: Kysely<DB>; mailer: Mailer; site: Site; log: Log; now: () => Date }

/** How many lanes are emptied at once: each takes a connection to the database and one to the mail server. */
export const lanesAtOnce = 3
const batch = 50

/** True while there may be more to send at once. */
export function openPostRoom(room: PostRoom, pause: Pause = openPause()): (signal: AbortSignal) => Promise<boolean> {
  return async signal => {
    if (pause.lasts()) return false
    const lanes = await listDueLanes(room.db, 100)
    const couriers = Array.from({ length: lanesAtOnce }, () => empty(room, lanes, pause, signal))
    const sent = await Promise.all(couriers)
    return sent.some(count => count > 0)
  }
}

async function empty(room: PostRoom, lanes: string[], pause: Pause, signal: AbortSignal): Promise<number> {
  let sent = 0
  for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
    if (signal.aborted || pause.lasts()) break
    const name = lane
    sent += (await holdLane(room.db, name, held => emptyLane({ ...room, db: held }, name, pause, signal))) ?? 0
  }
  return sent
}

async function emptyLane(room: PostRoom, lane: string, pause: Pause, signal: AbortSignal): Promise<number> {
  let done = 0
  for (const message of await readDue(room.db, lane, batch)) {
    if (signal.aborted || pause.lasts()) break
    await deliver(room, message, pause)
    done++
  }
  return done
}

async function deliver({ db, mailer, site, log, now }: PostRoom, message: Queued, pause: Pause): Promise<void> {
  const { id } = message
  const ready = prepare(message, site, now())
  if (ready.kind === 'aside') return setAside(db, id, ready.as, ready.why)
  if (ready.kind === 'later') return postpone(db, id, ready.until)
  try {
    await mailer.send(ready.post)
  } catch (error) {
    return recover(db, log, message, error, pause)
  }
  pause.end()
  await markSent(db, id)
}

async function recover(
  db: Kysely<DB>,
  log: Log,
  { id, attempts }: Queued,
  error: unknown,
  pause: Pause,
): Promise<void> {
  const { kind, code } = readFailure(error)
  if (kind === 'down') pause.begin()
  const seconds = kind === 'refused' ? null : waitAfter(attempts + 1)
  log.warn({ message: id, code, again: seconds }, 'a message was not taken')
  if (seconds === null) await setAside(db, id, 'held', code)
  else await putBack(db, id, code, seconds)
}
