/** Reports on whom help reaches, and how much of it there is. */
export const reachReports = {
  people: {
    title: 'People',
    about: 'Who is referred: age, gender, ethnic group, disability, children at home.',
    measure: 'Referrals sent in the period, by what was said of the person.',
    finding: {
      few: 'Too few referrals to tell',
      age: 'People aged {{name}} are referred most: {{share}} of referrals',
      gender: '“{{name}}” is the gender said most: {{share}} of referrals',
      ethnic_group: '“{{name}}” is the ethnic group said most: {{share}} of referrals',
      disability: 'On disability the answer given most is “{{name}}”: {{share}} of referrals',
      children: 'On children at home the answer given most is “{{name}}”: {{share}} of referrals',
    },
    means: {
      several: 'Where several answers may be given, a referral stands in each of their rows.',
      erased: 'What was said of a person goes when their referral is made anonymous; the age band stays.',
    },
  },
  fairness: {
    title: 'Fair access',
    about:
      'Whether referrals are accepted as often and as soon whoever the person is: by ethnic group, age, disability and area.',
    measure: 'Referrals sent in the period: the share accepted, and how long that took.',
    finding: {
      few: 'Too few referrals to compare groups',
      alike: 'Groups fare much alike: between {{low}} and {{high}} of referrals are accepted',
      gap: 'Between {{low}} ({{least}}) and {{high}} ({{most}}) of referrals are accepted',
      before: {
        few: 'In the period before: too few referrals to compare groups.',
        alike: 'In the period before: between {{low}} and {{high}}.',
        gap: 'In the period before: between {{low}} ({{least}}) and {{high}} ({{most}}).',
      },
      care: 'A difference is a reason to look closer, not a proof. Groups differ in what they need and where they live.',
    },
    means: {
      accepted: 'Accepted: at least one organisation said yes to the referral.',
      median:
        'To acceptance: from sending to the first yes. By what people said of themselves it is told in whole days, since no more is kept once a referral is anonymous. Nobody found: nobody has it now.',
      small:
        'Groups of fewer than five show nothing, and no share or time is shown that rests on fewer than five people. The sentence on top compares groups of twenty or more.',
    },
  },
  capacity: {
    title: 'Capacity and use',
    about: 'Places, cases and waiting referrals over time, and which services are full.',
    measure: 'The average of the days, as they stood when each day was written down.',
    columns: { recipient: 'Organisation' },
    finding: {
      none: 'No days are written down yet for this period',
      fuller: 'Services have filled up: {{from}} of places were in use at first, {{to}} now',
      emptier: 'There is more room: {{from}} of places were in use at first, {{to}} now',
      same: 'As full at the end as at first: {{to}} of places are in use',
      before: 'On average {{share}} of places were in use; in the period before {{before}}.',
      noneBefore: 'In the period before no days were written down.',
      over: '{{name}} has more cases than places: {{cases}} for {{places}}',
      fullest: '{{name}} is fullest: {{share}} of its places are in use',
    },
    means: {
      days: 'Once a day each service’s places, cases and waiting referrals are written down.',
      unlimited: 'Services without a number of places are counted apart.',
    },
  },
  quarter: {
    title: 'The quarter in tables',
    about:
      'Referrals of a finished quarter by need, area, month, age, ethnic group, disability and gender, and how many of them were accepted.',
    measure:
      'Referrals sent in the quarter, and whether any organisation accepted them. Numbers under five are hidden.',
    finding: {
      none: 'The tables of this quarter are not made yet',
      few: 'Too few referrals in this quarter to tell',
      total_one: '{{count}} referral was sent in the quarter',
      total_other: '{{count}} referrals were sent in the quarter',
      taken_one: '{{count}} referral was sent in the quarter; {{share}} accepted',
      taken_other: '{{count}} referrals were sent in the quarter; {{share}} of them were accepted',
      needs: {
        total_one: '{{count}} need was brought in the quarter',
        total_other: '{{count}} needs were brought in the quarter',
        taken_one: '{{count}} need was brought in the quarter; {{share}} accepted',
        taken_other: '{{count}} needs were brought in the quarter; {{share}} of them were accepted',
      },
      uncut: 'How many of each row were accepted is not told this time: it would give small numbers away.',
      noneBefore: 'The tables of the quarter before are not made.',
      kept: 'The tables of a quarter are made once, four weeks after it ends, and stay as they are.',
    },
    means: {
      needs:
        'By need, each need of a referral counts by itself, and accepted means that somebody took it on. Where a person may say several things, the first counts.',
      hidden: 'Where fewer than five were not accepted in all, the tables are not cut by it.',
    },
  },
  coverage: {
    title: 'Coverage',
    about: 'For which needs, and where, nobody offers a service.',
    measure: 'The share of the network’s area that services reach, among those that take referrals now.',
    finding: {
      whole: 'Every need is served everywhere',
      gaps_one: '{{count}} need is not served everywhere: {{name}} reaches {{share}} of the area',
      gaps_other: '{{count}} needs are not served everywhere; {{name}} reaches least, {{share}} of the area',
    },
    means: { squares: 'The area is looked at in squares, as on the map under All organisations, Coverage.' },
  },
} as const
