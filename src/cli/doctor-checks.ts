/** What the doctor looks at. */
import { eraseAgain } from '../actions/privacy/erase-again.ts'
import { checkReach, repairReferral } from '../actions/repair-derived.ts'
import { verifyAudit } from '../actions/seal-audit.ts'
import { findDifferent } from '../db/health/derived.ts'
import { readInstallation, readSecondLine } from '../db/health/installation.ts'
import { countOverdueSteps, readOutbox, readPlaces } from '../db/health/work.ts'
import { countPostcodes } from '../db/postcodes.ts'
import { listUndone } from '../db/privacy/erasures.ts'
import type { Call } from './command.ts'
import { contextOf } from './named.ts'

/** `note`: nothing is wrong, but somebody may want to know. */
export type Finding = { state: 'right' | 'note' | 'wrong'; words: string }
type Check = (call: Call & { repair: boolean }) => Promise<Finding>

const minute = 60_000
const oldestSupported = 150_000

export const checks: Record<string, Check> = {
  database: async ({ database }) => {
    const { version } = await readInstallation(database.owner)
    const words = `PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}`
    return version < oldestSupported ? wrong(`${words}: 15 or newer is needed`) : right(words)
  },
  extensions: async ({ database }) => {
    const { missingExtensions } = await readInstallation(database.owner)
    return missingExtensions.length > 0 ? wrong(`missing: ${missingExtensions.join(', ')}`) : right('all there')
  },
  migrations: async ({ database }) => {
    const { migrations, newestMigration } = await readInstallation(database.owner)
    return right(`${migrations} applied, the newest is ${newestMigration ?? 'none'}`)
  },
  'second line': async ({ database }) => {
    const { role, mayBypass, owns, unguarded } = await readSecondLine(database.db)
    if (role !== 'onward_app') return wrong(`requests act as ${role}, not as onward_app`)
    if (mayBypass || owns > 0) return wrong(`${role} could get round row-level security`)
    if (unguarded.length > 0) return wrong(`no row-level security on ${unguarded.join(', ')}`)
    return right('row-level security holds for every request')
  },
  postcodes: async ({ database }) => {
    const { postcodes, edition } = await countPostcodes(database.owner)
    const { outwards } = await readPlaces(database.owner)
    if (postcodes > 0) return right(`${count(postcodes)}, edition ${edition ?? 'unknown'}`)
    return note(`none: ${count(outwards)} outward codes give approximate places (onward import postcodes)`)
  },
  boundaries: async ({ database }) => {
    const { areas, drawn, withoutOutline } = await readPlaces(database.owner)
    if (withoutOutline.length > 0)
      return wrong(`no outline for ${withoutOutline.join(', ')} (onward import boundaries)`)
    const words = `${count(areas)} areas`
    return drawn > 0 ? note(`${words}, ${count(drawn)} of them drawn by eye (onward import boundaries)`) : right(words)
  },
  messages: async ({ database }) => {
    const { queued, held, oldest } = await readOutbox(database.owner)
    const words = `${count(queued)} queued${oldest ? `, the oldest since ${oldest.toISOString()}` : ''}, ${count(held)} held`
    const isLate = oldest !== null && oldest.getTime() < Date.now() - 60 * minute
    return held > 0 || isLate ? wrong(`${words}: is the mail server well, and WORKER on?`) : right(words)
  },
  clock: async ({ database }) => {
    const overdue = await countOverdueSteps(database.owner, new Date(Date.now() - 10 * minute))
    return overdue > 0
      ? wrong(`${count(overdue)} steps should have been taken: is WORKER on?`)
      : right('nothing overdue')
  },
  audit: async ({ database }) => {
    const { seals, broken } = await verifyAudit({ db: database.owner })
    return broken === null
      ? right(`${count(seals)} entries sealed, and the chain holds`)
      : wrong(`the chain is broken at seal ${count(broken)}: something was changed behind the program's back`)
  },
  erasures: async call => {
    const undone = await listUndone(call.database.owner)
    if (undone.length === 0) return right('what was erased is gone')
    if (!call.repair) return wrong(`${count(undone.length)} were erased and are here again: onward doctor --repair`)
    return right(`${count(await eraseAgain(contextOf(call)))} erased again`)
  },
  referrals: async call => {
    const different = await findDifferent(call.database.owner)
    if (different.length === 0) return right('status, progress, parties and figures agree with what happened')
    if (!call.repair) return wrong(`${count(different.length)} do not agree with what happened: onward doctor --repair`)
    for (const id of different) await repairReferral(contextOf(call), id)
    return right(`${count(different.length)} repaired`)
  },
  suggestions: async ({ database, repair }) => {
    const changed = await checkReach(database, repair)
    if (changed === 0) return right('what narrows a search agrees with every service')
    return repair
      ? right(`${count(changed)} rows repaired`)
      : wrong(`${count(changed)} rows are out of date: onward doctor --repair`)
  },
}

const right = (words: string): Finding => ({ state: 'right', words })
const note = (words: string): Finding => ({ state: 'note', words })
const wrong = (words: string): Finding => ({ state: 'wrong', words })
const count = (number: number) => number.toLocaleString('en-GB')
