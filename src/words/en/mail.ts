/** What is said by email. Never a name, a detail or a kind of need in a subject; to the person only the network and the reference. */
export const mail = {
  subject: 'Referral {{reference}}, {{network}}',
  reference: 'Reference',
  needs: 'Needs',
  area: 'Area',
  answerBy: 'Please answer by',
  open: 'Sign in to see the referral',
  askedToSignIn: 'For people’s safety no names or details are sent by email: you will be asked to sign in.',
  automatic: 'Sent automatically for {{network}}. Please do not reply to this message.',
  program: 'Onward',
  notice: {
    asked: {
      title: 'A new referral is waiting for you',
      text: 'You have been asked to help. Sign in to read the referral, then accept it, reject it or split it.',
    },
    accepted: {
      title: 'Your referral has been accepted',
      text: 'A service that was asked will help. Sign in to see which needs it helps with.',
    },
    split: {
      title: 'Part of your referral has been accepted',
      text: 'A service will help with some of the needs. The others are being passed on.',
    },
    rejected: {
      title: 'A service cannot help',
      text: 'The needs that it was asked for are being passed on. You do not need to do anything.',
    },
    lapsed: {
      title: 'A service has not answered',
      text: 'It did not answer in time, so its needs are being passed on. You do not need to do anything.',
    },
    passed_on: {
      title: 'This referral has been passed on',
      text: 'You were asked to help and it was not answered in time, so others are being asked instead.',
    },
    question: {
      title: 'A service has a question for you',
      text: 'It needs your answer before it can say whether it can help. Sign in to read the question and answer it.',
    },
    answered: {
      title: 'Your question has been answered',
      text: 'Sign in to read the answer, then accept the referral, reject it or split it.',
    },
    unplaced: {
      title: 'A referral needs placing',
      text: 'No service on its list can help with these needs. Sign in to place them, or to close them as unmet.',
    },
    unplaced_referrer: {
      title: 'No service has been found yet',
      text: 'No service on the list can help with these needs. The coordinator has been told and will look for another.',
    },
    unmet: {
      title: 'Needs could not be met',
      text: 'The coordinator looked for a service and found none. Sign in to read why.',
    },
    referred_on: {
      title: 'Your referral has been referred on',
      text: 'The service that was helping has passed these needs on. Sign in to see where they are now.',
    },
    closed: {
      title: 'A case has been closed',
      text: 'The service that was helping has closed its part of your referral. Sign in to see the outcome.',
    },
    undone: {
      title: 'An acceptance has been undone',
      text: 'The referral is waiting again for the same service to answer. You do not need to do anything.',
    },
    reassigned: {
      title: 'This referral is no longer with you',
      text: 'The coordinator has moved it. You do not need to do anything more.',
    },
    stood_down: {
      title: 'This referral no longer needs you',
      text: 'You were asked to help, and it is no longer needed. You do not need to answer.',
    },
    withdrawn: {
      title: 'A referral has been withdrawn',
      text: 'Please stop working on it. You do not need to answer.',
    },
    withdrawn_referrer: {
      title: 'Your referral has been withdrawn',
      text: 'Every service that was asked or helping has been told.',
    },
    remind: {
      title: 'A referral is still waiting for you',
      text: 'You were asked to help and have not answered yet. Sign in to accept it, reject it or split it.',
    },
    escalate: {
      title: 'A referral is waiting too long',
      text: 'The service that was asked has not answered, though it was reminded. Sign in to see what can be done.',
    },
    unanswered: {
      title: 'A question has not been answered',
      text: 'A service asked the referrer a question five working days ago. The time to answer the referral runs on again.',
    },
  },
  person: {
    subject: '{{network}}: {{reference}}',
    title: 'Your reference',
    text: 'Your reference is {{reference}}.',
    automatic: 'Sent automatically by {{network}}. Please do not reply to this message.',
  },
  reset: {
    subject: 'Choose a new password',
    title: 'Choose a new password',
    text: 'Somebody asked for a new password for your account. The link works once, for 30 minutes.',
    link: 'Choose a new password',
    ignore: 'If it was not you, do nothing: your password stays as it is.',
  },
  invitation: {
    subject: 'You are invited to {{network}}',
    title: 'You are invited to {{network}}',
    text: 'Follow the link to choose a password and make your account. It works once, for 14 days.',
    link: 'Accept the invitation',
    ignore: 'If you did not expect this, do nothing.',
  },
  joining: {
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
    confirm: {
      subject: 'Is your entry in {{network}} still right?',
      title: 'Is your entry still right?',
      text: 'Three months have passed since it was last confirmed. Look at it, then confirm it with one click: no need to sign in.',
      link: 'Look and confirm',
      after: 'Something has changed? Sign in and change it first.',
    },
  },
  box: {
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
  },
} as const
