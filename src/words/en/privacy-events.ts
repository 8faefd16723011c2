/** What is said in a referral's history of holding, giving out and erasing, and of the person's own page. */
import { ownPageEvents } from './own-page-events.ts'

export const privacyEvents = {
  placeHold: 'Held back from being anonymised',
  liftHold: 'No longer held back',
  anonymised: 'Anonymised',
  ...ownPageEvents,
  erased: 'Erased, since the person asked for it',
} as const
