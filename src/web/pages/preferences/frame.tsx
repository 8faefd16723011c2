/** What pages of one's own account share: the way back, the heading, what was just done. */
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import type { Children } from '../../ui/context.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'

type FrameProps = {
  t: T
  title: string
  lead?: Children
  /** What was just done, in words. */
  done?: string | null | undefined
  /** Where the way back leads, if not to Preferences. */
  back?: { href: string; label: string }
  children: Children
}

export function AccountFrame({ t, title, lead, done, back, children }: FrameProps) {
  return (
    <>
      <BackLink href={back?.href ?? paths.preferences}>{back?.label ?? t('preferences.title')}</BackLink>
      <PageHead title={title} lead={lead} />
      <div class="stack">
        {done && (
          <Notice tone="success" live>
            <p>{done}</p>
          </Notice>
        )}
        {children}
      </div>
    </>
  )
}
