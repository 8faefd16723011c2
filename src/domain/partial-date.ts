/** Dates that people know in part: 1987, 1987-04 or 1987-04-23, not before 1900. */

export function isPartialDate(typed: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(typed) ?? []
  if (!year || Number(year) < 1900) return false
  const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day ?? 1)
}
