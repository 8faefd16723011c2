/** Dates, ages, distances. */
export const time = {
  dateAtTime: '{{date}} at {{time}}',
  midnight: 'midnight',
  midday: 'midday',
  today: 'today',
  yesterday: 'yesterday',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  months_one: '{{count}} month',
  months_other: '{{count}} months',
  underHalfMile: 'under half a mile',
  miles_one: '{{count}} mile',
  miles_other: '{{count}} miles',
} as const
