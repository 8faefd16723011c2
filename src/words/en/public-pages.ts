/** What stands around the pages for everybody. */
export const publicPages = {
  find: 'Find help',
  organisations: 'Organisations',
  list: 'Your list',
  complaints: 'How to complain',
  safety: 'Using these pages safely',
  join: 'Join this network',
  signIn: 'Sign in for members',
  helpTitle: 'About this directory',
  helpContact: '{{name}} looks after this directory.',
  exit: {
    about: 'If somebody might see what you are looking at, leave at any time.',
    keys: 'You can also press Shift three times.',
    more: 'How to stay safe',
    go: 'Leave this page',
  },
} as const
