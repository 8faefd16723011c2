/** Nouns whose Welsh is not written yet. The compiler wants each noun of en/ either in cy/ or here. */
import type * as cy from './cy/index.ts'
import type * as en from './en/index.ts'

const nouns: Readonly<Record<Exclude<keyof typeof en, keyof typeof cy>, true>> = {
  audit: true,
  designer: true,
  directory: true,
  entry: true,
  handOver: true,
  home: true,
  list: true,
  people: true,
  preferences: true,
  privacy: true,
  profile: true,
  referral: true,
  reports: true,
  start: true,
  system: true,
  user: true,
}

export const stillEnglish: readonly string[] = Object.keys(nouns)
