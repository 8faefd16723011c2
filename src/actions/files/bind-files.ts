/** What was uploaded before sending becomes part of what is sent; the referrals of linked networks share it. */
import type { Transaction } from '../../db/database.ts'
import { type Among, bindToReferral, copyToReferral, listSendable, type Sendable } from '../../db/files.ts'
import type { DB } from '../../db/schema.ts'
import { mostFiles } from '../../domain/attachments.ts'
import { Problem } from '../../domain/problem.ts'

/** `userId` uploaded them. `most`: bytes that one may have in this network. Throws where one that was named is not there. */
export async function bindFiles(
  trx: Transaction<DB>,
  among: Among,
  { most, referralId, ...whose }: { userId: string; submissionId: string; referralId: string; most: number },
): Promise<void> {
  if ('ids' in among && among.ids.length === 0) return
  const files = await listSendable(trx, whose, among)
  if ('ids' in among) assertAll(files, among.ids, most)
  const idsOf = (sent: boolean) => files.filter(file => file.sent === sent).map(({ id }) => id)
  await copyToReferral(trx, idsOf(true), referralId)
  await bindToReferral(trx, idsOf(false), referralId)
}

function assertAll(files: readonly Sendable[], named: readonly string[], most: number): void {
  const wanted = [...new Set(named)]
  const found = wanted.filter(id => files.some(file => file.id === id && file.bytes <= most))
  if (found.length === wanted.length && wanted.length <= mostFiles) return
  throw new Problem(
    'invalid',
    'An attachment is not there, was sent before, or is too large.',
    { field: 'attachments' },
    [{ field: 'attachments', code: 'attachments' }],
  )
}
