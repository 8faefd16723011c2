/** To organisations and coordinators, apart from any referral: joining, agreements, suspension, work handed over. */
export const joining = {
  organisation: 'Organisation',
  grace:
    'Until {{date}} everything goes on as before. After that, your services are asked nothing new until it is accepted.',
  join_asked: {
    subject: 'An organisation asks to join {{network}}',
    title: 'An organisation asks to join',
    text: 'Read what it says about itself, then approve it or refuse it with a reason.',
    link: 'See the request',
  },
  invitation_waiting: {
    subject: 'An invitation to {{network}} waits for you',
    title: 'An invitation waits for your approval',
    text: 'A member would like to invite another organisation. It is sent when you approve it.',
    link: 'See the invitation',
  },
  join_refused: {
    subject: 'Your request to join {{network}}',
    title: 'Your request to join has been refused',
    text: 'The coordinator of {{network}} has looked at your request and cannot accept it. The reason given:',
  },
  agreement_published: {
    subject: 'Please accept the data-sharing agreement of {{network}}',
    title: 'The data-sharing agreement has changed',
    text: 'A new version is in force in {{network}}. A primary user has to read it and accept it for your organisation.',
    link: 'Read the agreement',
  },
  suspended: {
    subject: 'Your organisation is suspended in {{network}}',
    title: 'Your organisation is suspended',
    text: 'It is asked nothing new, and its open referrals are with the coordinator. Please speak to the coordinator.',
    link: 'See whom to ask',
  },
  resumed: {
    subject: 'Your organisation is active again in {{network}}',
    title: 'Your organisation is active again',
    text: 'Its services can be asked again from now on.',
    link: 'See the network',
  },
  submission_held: {
    subject: 'A referral to {{network}} waits for your look',
    title: 'A referral waits for your look',
    text: 'It came by a link, and something about it looked like a robot. Nobody has been asked yet: look at it, then send it or discard it.',
    link: 'Look at it',
  },
  connection_asked: {
    subject: 'A network asks to connect with {{network}}',
    title: 'A network asks to connect',
    text: 'Once connected, the form of each network offers the needs of both. Read who asks, then accept or refuse.',
    link: 'See the request',
  },
  connection_accepted: {
    subject: '{{network}} is connected',
    title: 'The networks are connected',
    text: 'The form of each now offers the needs of both. Every referral stays in its own network.',
    link: 'See the connection',
  },
  connection_ended: {
    subject: 'A connection of {{network}} has ended',
    title: 'A connection has ended',
    text: 'The forms no longer offer each other’s needs. Referrals that were sent stay as they are.',
    link: 'See your connections',
  },
  work_handed: {
    subject: 'Work has been given to you',
    title: 'Work has been given to you',
    text: 'A colleague, or somebody who manages your organisation, has given you work to look after.',
    link: 'Sign in to see it',
    referrals_one: 'It is {{count}} open referral.',
    referrals_other: 'It is {{count}} open referrals.',
    drafts_one: 'One referral that was begun and not sent is yours to finish.',
    drafts_other: '{{count}} referrals that were begun and not sent are yours to finish.',
    cover: 'You cover until {{date}}. Until then you are also emailed what your colleague would be.',
  },
  confirm: {
    subject: 'Is your entry in {{network}} still right?',
    title: 'Is your entry still right?',
    text: 'Three months have passed since it was last confirmed. Look at it, then confirm it with one click: no need to sign in.',
    link: 'Look and confirm',
    after: 'Something has changed? Sign in and change it first.',
  },
} as const
