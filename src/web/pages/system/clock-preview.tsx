/** What response times come to, worked out by the clock itself. */
import { type ClockSettings, stepsDue } from '../../../domain/clock.ts'
import { formatDay, formatTime, type T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'

const said = { remind: 'remindAt', escalate: 'escalateAt', pass_on: 'passOnAt' } as const

export function ClockPreview({ t, clock, askedAt }: { t: T; clock: ClockSettings; askedAt: Date }) {
  const sayWhen = (at: Date) => t('time.dateAtTime', { date: formatDay(t, at), time: formatTime(t, at) })
  return (
    <Card title={t('system.clock.preview')} id="preview">
      <div class="stack tight">
        <p>{t('system.clock.previewText', { when: sayWhen(askedAt) })}</p>
        <div class="clock-pair">
          {([false, true] as const).map(urgent => {
            const due = stepsDue(askedAt, clock, urgent)
            return (
              <section key={String(urgent)}>
                <h3>{t(urgent ? 'system.clock.urgent' : 'system.clock.normal')}</h3>
                {due.length === 0 && <p>{t('system.clock.none')}</p>}
                <ul class="clock-steps">
                  {due.map(({ step, dueAt }) => (
                    <li key={step}>{t(`system.clock.${said[step]}`, { when: sayWhen(dueAt) })}</li>
                  ))}
                </ul>
              </section>
            )
          })}
        </div>
        <p class="small">{t('system.clock.note')}</p>
      </div>
    </Card>
  )
}
