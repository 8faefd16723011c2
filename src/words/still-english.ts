/** Nouns whose Welsh is not written yet. The compiler wants each noun of en/ either in cy/ or here. */
import type * as cy from './cy/index.ts'
import type * as en from './en/index.ts'

const nouns: Readonly<Record<Exclude<keyof typeof en, keyof typeof cy>, true>> = {}

export const stillEnglish: readonly string[] = Object.keys(nouns)
