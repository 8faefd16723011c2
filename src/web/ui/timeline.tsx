/** What happened, newest first: what, by whom, when. */
import { type Children, classes } from './context.tsx'
import { Icon } from './icon.tsx'

export type Moment = {
  id: string
  title: Children
  /** Person and organisation. */
  by?: Children
  /** As people read it, and as machines do. */
  when: string
  at: Date
  text?: Children
  tone?: 'plain' | 'good' | 'bad' | 'wait' | undefined
  /** A private note: the words that say who sees it. It looks different too. */
  privately?: string | undefined
  /** A note that everyone reads: the words that say so. */
  openly?: string | undefined
}

export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol class="timeline">
      {moments.map(moment => (
        <li key={moment.id} class={classes('moment', moment.tone, moment.privately && 'private')}>
          <strong>{moment.title}</strong>
          <div class="small">
            {moment.by} {moment.by && '· '}
            <time dateTime={moment.at.toISOString()}>{moment.when}</time>
            {moment.openly && (
              <>
                {' · '}
                <Icon name="users" /> {moment.openly}
              </>
            )}
            {moment.privately && (
              <>
                {' · '}
                <Icon name="lock" /> {moment.privately}
              </>
            )}
          </div>
          {moment.text && <div class="moment-text">{moment.text}</div>}
        </li>
      ))}
    </ol>
  )
}
