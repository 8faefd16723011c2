/** Consent as it is given on its page: one box that nobody ticks beforehand, how it was given, and whether it still holds. */
import { isInForce } from '../../../db/networks.ts'
import { sending } from '../../../domain/submission.ts'
import type { FieldError } from '../../forms.ts'
import { type Look, ownPart, type Part } from './look.ts'
import type { State } from './state.ts'

export type Agreeing = { ok: true; consent: NonNullable<State['consent']> } | { ok: false; errors: FieldError[] }

/** Those who refer themselves gave it by ticking. Where consent reaches only the named, what they were shown is what they agreed to. */
export function takeConsent(look: Look, form: FormData): Agreeing {
  const read = sending.shape.consent.safeParse({
    given: form.get('given') === 'on',
    wordingId: form.get('wordingId'),
    how: look.self ? 'self' : (form.get('how') ?? undefined),
  })
  if (!read.success)
    return {
      ok: false,
      errors: read.error.issues.map(({ path, message }) => ({ field: path.join('.'), code: message })),
    }
  const { how, wordingId } = read.data
  if (!how) return { ok: false, errors: [{ field: 'how', code: 'consent_how' }] }
  const elsewhere = look.others.map(part => ({
    network: part.network.id,
    wordingId: String(form.get(`wording.${part.network.id}`) ?? '').slice(0, 40),
    services: namedIn(part),
  }))
  return { ok: true, consent: { how, wordingId, services: namedIn(ownPart(look)), elsewhere } }
}

/** Why it has to be asked again, if it has. */
export function staleConsent(look: Look): 'missing' | 'wording' | 'list' | null {
  const { consent } = look.state
  if (!consent) return 'missing'
  const elsewhere = look.others.map(part => ({
    part,
    agreed: consent.elsewhere.find(({ network }) => network === part.network.id),
  }))
  if (elsewhere.some(({ agreed }) => !agreed)) return 'missing'
  const isWorded = elsewhere.every(({ part, agreed }) => isInForce(part.network, agreed?.wordingId))
  if (!isInForce(look.network, consent.wordingId) || !isWorded) return 'wording'
  const isListed = (part: Part, agreed: string[] | null) => agreed === null || agreed.join() === idsOf(part).join()
  const isSame =
    isListed(ownPart(look), consent.services) &&
    elsewhere.every(({ part, agreed }) => isListed(part, agreed?.services ?? null))
  return isSame ? null : 'list'
}

function namedIn(part: Part): string[] | null {
  return part.network.settings.consentScope === 'named' ? idsOf(part) : null
}

function idsOf({ candidates }: Part): string[] {
  return candidates.map(({ serviceId }) => serviceId)
}
