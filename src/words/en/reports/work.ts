/** Reports on how the work goes: who asks whom, how soon answers come. */
export const workReports = {
  flows: {
    title: 'Flows between organisations',
    about: 'Who sends to whom, as a picture and as a matrix, and how much of it is accepted.',
    measure: 'Referrals sent in the period, by who sent them and who was asked.',
    finding: {
      none: 'Nothing flowed in this period',
      strongest_one: 'The strongest flow is from {{sender}} to {{recipient}}: {{count}} referral',
      strongest_other: 'The strongest flow is from {{sender}} to {{recipient}}: {{count}} referrals',
      even_one: 'No flow is stronger than all others: several are of {{count}} referral',
      even_other: 'No flow is stronger than all others: several are of {{count}} referrals',
      pairs_one: '{{count}} pair of organisations, {{askings}} askings in all.',
      pairs_other: '{{count}} pairs of organisations, {{askings}} askings in all.',
      before_one: 'In the period before: {{count}} pair, {{askings}} askings.',
      before_other: 'In the period before: {{count}} pairs, {{askings}} askings.',
    },
    means: {
      asked: 'A referral of which three organisations were asked stands in three rows.',
      taken: 'Accepted: the organisation said yes to it, whatever came later.',
    },
  },
  times: {
    title: 'Times to answer and to close',
    about:
      'How long people wait for an answer and for the end: the median, nine in ten, and all of them as a distribution.',
    measure: 'From asking an organisation to its answer and to its close, by the clock, weekends included.',
    finding: {
      none: 'Nothing was answered in this period',
      median: 'Half of all answers come within {{median}}, nine in ten within {{most}}',
      before_one: 'In the period before, of {{count}} answer half came within {{median}}, nine in ten within {{most}}.',
      before_other:
        'In the period before, of {{count}} answers half came within {{median}}, nine in ten within {{most}}.',
      closing_one: '{{count}} was closed: half within {{median}}, nine in ten within {{most}} of asking.',
      closing_other: '{{count}} were closed: half within {{median}}, nine in ten within {{most}} of asking.',
    },
    means: {
      asking: 'What nobody has answered yet, and what was passed on without an answer, is not in the times.',
      median: 'Median: half were quicker. Nine in ten: one in ten took longer.',
    },
  },
  overdue: {
    title: 'Overdue now',
    about: 'Which organisations have not answered in time, and for how long.',
    measure: 'Referrals that wait for an organisation’s answer, and those so late that the coordinator was to be told.',
    finding: {
      none_one: 'No answer is overdue; {{count}} is waited for',
      none_other: 'No answer is overdue; {{count}} are waited for',
      late_one: '{{count}} answer is overdue',
      late_other: '{{count}} answers are overdue',
    },
    means: {
      overdue:
        'Overdue: past the time at which the network’s clock tells the coordinator. A question to the referrer stops the clock. A referral of which two services of an organisation are asked counts once.',
    },
  },
  responsiveness: {
    title: 'Responsiveness',
    about: 'How soon each organisation answers, and how often it accepts, declines or lets the time run out.',
    measure: 'The share of askings in the period that were answered within two days.',
    finding: {
      none: 'Nobody was asked in this period',
      soon: '{{share}} of askings are answered within two days',
      slowest: '{{share}} of askings are answered within two days; {{name}} answers fewest in time: {{least}}',
      before: 'In the period before: {{share}}.',
    },
    means: {
      soon: 'Within two days: 48 hours by the clock. An asking that is still waiting counts as not answered yet. The sentence on top names nobody who was asked fewer than ten times.',
    },
  },
} as const
