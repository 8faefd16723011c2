/** The list of all messages, for administrators. */
export const box = {
  title: 'Messages',
  lead: 'Every message of this installation, newest first. What is held was refused, or not taken for a day.',
  leadKept: 'No mail server is set, so messages are kept here instead of being sent.',
  empty: 'Nothing has been sent yet',
  to: 'To',
  what: 'About',
  when: 'Written',
  state: 'State',
  tries: 'Tries',
  error: 'Answer',
  sendAgain: 'Send again',
  sentAgain: 'It is in the queue again.',
  person: 'The person',
  text: 'What it says',
  notKept: 'What it says can be read only in the demonstration, and only where no mail server is set.',
  states: { queued: 'Queued', sent: 'Sent', kept: 'Kept', held: 'Held', dropped: 'Not sent' },
} as const
