/** What was just done, said once on the page that follows. The address carries its code, never words. */
import { type Action, actions } from '../../../domain/lifecycle.ts'
import type { T } from '../../../words/index.ts'
import { Notice } from '../../ui/notice.tsx'

type Said = Exclude<Action, 'lapse'>

export function DoneNotice({ t, done }: { t: T; done: string | undefined }) {
  const said = done === 'note' ? t('referral.noteDone') : isSaid(done) ? t(`referral.act.${done}.done`) : null
  if (!said) return null
  return (
    <Notice tone="success" live>
      <p>{said}</p>
    </Notice>
  )
}

function isSaid(done: string | undefined): done is Said {
  return done !== 'lapse' && actions.some(action => action === done)
}
