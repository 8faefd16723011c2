/** What was just done, said once on the page that follows. The address carries its code, never words. */
import { type Action, actions } from '../../../domain/lifecycle.ts'
import type { T } from '../../../words/index.ts'
import { Notice } from '../../ui/notice.tsx'

const listDone = { viewSaved: 'list.views.saved', viewDeleted: 'list.views.deleted' } as const
const listWrongs = {
  selectNone: 'list.select.none',
  selectColleague: 'list.select.noColleague',
  assignedNone: 'list.select.assignedNone',
  viewUnnamed: 'list.views.missing',
  viewTooMany: 'list.views.tooMany',
} as const

type Said = Exclude<Action, 'lapse'>

type Done = { t: T; done: string | undefined; count?: string | undefined }

export function DoneNotice({ t, done = '', count }: Done) {
  const wrong = listWrongs[done as keyof typeof listWrongs]
  const said = wrong ? t(wrong) : saidOf(t, done, count)
  if (!said) return null
  return (
    <Notice tone={wrong ? 'warning' : 'success'} live>
      <p>{said}</p>
    </Notice>
  )
}

function saidOf(t: T, done: string, count: string | undefined): string | null {
  const inList = listDone[done as keyof typeof listDone]
  if (inList) return t(inList)
  if (done === 'assigned') return t('list.select.assigned', { count: Number(count) || 1 })
  if (done === 'note') return t('referral.noteDone')
  if (done === 'files' || done === 'file_removed') return t(`file.done.${done}`)
  if (done === 'restrict' || done === 'unrestrict' || done === 'break_glass') return t(`safety.done.${done}`)
  if (done === 'held') return t('privacy.hold.done')
  if (done === 'lifted') return t('privacy.hold.lifted')
  return isSaid(done) ? t(`referral.act.${done}.done`) : null
}

function isSaid(done: string): done is Said {
  return done !== 'lapse' && actions.some(action => action === done)
}
