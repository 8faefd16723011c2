/** What was just done, said once on the page that follows. The address carries its code, never words. */
import { people } from '../../../words/en/people.ts'
import type { T } from '../../../words/index.ts'
import { Notice } from '../../ui/notice.tsx'

type Said = keyof typeof people.done

export function Done({ t, done }: { t: T; done: string | undefined }) {
  if (!done || !Object.hasOwn(people.done, done)) return null
  return (
    <Notice tone="success" live>
      <p>{t(`people.done.${done as Said}`)}</p>
    </Notice>
  )
}
