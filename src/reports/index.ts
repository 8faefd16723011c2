/** Every report, in the order in which they are listed. */
import { activity } from './activity.ts'
import { capacity } from './capacity.ts'
import { commissioned } from './commissioned.ts'
import { coverage } from './coverage.ts'
import { declined } from './declined.ts'
import { flows } from './flows.ts'
import { moved } from './moved.ts'
import { outcomes } from './outcomes.ts'
import { overdue } from './overdue.ts'
import { fairness, people } from './people.ts'
import type { Report } from './report.ts'
import { responsiveness } from './responsiveness.ts'
import { times } from './times.ts'
import { unmet } from './unmet.ts'

const work = [activity, flows, times, overdue, responsiveness]
const results = [outcomes, declined, moved, unmet]
const reach = [people, fairness, capacity, coverage]
export const reports: readonly Report[] = [...work, ...results, ...reach, commissioned]
