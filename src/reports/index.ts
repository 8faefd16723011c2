/** Every report, in the order in which they are listed. */
import { activity } from './activity.ts'
import type { Report } from './report.ts'

export const reports: readonly Report[] = [activity]
