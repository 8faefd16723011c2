/** What is said in a referral's history of holding, giving out and erasing. */
export const privacyEvents = {
  placeHold: 'Held back from being anonymised',
  liftHold: 'No longer held back',
  anonymised: 'Anonymised',
  erased: 'Erased, since the person asked for it',
  producedData: 'What is held on the person was given out',
  noteReleased: 'A private note was released to a request for what is held',
} as const
