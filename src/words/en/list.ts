/** Lists of referrals. */
export const list = {
  title: 'Referrals',
  lists: 'Lists',
  filters: 'Filters',
  moreFilters: 'More filters',
  clearFilters: 'Clear filters',
  empty: 'No referrals here yet',
  emptyFiltered: 'No referrals match these filters',
} as const
