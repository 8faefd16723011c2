/** Home: the work first. */
export const home = {
  waiting_one: 'One person is waiting for you',
  waiting_other: '{{count}} people are waiting for you',
  nothingWaiting: 'Nobody is waiting for you',
  waitingTitle: 'Waiting for your answer',
  sentTitle: 'Sent by you, no answer yet',
  sentEmpty: 'Everyone you referred has been answered.',
  received: 'Received',
  sent: 'Sent',
  count: { open: 'open', accepted: 'accepted', closed: 'closed' },
  makeReferral: 'Make a referral',
} as const
