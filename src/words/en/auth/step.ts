/** The second step of signing in, passkeys there, and the link that confirms an email address. */
export const step = {
  title: 'One more step',
  leadApp: 'Enter the code that your authenticator app shows.',
  leadPasskey: 'Use your passkey, or enter a recovery code.',
  code: 'Six-digit code',
  codeOnly: 'Recovery code',
  hint: 'Without your phone? Enter one of your recovery codes.',
  go: 'Sign in',
  missing: 'Enter the code',
  wrong: 'The code is not right, or was used already',
  again: 'Start again',
  lost: 'Neither phone, passkey nor recovery code? Ask your organisation’s primary user or your network’s coordinator.',
  overTitle: 'Sign in again',
  over: 'This took too long, or something changed meanwhile.',
} as const

export const passkey = {
  alone: 'Sign in with a passkey',
  second: 'Use a passkey',
  failed: 'Your device gave no passkey. Try again, or sign in another way',
  refused: 'The passkey was not accepted. Try again, or sign in another way',
} as const

export const address = {
  title: 'Use this address from now on?',
  text: 'From now on you sign in with {{email}}, and emails go there.',
  confirm: 'Use this address',
  doneTitle: 'Your email address is changed',
  done: 'Sign in with the new address from now on.',
  onward: 'Go on',
  over: 'It was used already, or it is older than 24 hours. Ask for another under Preferences.',
} as const
