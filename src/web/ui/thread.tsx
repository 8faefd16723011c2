/** The thread: opened, accepted, outcome, closed. Small in lists, as steps with dates where one referral is shown. */
import { renderToString } from 'preact-render-to-string'
import { type Children, classes, say } from './context.tsx'

export const milestones = ['opened', 'accepted', 'outcome', 'closed'] as const
export type Milestone = (typeof milestones)[number]

export type ThreadProps = {
  /** How far it has come. */
  reached: Milestone
  /** It goes no further: withdrawn, unmet, declined. */
  stopped?: boolean | undefined
  /** The next step is the viewer's: amber. */
  yours?: boolean | undefined
}

type State = 'done' | 'now' | 'ahead' | 'stopped'

/** One line high: four points on a line. */
export function Thread(props: ThreadProps) {
  return say(t => (
    <svg
      class={classes('thread', props.yours && 'yours')}
      viewBox="0 0 112 16"
      width="112"
      height="16"
      role="img"
      aria-label={t(`ui.thread.at.${summaryOf(props)}`)}
      dangerouslySetInnerHTML={{ __html: drawingOf(statesOf(props)) }}
    />
  ))
}

/** Only a handful of threads can be drawn, and a list draws them on every row: each is rendered once. */
const drawings = new Map<string, string>()

function drawingOf(states: readonly State[]): string {
  const key = states.join()
  const drawing = drawings.get(key) ?? renderToString(<Drawing states={states} />)
  drawings.set(key, drawing)
  return drawing
}

function Drawing({ states }: { states: readonly State[] }) {
  return (
    <>
      {states.slice(1).map((state, index) => (
        <path
          key={milestones[index]}
          class={classes('line', state === 'done' && 'done')}
          d={`M${index * 32 + 14} 8h20`}
        />
      ))}
      {states.map((state, index) => (
        <Point key={milestones[index]} state={state} x={index * 32 + 8} y={8} r={5} />
      ))}
    </>
  )
}

/** Full width, with words under each point; `details` says when and by whom, `titles` replaces a name ("Accepted?"). */
export function ThreadSteps(
  props: ThreadProps & { details?: Partial<Record<Milestone, Children>>; titles?: Partial<Record<Milestone, string>> },
) {
  const states = statesOf(props)
  return say(t => (
    <ol class={classes('steps', props.yours && 'yours')} aria-label={t('ui.thread.label')}>
      {milestones.map((name, index) => {
        const state = states[index] ?? 'ahead'
        return (
          <li key={name} class={`step ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
              <Point state={state} x={12} y={12} r={9} />
            </svg>
            <b>
              {props.titles?.[name] ?? t(`ui.thread.${name}`)}
              <span class="hidden"> ({t(`ui.thread.${state}`)})</span>
            </b>
            {props.details?.[name]}
          </li>
        )
      })}
    </ol>
  ))
}

function Point({ state, x, y, r }: { state: State; x: number; y: number; r: number }) {
  const u = r / 9
  return (
    <>
      {state === 'now' && <circle class="halo" cx={x} cy={y} r={r + 3} />}
      {!(state === 'stopped' && r < 9) && <circle class={`dot ${state}`} cx={x} cy={y} r={r} />}
      {state === 'now' && <circle class="core" cx={x} cy={y} r={r * 0.42} />}
      {state === 'done' && (
        <path class="tick" d={`M${x - 4 * u} ${y + 0.4 * u}l${2.8 * u} ${2.8 * u} ${5.2 * u} ${-5.8 * u}`} />
      )}
      {state === 'stopped' && <path class="cross" d={`M${x - 3.5} ${y - 3.5}l7 7m0-7l-7 7`} />}
    </>
  )
}

function statesOf({ reached, stopped }: ThreadProps): State[] {
  const last = milestones.indexOf(reached)
  const next = stopped ? 'stopped' : 'now'
  return milestones.map((_, index) => (index <= last ? 'done' : index === last + 1 ? next : 'ahead'))
}

function summaryOf({ reached, stopped, yours }: ThreadProps) {
  if (reached === 'closed') return 'closed'
  if (stopped) return 'stopped'
  return yours && reached === 'opened' ? 'yours' : reached
}
