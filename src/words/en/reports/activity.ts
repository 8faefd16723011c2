/** Activity: how many referrals. */
export const activityReport = {
  title: 'Activity',
  about: 'How many referrals there are, by month, status, need, organisation, area and age.',
  measure: 'Referrals sent in the period, as they stand now.',
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
    status: {
      needs_placing: '{{share}} of {{all}} referrals still need placing',
      open: '{{share}} of {{all}} referrals wait for an answer',
      accepted: '{{share}} of {{all}} referrals are accepted and still open',
      closed: '{{share}} of {{all}} referrals are closed',
      unmet: 'For {{share}} of {{all}} referrals nobody was found',
      withdrawn: '{{share}} of {{all}} referrals were withdrawn',
      gone: '{{share}} of {{all}} referrals were declined or passed on',
    },
    need: '{{name}} is needed most: by {{share}} of {{all}} referrals',
    sender: '{{name}} sends most: {{share}} of {{all}} referrals',
    recipient: '{{name}} is asked most: for {{share}} of {{all}} referrals',
    area: 'More referrals come from {{name}} than from any other area: {{share}} of {{all}}',
    district: 'More referrals come from {{name}} than from any other district: {{share}} of {{all}}',
    age: 'People aged {{name}} are referred most: {{share}} of {{all}} referrals',
    way: {
      member: '{{share}} of {{all}} referrals are made by members, signed in',
      link: '{{share}} of {{all}} referrals come by a link',
      embed: '{{share}} of {{all}} referrals come from another website',
      self: '{{share}} of {{all}} referrals are made by the people themselves',
      api: '{{share}} of {{all}} referrals come from another program',
    },
  },
  means: {
    needs:
      'A referral with several needs, or of which several organisations were asked, counts once in each of their rows, and once in the total.',
    received:
      'What your organisation received is shown by its own part: waiting, accepted, closed, or declined and passed on.',
  },
} as const
