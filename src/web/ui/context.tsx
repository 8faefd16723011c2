/** What every component may need without being handed it: the translator, and the form's values and errors. */
import { type ComponentChildren, createContext } from 'preact'
import { type T, translator } from '../../words/index.ts'

export type Children = ComponentChildren

/** What was typed, by the input's name. */
export type FormValues = Readonly<Record<string, unknown>>

/** The sentence to show at each input at fault, by the input's name. */
export type FormErrors = Readonly<Record<string, string>>

export const Words = createContext<T>(translator('en'))
/** `unsent`: the values are what was typed before, and go before any others. */
type FormInside = { values: FormValues; errors: FormErrors; unsent?: boolean }
export const FormState = createContext<FormInside>({ values: {}, errors: {} })

/** What was sent after the end of a session, to the address given: the form of that address shows it again. */
export type Unsent = { page: string; address: string; fields: FormValues }
export const UnsentForm = createContext<Unsent | null>(null)

/** Against forged requests: every form that posts takes it along. */
export const FormToken = createContext<string | undefined>(undefined)

/** For components with words of their own: `say(t => <p>{t('…')}</p>)`. No hook, so it renders on the server as it is. */
export function say(render: (t: T) => Children) {
  return <Words.Consumer>{render}</Words.Consumer>
}

/** Class names joined, the absent ones left out. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
