/** By the link of the three-monthly letter. */
export const confirming = {
  title: 'Is this still right?',
  lead: '{{name}}, as others find it.',
  last: 'Last confirmed {{date}}',
  lastBy: 'Last confirmed {{date}} by {{name}}',
  never: 'Never confirmed yet',
  services: 'Services',
  noServices: 'None yet',
  go: 'Yes, all of this is right',
  wrong: 'Something is not right?',
  change: 'Sign in and change it',
  doneTitle: 'Thank you: {{name}} is confirmed',
  doneText: 'Everybody who finds it sees that it was confirmed today. We ask again in three months.',
  overTitle: 'This link does not work any more',
  overText: 'Sign in to confirm your organisation’s entry.',
} as const
