/** RPT-1: why organisations decline. */
import { type AskingCut, type Ends, readEnds, readRefused } from '../db/reports/askings.ts'
import { daysBefore } from '../domain/figures.ts'
import { changeFrom, inSteps, leadOf, nameIn, shareOf, tabOf, total } from './parts.ts'
import type { Figures, Question, Report } from './report.ts'

export const declined: Report = {
  id: 'declined',
  whose: ['network', 'received', 'sent'],
  by: ['reason', 'time', 'recipient', 'need', 'area'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  compares: 'usual',
  byAsking: true,
  read,
}

async function read({ db, actor, asked, by, before }: Question): Promise<Figures> {
  const cut = by as AskingCut
  const isByReason = by === 'reason'
  const [all, earlier, referrals] = await Promise.all([
    readEnds(db, actor, asked, cut),
    before && readEnds(db, actor, { ...asked, days: before }, cut),
    isByReason ? readRefused(db, actor, asked) : null,
  ])
  const refusing = all.filter(one => one.declined > 0).toSorted((a, b) => b.declined - a.declined)
  const sum = total(refusing, one => one.declined)
  const found = by === 'time' && sum > 0 ? inSteps(asked, all, none) : refusing
  const thenOf = (at: number, { key }: Ends) =>
    (by === 'time'
      ? inSteps({ days: daysBefore(asked.days), step: asked.step }, earlier ?? [], none)[at]
      : earlier?.find(one => one.key === key)
    )?.declined ?? 0
  const rows = found.map((one, at) => {
    const then = thenOf(at, one)
    const within = referrals?.get(one.key ?? '') ?? 0
    const list = isByReason && one.key ? { tab: tabOf(asked.whose), reason: one.key } : null
    return {
      key: one.key ?? '',
      names: [nameIn(by, one, asked.step)],
      cells: [
        one.declined,
        shareOf(one.declined, sum),
        ...(before ? [then, changeFrom(then, one.declined)] : []),
        ...(isByReason ? [within] : []),
      ],
      // The first only where nobody declined a referral that another declined too.
      lists: [within === one.declined ? list : null, null, ...(before ? [null, null] : []), list],
    }
  })
  return {
    names: [by],
    columns: [
      { id: 'declined', kind: 'count' },
      { id: 'share', kind: 'share' },
      ...(before ? [{ id: 'before', kind: 'count' } as const, { id: 'change', kind: 'change' } as const] : []),
      ...(isByReason ? [{ id: 'referrals', kind: 'count' } as const] : []),
    ],
    rows,
    charts: [{ kind: by === 'time' ? 'columns' : 'bars', value: 0, ...(before && { before: 2 }) }],
    finding: findingOf(
      by,
      refusing,
      sum,
      total(all, one => one.asked),
      asked.step,
    ),
  }
}

function findingOf(
  by: string,
  refusing: readonly Ends[],
  sum: number,
  asks: number,
  step: 'day' | 'week' | 'month',
): Figures['finding'] {
  if (sum === 0) return { say: 'none', values: {} }
  const lead = leadOf(refusing, one => one.declined)
  if (by === 'reason' && lead)
    return {
      say: 'reason',
      values: { count: sum, name: nameIn(by, lead, step), share: { share: lead.declined / sum } },
    }
  return { say: 'rate', values: { count: sum, share: { share: asks === 0 ? 0 : sum / asks } } }
}

const none: Ends = {
  ...{ key: null, name: null, asked: 0, taken: 0, declined: 0 },
  ...{ lapsed: 0, reassigned: 0, referredOn: 0, stoodDown: 0 },
}
