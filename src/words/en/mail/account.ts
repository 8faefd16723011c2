/** Another email address for an account: to the new one, and to the old one. */
export const account = {
  confirm: {
    subject: 'Confirm your email address',
    title: 'Confirm your email address',
    text: 'Somebody wants to use this address for their account. Follow the link and press the button there. It works once, for 24 hours.',
    link: 'Confirm this address',
    ignore: 'If it was not you, do nothing: the account stays as it is.',
  },
  changed: {
    subject: 'Your account has another email address now',
    title: 'Your account has another email address now',
    text: 'From now on you sign in with the new address, and emails go there. No more will come to this one.',
    ignore: 'If it was not you, tell your network’s coordinator at once: somebody else may have your account.',
  },
  stepOff: {
    subject: 'Two-step verification is off for your account',
    title: 'Two-step verification is off for your account',
    text: 'Somebody who keeps your account took it off, because you could not use it. You were signed out everywhere. Sign in with your password, then set it up again under Preferences.',
    ignore:
      'If you did not ask for it, tell your network’s coordinator at once: somebody else may be trying to get in.',
  },
} as const
