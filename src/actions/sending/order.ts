/** What is sent and by whom: a member, a client of the API, or somebody without an account. */

import type { HeldWith } from '../../db/files.ts'
import type { Lean } from '../../db/referrals/insert.ts'
import type { Sending, Submission } from '../../domain/submission.ts'

/** Both null: nobody with an account. */
export type Referrer = { userId: string | null; organisationId: string | null }

/** `submissionId`: of the draft, or made from the client's Idempotency-Key; the same one twice sends once. */
export type Order = {
  /** Of the new referral; random unless given. */
  id?: string
  networkId: string
  submissionId: string
  /** As it was typed: it is held against the network's form here. */
  submission: Submission
  /** Without a shortlist it goes where the suggestions would send it. */
  sending: Omit<Sending, 'shortlist'> & { shortlist?: string[] | undefined }
  /** FORM-10: the organisation, or the service, that the referrer began from. */
  startsFrom?: string | undefined
  origin: Lean['origin']
  /** Without an account: the link that it came by. */
  entryLinkId?: string | null
  /** Where its sender has been given one already. */
  reference?: string
  referrer: Referrer
  /** Files that the referrer uploaded before; left out, those of the draft that it comes from. */
  attachments?: readonly string[] | undefined
  /** Without an account: what is in the store already and comes with it. */
  files?: readonly Omit<HeldWith, 'remark'>[]
}
/** `connected`: what the same submission became in other networks (NET-4). */
export type Sent = SentOne & { again: boolean; connected: SentOne[] }
type SentOne = { id: string; networkId: string; reference: string }
