/** What refusals are called on the page; the sentence itself comes with each Problem. */
export const problem = {
  title: {
    not_found: 'We cannot find this page',
    not_allowed: 'You cannot do this',
    not_now: 'This cannot be done now',
    already_answered: 'Somebody has already answered',
    conflict: 'Something changed while you were working',
    invalid: 'There is a problem',
    consent_needed: 'Consent is needed first',
    declined_before: 'This service has already said no',
    no_room: 'This service takes no referrals now',
    too_many: 'Too many tries',
    too_large: 'This is too large',
    unavailable: 'We cannot do this right now',
    unexpected: 'Something went wrong here',
  },
  text: {
    not_found:
      'The page may have moved, or it may not be yours to see. If you followed a link, check that it is complete.',
    unavailable: 'Nothing was lost. Wait a minute, then try again.',
    unexpected: 'Nothing that was already sent is lost. Try again, and tell us if it happens twice.',
    expired: 'This page was open for too long. Sign in again to go on.',
  },
  goBack: 'Go back',
  goHome: 'Go to Home',
} as const
