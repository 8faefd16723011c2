/** The typed translator: the compiler checks each key and the values its text needs. */
import type * as en from './en/index.ts'

export type Language = 'en' | 'cy'
type Catalogue = typeof en

export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
/** A name that only looks plural, such as `too_many`, has no `too_other` beside it. */
type Stem<N, K extends string> = K extends `${infer S}_${PluralForm}` ? (`${S}_other` extends keyof N ? S : K) : K
type KeysOf<N> = { [K in keyof N & string]: N[K] extends string ? Stem<N, K> : `${K}.${KeysOf<N[K]>}` }[keyof N &
  string]

type TextAt<N, K extends string> = K extends `${infer Head}.${infer Rest}`
  ? Head extends keyof N
    ? TextAt<N[Head], Rest>
    : never
  : K extends keyof N
    ? N[K]
    : `${K}_other` extends keyof N
      ? N[`${K}_other`]
      : never

type Placeholder<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholder<Rest> : never
type Value = string | number

/** Every text's key, plurals without their form: `referral.accept.title`. */
export type Key = KeysOf<Catalogue>

/** What has to be given with a key: its placeholders by name, `count` choosing the plural. */
export type Values<K extends Key> = [Placeholder<TextAt<Catalogue, K>>] extends [never]
  ? [values?: Readonly<Record<string, Value>>]
  : [values: Readonly<Record<Placeholder<TextAt<Catalogue, K>>, Value>>]

export interface T {
  <K extends Key>(key: K, ...values: Values<K>): string
  readonly language: Language
}

type StemsOf<N> = {
  [K in keyof N & string]: K extends `${infer S}_${PluralForm}` ? (`${S}_other` extends keyof N ? S : never) : never
}[keyof N & string]

/** What Welsh has to have: every text that English has, and each of its six plurals. */
export type Welsh<N> = {
  readonly [K in keyof N & string as Stem<N, K> extends K ? K : never]: N[K] extends string ? string : Welsh<N[K]>
} & { readonly [K in `${StemsOf<N>}_${PluralForm}`]: string }

/** What is not translated yet: English stands in. */
export type Partly<N> = { readonly [K in keyof N]?: N[K] extends string ? string : Partly<N[K]> } & {
  readonly [K in `${string}_${PluralForm}`]?: string
}
export type English = Catalogue
