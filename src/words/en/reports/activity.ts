/** Activity: how many referrals. */
export const activityReport = {
  title: 'Activity',
  about: 'How many referrals there are, by month, status, need, organisation, area and age.',
  measure: 'Referrals sent in the period.',
  finding: {
    none: 'No referrals in this period',
    total_one: '{{count}} referral was sent',
    total_other: '{{count}} referrals were sent',
    same_one: '{{count}} referral was sent, as in the period before',
    same_other: '{{count}} referrals were sent, as many as in the period before',
    more_one: '{{count}} referral was sent, {{share}} more than in the period before',
    more_other: '{{count}} referrals were sent, {{share}} more than in the period before',
    fewer_one: '{{count}} referral was sent, {{share}} fewer than in the period before',
    fewer_other: '{{count}} referrals were sent, {{share}} fewer than in the period before',
    most_one: '{{name}}: {{share}} of {{count}} referral',
    most_other: '{{name}} leads, with {{share}} of {{count}} referrals',
  },
  means: {
    needs:
      'A referral with several needs, or of which several organisations were asked, counts once in each of their rows, and once in the total.',
    received:
      'What your organisation received is shown by its own part: waiting, accepted, closed, or declined and passed on.',
  },
} as const
