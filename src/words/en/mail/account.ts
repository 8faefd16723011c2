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
} as const
