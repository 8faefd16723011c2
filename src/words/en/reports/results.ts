/** Reports on what came of it. */
export const resultReports = {
  outcomes: {
    title: 'Outcomes',
    about: 'What came of each need, successful or not, by need, month, area and by the outcome itself.',
    measure: 'Needs of the referrals sent in the period, as they stand now.',
    finding: {
      none: 'Nothing has ended yet in this period',
      successful_one: '{{share}} of {{count}} ended need was successful',
      successful_other: '{{share}} of {{count}} ended needs were successful',
      before_one: 'In the period before: {{share}} of {{count}} ended need.',
      before_other: 'In the period before: {{share}} of {{count}} ended needs.',
      noneBefore: 'In the period before nothing had ended.',
    },
    means: {
      need: 'Each need of a referral counts by itself. By outcome, the last column counts each referral once.',
      successful:
        'Successful or not is decided by the outcome that was assigned. The share is of needs that ended with an outcome; one that is given before the end counts once it has ended.',
    },
  },
  declined: {
    title: 'Declined, and why',
    about: 'How often organisations decline, for which reasons, for which needs and where.',
    measure: 'Askings of the period that were declined.',
    finding: {
      none: 'Nothing was declined in this period',
      reason_one: '{{count}} asking was declined: “{{name}}”',
      reason_other: '{{count}} askings were declined, most often for “{{name}}”: {{share}}',
      rate_one: '{{count}} asking was declined, {{share}} of all',
      rate_other: '{{count}} askings were declined, {{share}} of all',
      before_one: 'In the period before: {{count}} asking, {{share}} of all.',
      before_other: 'In the period before: {{count}} askings, {{share}} of all.',
    },
    means: {
      reasons:
        'Reasons are the network’s own. By need: an asking for two needs stands in two rows. By reason, the last column counts a referral once, however many declined it.',
    },
  },
  moved: {
    title: 'Re-routed and lapsed',
    about: 'What did not stay where it was first asked: declined, lapsed, moved, referred on.',
    measure: 'Askings of the period that went on to somebody else.',
    finding: {
      none: 'Nobody was asked in this period',
      share_one: '{{share}} of {{count}} asking went on to somebody else; {{lapsed}} without an answer',
      share_other: '{{share}} of {{count}} askings went on to somebody else; {{lapsed}} without an answer',
      before_one: 'In the period before: {{share}} of {{count}} asking.',
      before_other: 'In the period before: {{share}} of {{count}} askings.',
    },
    means: {
      lapsed: 'Lapsed: passed on by the clock because no answer came.',
      moved:
        'Moved by the coordinator: taken from one organisation and asked of another by hand. Referred on: by the organisation that had accepted.',
    },
  },
  unmet: {
    title: 'Unmet need',
    about:
      'Needs for which nobody was found, all declined, had no room, did not reach, or consent was refused: by need, area, month, on a map.',
    measure: 'Needs of the period that nobody met or has now.',
    finding: {
      none: 'Somebody was found for every need',
      area: '{{all}} needs are unmet, more in {{name}} than in any other area: {{share}}',
      need: '{{all}} needs are unmet, {{name}} more than any other: {{share}}',
      reason: {
        nobody: '{{all}} needs are unmet, {{share}} because nobody was found',
        declined: '{{all}} needs are unmet, {{share}} because all who were asked declined',
        full: '{{all}} needs are unmet, {{share}} because nobody had room',
        area: '{{all}} needs are unmet, {{share}} because nobody covers the place',
        refused: '{{all}} needs are unmet, {{share}} because consent was refused',
      },
      before_one: 'In the period before: {{count}} need.',
      before_other: 'In the period before: {{count}} needs.',
      total_one: '{{count}} need is unmet',
      total_other: '{{count}} needs are unmet',
    },
    means: {
      unmet: 'A need counts when the coordinator closed it because nobody was found, or while nobody has it.',
      why: 'Why: what the coordinator gave as the reason, or else whoever declined last. Reasons that speak of room or of area are told from their words.',
      refused: 'Consent refused: counted without anything about the person, by the month and the area.',
    },
  },
} as const
