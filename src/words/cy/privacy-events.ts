/** What is said in a referral's history of holding, giving out and erasing. */
import type { English, Welsh } from '../words.ts'

type Events = English['referral']['event']

export const privacyEvents = {
  placeHold: 'Cadwyd rhag cael ei wneud yn ddienw',
  liftHold: 'Heb ei gadw’n ôl mwyach',
  anonymised: 'Gwnaed yn ddienw',
  erased: 'Dilëwyd, gan i’r person ofyn am hynny',
} as const satisfies Partial<Welsh<Events>>
