/** What is withheld from this viewer is said, with why. */
import { Notice } from '../../../ui/notice.tsx'
import { sayKey } from '../names.ts'
import type { Props } from './article.tsx'

export function Part({ t, data }: Props) {
  const { sight } = data.view
  if (sight.level === 'full') return null
  return (
    <Notice title={t('referral.partTitle')}>
      <p>{sayKey(t, `referral.part.${reasonOf(data)}`)}</p>
    </Notice>
  )
}

function reasonOf({ view, actor }: Props['data']) {
  const { sight, file } = view
  if (sight.level === 'limited') return 'limited'
  if (sight.level === 'row') return sight.history === 'own' ? 'row_gone' : 'row'
  if (file.sides.consentWithdrawn) return 'exists_consent'
  if (file.restricted && actor.coordinates.includes(file.networkId)) return 'exists_restricted'
  return actor.administrator ? 'exists_administrator' : 'exists'
}
