/** Makes an account. Without a password the person gets an email with a link to choose one: nobody else ever knows it. */
import { z } from 'zod'
import { isCommonPassword } from '../auth/common-passwords.ts'
import { hashPassword, passwordLength } from '../auth/password.ts'
import { hashToken } from '../auth/secrets.ts'
import { minutesBefore } from '../db/actors.ts'
import { addReset, setPassword } from '../db/credentials.ts'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import type { DB } from '../db/schema.ts'
import { addMembership, type Grant, grantInNetwork, insertUser } from '../db/users.ts'
import { may } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { type Context, inTransaction } from './context.ts'
import { enqueueMessage } from './enqueue-message.ts'
import { eventBy } from './event-by.ts'
import { linkToken } from './link-token.ts'

export type UserDraft = {
  name: string
  email: string
  /** `notify`: emailed about their organisation's referrals; primary users always are. */
  memberships: readonly { organisationId: string; role: 'primary' | 'member'; notify?: boolean }[]
  grants?: readonly Omit<Grant, 'userId'>[]
  administrator?: boolean
  language?: 'en' | 'cy'
  /** Null sends the link instead. */
  password: string | null
  demonstration?: boolean
}

/** How long the link of the first email is good for. */
export const firstLinkHours = 72

/** Returns the id. */
export async function createUser(ctx: Context, draft: UserDraft): Promise<string> {
  if (ctx.actor && !may(ctx.actor, 'administer')) throw new Problem('not_found', 'There is no such page.')
  const { name, email, password } = checkAccount(draft)
  const hash = password === null ? null : await hashPassword(password)
  return inTransaction(ctx, async trx => {
    const userId = await insertUser(trx, { name, email, ...flagsOf(draft) })
    if (!userId) throw new Problem('conflict', `${email} has an account already.`, { field: 'email' })
    for (const membership of draft.memberships) await addMembership(trx, { userId, ...membership })
    await grantInNetwork(
      trx,
      (draft.grants ?? []).map(grant => ({ userId, ...grant })),
    )
    if (hash) await setPassword(trx, userId, hash, ctx.now())
    else await sendLink(trx, ctx, userId)
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'createUser', codes: { user: userId } })])
    return userId
  })
}

const who = z.object({
  name: z.string().trim().min(1, { error: 'name' }).max(200, { error: 'name' }),
  email: z.email({ error: 'email' }).max(254, { error: 'email' }),
})

type Account<P> = { name: string; email: string; password: P }

/** Name, address and password (null: none yet), by the rules for all of them. */
export function checkAccount<P extends string | null>({ password, name, email }: Account<P>): Account<P> {
  const read = who.safeParse({ name, email })
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0])
    throw new Problem('invalid', field === 'email' ? 'Give one email address.' : 'Give a name.', { field })
  }
  if (password !== null) checkPassword(password, read.data)
  return { ...read.data, password }
}

function checkPassword(password: string, { name, email }: { name: string; email: string }): void {
  const { least, most } = passwordLength
  if (password.length < least || password.length > most)
    throw new Problem('invalid', `A password has ${least} characters or more.`, { field: 'password' })
  if (isCommonPassword(password, [name, email]))
    throw new Problem('invalid', 'Choose a password that is harder to guess.', { field: 'password', reason: 'common' })
}

function flagsOf({ administrator = false, language = 'en', demonstration = false }: UserDraft) {
  return { platformAdministrator: administrator, language, demonstration }
}

/** The link to choose a password, good for longer than one that was asked for. */
export async function sendLink(trx: Transaction<DB>, ctx: Context, userId: string): Promise<void> {
  const id = await enqueueMessage(trx, ctx, { template: 'reset', userId })
  const createdAt = ctx.now()
  const expiresAt = minutesBefore(createdAt, -60 * firstLinkHours)
  await addReset(trx, { id, userId, tokenHash: hashToken(linkToken(ctx.secret, 'reset', id)), createdAt, expiresAt })
}
