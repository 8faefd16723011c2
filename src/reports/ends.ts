/** What became of all askings together, of which a cut tells part by part. */
import { type AskingCut, type Ends, readEnds } from '../db/reports/askings.ts'
import type { Question } from './report.ts'

export const noEnds: Ends = {
  ...{ key: null, name: null, asked: 0, taken: 0, declined: 0 },
  ...{ lapsed: 0, reassigned: 0, referredOn: 0, stoodDown: 0 },
}

/** An asking for two needs stands in two rows, and once in the whole. */
export async function wholeOf(
  { db, actor }: Question,
  asked: Question['asked'],
  cut: AskingCut,
  rows: readonly Ends[],
): Promise<Ends> {
  if (cut === 'need') return (await readEnds(db, actor, asked, 'all'))[0] ?? noEnds
  return rows.reduce(added, noEnds)
}

function added(sum: Ends, one: Ends): Ends {
  return {
    ...sum,
    asked: sum.asked + one.asked,
    taken: sum.taken + one.taken,
    declined: sum.declined + one.declined,
    lapsed: sum.lapsed + one.lapsed,
    reassigned: sum.reassigned + one.reassigned,
    referredOn: sum.referredOn + one.referredOn,
    stoodDown: sum.stoodDown + one.stoodDown,
  }
}
