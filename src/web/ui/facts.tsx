/** What is known, name by name; on a check-your-answers page each with its way back. */
import { type Children, classes, say } from './context.tsx'

export type Fact = {
  name: string
  value: Children
  /** Where this answer can be changed. */
  changeHref?: string | undefined
}

type FactsProps = {
  facts: readonly (Fact | false | null | undefined)[]
  /** Without the lines between. */
  plain?: boolean
  /** Each value below its name: for names that are whole questions. */
  stacked?: boolean
}

/** Facts without a value are not shown. */
export function Facts({ facts, plain, stacked }: FactsProps) {
  return (
    <dl class={classes('facts', plain && 'plain', stacked && 'stacked')}>
      {facts.map(fact => fact && isKnown(fact.value) && <Line key={fact.name} {...fact} />)}
    </dl>
  )
}

function Line({ name, value, changeHref }: Fact) {
  return say(t => (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{value}</dd>
      {changeHref && (
        <dd class="fact-change">
          <a href={changeHref}>
            {t('ui.change')}
            <span class="hidden"> {name}</span>
          </a>
        </dd>
      )}
    </div>
  ))
}

function isKnown(value: Children): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false
}
