/** RPT-1: why organisations decline. */
import { type AskingCut, type Ends, readEnds, readRefused } from '../db/reports/askings.ts'
import { noEnds, wholeOf } from './ends.ts'
import {
  changeFrom,
  compared,
  inSteps,
  leadOf,
  listBefore,
  listOf,
  nameIn,
  nameOf,
  shareOf,
  thenOf,
  total,
  withGone,
} from './parts.ts'
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

async function read(question: Question): Promise<Figures> {
  const { db, actor, asked, by, before } = question
  const cut = by as AskingCut
  const isByReason = by === 'reason'
  const [all, earlier, referrals] = await Promise.all([
    readEnds(db, actor, asked, cut),
    before && readEnds(db, actor, { ...asked, days: before }, cut),
    isByReason ? readRefused(db, actor, asked) : null,
  ])
  const whole = await wholeOf(question, asked, cut, all)
  const wholeBefore = before && (await wholeOf(question, { ...asked, days: before }, cut, earlier ?? []))
  const [refusing, refused] = [refusingOf(all), refusingOf(earlier ?? [])]
  const sum = total(refusing, one => one.declined)
  const isInTime = by === 'time' && sum > 0
  const found = isInTime ? inSteps(asked, all, noEnds) : withGone(refusing, refused, emptied)
  const then = thenOf(by, question, earlier)
  const rows = found.map(one => {
    const was = then(one.key)?.declined ?? 0
    const within = referrals?.get(one.key ?? '') ?? 0
    const list = { ...listOf(asked, by, one.key), asking: 'declined' as const }
    const past = listBefore(question, list, by, one.key)
    return {
      key: one.key ?? '',
      names: [nameIn(by, one, asked.step)],
      cells: [
        one.declined,
        shareOf(one.declined, sum),
        ...(before ? [was, changeFrom(was, one.declined)] : []),
        ...(isByReason ? [within] : []),
      ],
      lists: [list, null, ...(before ? [past, null] : []), list],
    }
  })
  return {
    names: [by],
    columns: [
      { id: 'declined', kind: 'count' },
      { id: 'share', kind: 'share' },
      ...(before ? compared : []),
      ...(isByReason ? [{ id: 'referrals', kind: 'count' } as const] : []),
    ],
    rows,
    charts: [{ kind: by === 'time' ? 'columns' : 'bars', value: 0, ...(before && { before: 2 }) }],
    finding: findingOf(by, refusing, whole),
    notes: wholeBefore?.asked ? [{ say: 'before', values: rateOf(wholeBefore) }] : [],
  }
}

function refusingOf(all: readonly Ends[]): Ends[] {
  return all.filter(one => one.declined > 0).toSorted((a, b) => b.declined - a.declined)
}

function emptied({ key, name }: Ends): Ends {
  return { ...noEnds, key, name }
}

function findingOf(by: string, refusing: readonly Ends[], whole: Ends): Figures['finding'] {
  if (whole.declined === 0) return { say: 'none', values: {} }
  const lead = leadOf(refusing, one => one.declined)
  if (by !== 'reason' || !lead) return { say: 'rate', values: rateOf(whole) }
  const share = { share: lead.declined / whole.declined }
  return { say: 'reason', values: { count: whole.declined, name: nameOf(by, lead.key, lead.name), share } }
}

function rateOf({ declined, asked }: Ends) {
  return { count: declined, share: { share: shareOf(declined, asked) ?? 0 } }
}
