/** `npm run test:faults` repeats by the hundred what `npm test` tries a few times. */
export const isThorough = process.env.ONWARD_THOROUGH === 'yes'

export function often(few: number, many: number): number {
  return isThorough ? many : few
}
