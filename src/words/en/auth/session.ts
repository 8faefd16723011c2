/** The end of a session: its warning, and what was typed when it came. */
export const session = {
  keptTitle: 'You were signed out, and what you typed is still here',
  kept: 'Nothing was sent. Check it and send it again.',
  noFiles: 'Files cannot be kept: choose them again.',
  copy: 'What you typed, to copy',
  signInFirst: 'You were signed out. What you typed is kept for an hour: sign in, and it is shown again.',
  name: 'End of your session',
  ending: 'You will be signed out at {{time}}',
  idle: 'Nothing has been done here for a while.',
  longest: 'Nobody stays signed in for more than 12 hours. Send or save what you have typed.',
  stay: 'Stay signed in',
  over: 'You are signed out',
  overText: 'What you typed is not lost: send it, sign in, and it is shown again.',
} as const
