/** What is said in a referral's history of holding, giving out and erasing. */
export const privacyEvents = {
  placeHold: 'Held back from being anonymised',
  liftHold: 'No longer held back',
  anonymised: 'Anonymised',
  erased: 'Erased, since the person asked for it',
} as const
