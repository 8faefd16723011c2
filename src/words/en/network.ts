/** The networks that one belongs to. */
export const network = {
  title_one: 'You are in one network',
  title_other: 'You are in {{count}} networks',
  none: 'You are in no network yet',
  noneText: 'Networks are joined by invitation. Ask the coordinator of the one that you want to join.',
  coordinator: 'Coordinator',
  help: 'Help',
  area: 'Area',
  agreement: 'Data-sharing agreement',
  agreed: 'Accepted by your organisation',
  notAgreed: 'Not accepted yet: until it is, no new referrals are shown',
  members_one: 'One member',
  members_other: '{{count}} members',
  columns: { organisation: 'Organisation', services: 'Services', kinds: 'Helps with' },
  coordinating: '{{name}} (coordinates the network)',
  workHere: 'Referrals in this network',
} as const
