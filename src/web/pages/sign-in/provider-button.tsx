/** The way in by the organisation's own identity provider, above the password. */

import type { Config } from '../../../config.ts'
import type { SsoRefusal } from '../../../domain/single-sign-on.ts'
import type { Key, T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { HintAndError } from '../../ui/field.tsx'

/** The input that an error about it leads to. */
export const field = 'sso'

type Refused = SsoRefusal | 'again' | 'away' | 'broken' | 'cancelled'
const words = {
  unknown: 'auth.sso.unknown',
  unverified: 'auth.sso.unverified',
  taken: 'auth.sso.taken',
  again: 'auth.sso.again',
  away: 'auth.sso.away',
  broken: 'auth.sso.broken',
  cancelled: 'auth.sso.cancelled',
} as const satisfies Record<Refused, Key>
const statuses = {
  unknown: 403,
  unverified: 403,
  taken: 403,
  again: 400,
  away: 503,
  broken: 502,
  cancelled: 200,
} as const

export function nameOfProvider(t: T, oidc: NonNullable<Config['oidc']>): string {
  return oidc.name ?? t('auth.sso.nameless')
}

/** Null for what is no refusal of ours. */
export function refusalOf(t: T, why: string | undefined, name: string) {
  if (!why || !(why in words)) return null
  const known = why as Refused
  return { status: statuses[known], errors: { [field]: t(words[known], { name }) } }
}

/** `next`: where to go on; only our own pages. */
export function hrefOfProvider(next: string): string {
  return next === paths.home ? paths.sso : `${paths.sso}?${new URLSearchParams({ next })}`
}

type Props = { t: T; name: string; next: string; error?: string | undefined; or: string }

export function ProviderButton({ t, name, next, error, or }: Props) {
  return (
    <>
      <div class={error ? 'field wrong' : 'field'} id={field} tabIndex={-1}>
        <HintAndError name={field} error={error} />
        <div class="sso">
          <LinkButton icon="building-2" href={hrefOfProvider(next)}>
            {t('auth.sso.go', { name })}
          </LinkButton>
        </div>
      </div>
      <p class="either">
        <span>{or}</span>
      </p>
    </>
  )
}
