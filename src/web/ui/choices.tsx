/** One of several, several of several, or one box to tick. */
import { type Children, classes, FormState } from './context.tsx'
import { HintAndError, textOf, textsOf } from './field.tsx'
import { Fieldset } from './fieldset.tsx'

/** `reveals` is a further question that belongs to the choice; it shows always, since pages work without script. */
export type Choice = { value: string; label: Children; hint?: Children; reveals?: Children }

export type ChoicesProps = {
  name: string
  legend: Children
  choices: readonly Choice[]
  hint?: Children
  optional?: boolean
  large?: boolean
  /** Left out, both come from the form around it. */
  value?: string | readonly string[] | undefined
  error?: string | undefined
  layout?: 'list' | 'inline' | 'columns'
  /** Each choice in a box of its own: for choices that need a sentence. */
  boxed?: boolean
}

export function Radios(props: ChoicesProps) {
  return <Choices {...props} type="radio" />
}

export function Checkboxes(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" />
}

export type CheckboxProps = {
  name: string
  label: Children
  hint?: Children
  value?: string
  checked?: boolean
  error?: string | undefined
}

/** A single box, such as consent. Its value is 'yes' unless said otherwise. */
export function Checkbox({ name, label, hint, value = 'yes', checked, error }: CheckboxProps) {
  return (
    <FormState.Consumer>
      {state => {
        const wrong = error ?? state.errors[name]
        const ticked = (state.unsent ? undefined : checked) ?? textsOf(state.values[name]).includes(value)
        return (
          <div class={classes('field', wrong && 'wrong')}>
            <HintAndError name={name} error={wrong} />
            <Option
              type="checkbox"
              name={name}
              id={name}
              choice={{ value, label, hint }}
              checked={ticked}
              wrong={!!wrong}
            />
          </div>
        )
      }}
    </FormState.Consumer>
  )
}

function Choices({
  type,
  choices,
  layout = 'list',
  boxed,
  value,
  error,
  ...set
}: ChoicesProps & { type: 'radio' | 'checkbox' }) {
  return (
    <FormState.Consumer>
      {state => {
        const chosen = textsOf(state.unsent ? state.values[set.name] : (value ?? state.values[set.name]))
        return (
          <Fieldset {...set} error={error ?? state.errors[set.name]}>
            <div class={classes('choices', layout, boxed && 'stack tight')}>
              {choices.map((choice, index) => (
                <Option
                  key={choice.value}
                  type={type}
                  name={set.name}
                  id={index === 0 ? set.name : `${set.name}-${index + 1}`}
                  choice={choice}
                  checked={chosen.includes(textOf(choice.value))}
                  boxed={boxed}
                />
              ))}
            </div>
          </Fieldset>
        )
      }}
    </FormState.Consumer>
  )
}

type OptionProps = {
  type: 'radio' | 'checkbox'
  name: string
  id: string
  choice: Choice
  checked: boolean
  boxed?: boolean | undefined
  wrong?: boolean
}

function Option({ type, name, id, choice, checked, boxed, wrong }: OptionProps) {
  const described = classes(!!choice.hint && `${id}-hint`, wrong && `${name}-error`)
  return (
    <div class={classes('choice', boxed && 'boxed')}>
      <input
        type={type}
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
        aria-describedby={described || undefined}
        aria-invalid={wrong ? 'true' : undefined}
      />
      <label for={id}>{choice.label}</label>
      {choice.hint && (
        <div class="hint" id={`${id}-hint`}>
          {choice.hint}
        </div>
      )}
      {choice.reveals && <div class="revealed">{choice.reveals}</div>}
    </div>
  )
}
