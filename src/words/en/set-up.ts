/** The first run of an empty installation. */
export const setUp = {
  title: 'Set up Onward',
  lead: 'Nobody has an account here yet. Whoever started the program makes the first one, the administrator’s.',
  codeTitle: 'Are you the one who started it?',
  code: 'Code from the console',
  codeHint: 'Onward printed it where it was started, such as K7QF-2M9X-H4PD. It works once, for 24 hours.',
  codeMissing: 'Enter the code from the console',
  codeWrong: 'This is not the code that was printed last',
  codeOld:
    'This code is older than 24 hours. Start Onward again, or run “npm run onward -- set-up code”, for a new one',
  accountTitle: 'Your account',
  name: 'Your name',
  nameMissing: 'Enter your name',
  emailHint: 'You sign in with it, and messages go there.',
  go: 'Set up',
  after: 'After this the page is closed for good. Everybody else is invited.',
} as const
