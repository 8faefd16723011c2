/** How long a message waits after each failure: 24 hours in all, then it is held for somebody to look at. */

const minutes = [1, 2, 5, 15, 37, ...Array.from({ length: 23 }, () => 60)]

/** Seconds from the `failures`th failure to the next try; null: hold it. */
export function waitAfter(failures: number): number | null {
  const wait = minutes[failures - 1]
  return wait === undefined ? null : wait * 60
}
