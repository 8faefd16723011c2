/** What is said by email. Never a name, a detail or a kind of need in a subject; to the person only the network and the reference. */
import { account } from './mail/account.ts'
import { box } from './mail/box.ts'
import { joining } from './mail/joining.ts'

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
    note: {
      title: 'A note for you',
      text: 'Somebody on this referral wrote a note and wants you to read it. Sign in to read it.',
    },
    break_glass: {
      title: 'A restricted referral was opened',
      text: 'Another coordinator opened it for an hour and gave a reason. Sign in to read who and why.',
    },
    not_called: {
      title: 'The person says that nobody has called',
      text: 'They are still waiting to hear from somebody. Sign in to see the referral, then call them in a way that is safe.',
    },
    corrected: {
      title: 'The person corrected their contact details',
      text: 'Sign in to see how to reach them now. Records of your own are not changed: the referral offers you the correction.',
    },
    consent_withdrawn: {
      title: 'The person took their consent back',
      text: 'Nobody can open the details of this referral any more. Please stop working on it, and do not contact the person about it.',
    },
    file_refused: {
      title: 'A file you added was not kept',
      text: 'It was found to have a virus. Nobody could open it. Check where it came from before you add it again.',
    },
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
    returned: {
      title: 'The service you chose cannot help',
      text: 'These needs are with you again. Sign in to choose another service, or to withdraw the referral.',
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
    undone_recipient: {
      title: 'An acceptance of yours was undone',
      text: 'The referral is waiting for your answer again. Sign in to accept it, reject it or split it.',
    },
    reassigned_referrer: {
      title: 'Your referral has been moved',
      text: 'The coordinator has taken it from a service and finds another. You do not need to do anything.',
    },
    reopened: {
      title: 'Your referral is open again',
      text: 'The coordinator has reopened some of its needs and looks for a service. You do not need to do anything.',
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
  source: {
    open: 'See where it stands',
    code: 'Code',
    keep: 'Keep both: with the reference and the code you can see where it stands, without an account.',
    useCode: 'You will be asked for the reference and for the code in the first message.',
    ignore: 'If you did not send anything, do nothing and tell {{network}}.',
    answer: 'Read the question and answer it',
    sent: { title: 'It has been sent', text: 'You will hear from us by email when there is news.' },
    accepted: { title: 'A service will help', text: 'One that was asked has accepted. It makes contact itself.' },
    split: { title: 'A service will help with part of it', text: 'The rest is being passed on to others.' },
    passing: {
      title: 'It is being passed on',
      text: 'A service that was asked cannot take it, so another is asked. You do not need to do anything.',
    },
    question: { title: 'There is a question for you', text: 'A service has to know more before it can say yes.' },
    placing: {
      title: 'The coordinator is looking for a service',
      text: 'Nobody on the list can take it. The coordinator of {{network}} has been told and looks for another.',
    },
    unmet: {
      title: 'Nobody was found',
      text: 'The coordinator looked for a service and found none. {{network}} can tell you more.',
    },
    closed: { title: 'It has been closed', text: 'The service that was helping has finished its part.' },
    waiting: { title: 'It is waiting again', text: 'The service that had accepted it looks at it again.' },
    withdrawn: { title: 'It has been withdrawn', text: 'Everybody who was asked or helping has been told.' },
  },
  person: {
    subject: '{{network}}: {{reference}}',
    title: 'Your reference',
    text: 'Your reference is {{reference}}.',
    automatic: 'Sent automatically by {{network}}. Please do not reply to this message.',
  },
  digest: {
    name: 'Daily letter',
    subject_one: '{{count}} thing happened in {{network}}',
    subject_other: '{{count}} things happened in {{network}}',
    title_one: 'One thing happened since yesterday morning',
    title_other: '{{count}} things happened since yesterday morning',
    text: 'You asked for one letter a day about these. Sign in to see each referral.',
    open: 'Sign in to see your referrals',
    more_one: 'And {{count}} more.',
    more_other: 'And {{count}} more.',
    other: 'Something happened',
    change: 'To be told at once, or not at all: {{address}}',
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
  joining,
  account,
  box,
} as const
