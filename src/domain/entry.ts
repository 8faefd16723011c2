/** The ways in without an account (FORM-13): links, the sites that may show the form, and what waits for a coordinator's look. */
import { z } from 'zod'

/** `self`: people refer themselves. */
export const entryKinds = ['link', 'self'] as const
export type EntryKind = (typeof entryKinds)[number]
/** By nothing; by links that coordinators give out; by the network's own address too, to which its public pages lead. */
export const selfReferrals = ['off', 'links', 'pages'] as const
/** As a referral keeps it. */
export type EntryOrigin = 'link' | 'embed' | 'self'

const label = z.string().trim().min(1, { error: 'required' }).max(100, { error: 'too_long' })

/** `organisationId`: the partner that whoever has the link refers for; blank for anybody. */
export const entryLinkForm = z.strictObject({
  kind: z.enum(entryKinds, { error: 'choose' }).default('link'),
  label,
  organisationId: z.union([z.literal(''), z.uuid()]).default(''),
})
export type EntryLinkForm = z.infer<typeof entryLinkForm>
export const entryNameForm = z.strictObject({ label })
export const discardForm = z.strictObject({
  reason: z.string().trim().min(1, { error: 'required' }).max(500, { error: 'too_long' }),
})

/** https alone; plain http where the browser and the site are the same machine. */
export const embedOrigin = z.string().max(253).refine(isOrigin, { error: 'origin' })

export const mostEmbedOrigins = 20

/** One site a line, as a person types or pastes it: the whole address of a page will do. */
export function readOrigins(typed: string): { origins: string[]; wrong: string[] } {
  const lines = typed
    .split(/\s+/)
    .map(line => line.trim())
    .filter(line => line !== '')
  const read = lines.map(line => ({ line, origin: originOf(line) }))
  return {
    origins: [...new Set(read.flatMap(({ origin }) => origin ?? []))],
    wrong: read.filter(({ origin }) => origin === null).map(({ line }) => line),
  }
}

/** How long a form that nobody sends is remembered, by the page alone. */
export const entryMinutes = 60

/** Sendings within an hour; what comes beyond is held. A browser that did the proof of work has room for a whole contact centre. */
export const sendingLimits = {
  proven: { address: 40, network: 400 },
  unproven: { address: 4, network: 40 },
} as const

export type Proof = 'solved' | 'none' | 'wrong'
export type HeldWhy = 'trap' | 'proof' | 'address' | 'network'

/** `trap`: a field was filled in that people do not see. Null: it goes straight to the services. */
export function whyHeld(seen: {
  trap: boolean
  proof: Proof
  addressHasRoom: boolean
  networkHasRoom: boolean
}): HeldWhy | null {
  if (seen.trap) return 'trap'
  if (seen.proof === 'wrong') return 'proof'
  if (!seen.addressHasRoom) return 'address'
  return seen.networkHasRoom ? null : 'network'
}

function isOrigin(text: string): boolean {
  return originOf(text) === text
}

/** Null for what is no site that may show a form: no wildcard, no password, no other protocol. */
function originOf(typed: string): string | null {
  const text = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(text)) return null
  const { protocol, hostname, origin, username } = new URL(text)
  const isPlain = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if ((protocol !== 'https:' && !isPlain) || username !== '' || !/^[a-z0-9.\-[\]:]+$/.test(hostname)) return null
  return isPlain || hostname.includes('.') ? origin : null
}
