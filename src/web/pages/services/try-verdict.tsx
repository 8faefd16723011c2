/** Whether it would be suggested, at which place, and why. */
import type { Objection, Suggestion } from '../../../domain/matching.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { wordObjection, wordReason } from '../refer/reasons.ts'
import type { Editor } from './load.ts'

export type Tried = {
  suggestion: Suggestion | null
  /** Among all that are suggested, 1 is the first. */
  rank: number
  of: number
  /** Among the few that would be asked. */
  asked: boolean
  because: Objection[]
  outward: string | null
}

const icons = { for: 'check', check: 'circle-help', against: 'triangle-alert' } as const

export function Verdict({ editor: { t, network }, tried }: { editor: Editor; tried: Tried }) {
  const telling = { t, network, outward: tried.outward }
  const { suggestion, rank, of } = tried
  return (
    <div class="verdict" role="status">
      <Card prominent title={suggestion ? t('service.try.yes', { rank, of }) : t('service.try.no')} id="verdict">
        {suggestion && <p>{t(tried.asked ? 'service.try.asked' : 'service.try.notAsked')}</p>}
        <ul class="verdict-why">
          {suggestion?.reasons.map(reason => {
            const { text, tone } = wordReason(telling, reason)
            return (
              <li key={text} class={`why-${tone}`}>
                <Icon name={icons[tone]} /> {text}
              </li>
            )
          })}
          {tried.because.map(objection => {
            const text = wordObjection(telling, objection)
            return (
              <li key={text} class="why-against">
                <Icon name="circle-x" /> {text}
              </li>
            )
          })}
        </ul>
      </Card>
    </div>
  )
}
