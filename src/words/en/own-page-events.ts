/** What is said in a referral's history of the person's own page. */
export const ownPageEvents = {
  personCode: 'Code for the person’s own page made',
  personCodeEnded: 'Code for the person’s own page ended',
  nobodyCalled: 'Said that nobody has called',
  contactCorrected: 'Contact details corrected by the person',
  withdrawConsent: 'Consent withdrawn by the person',
} as const
