/** Signing in and out, forgotten passwords. */
export const auth = {
  signIn: 'Sign in',
  email: 'Email address',
  password: 'Password',
  forgotten: 'I have forgotten my password',
  invitationOnly:
    'Accounts are by invitation. Ask your organisation’s primary user or your network’s coordinator for one.',
} as const
