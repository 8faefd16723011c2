/** RPT-1: from whom to whom referrals flow. */
import { type Flow, readFlows } from '../db/reports/askings.ts'
import type { Whose } from '../domain/figures.ts'
import { changeFrom, compared, leadOf, shareOf, tabOf, thenOf, total, withGone } from './parts.ts'
import type { Figures, ListLink, Name, Question, Report, Row } from './report.ts'

export const flows: Report = {
  id: 'flows',
  whose: ['network', 'received', 'sent', 'installation'],
  by: ['pair'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  compares: 'wanted',
  read,
}

async function read(question: Question): Promise<Figures> {
  const { db, actor, asked, before } = question
  const found = (await readFlows(db, actor, asked)).map(keyed)
  const earlier = before && (await readFlows(db, actor, { ...asked, days: before })).map(keyed)
  const then = thenOf('pair', question, earlier)
  const shown = withGone(found, earlier, one => ({ ...one, referrals: 0, taken: 0 }))
  return {
    names: ['sender', 'recipient'],
    columns: [
      { id: 'referrals', kind: 'count' },
      { id: 'taken', kind: 'count' },
      { id: 'takenShare', kind: 'share' },
      ...(before ? compared : []),
    ],
    rows: shown.map(one => rowOf(asked.whose, one, before ? (then(one.key)?.referrals ?? 0) : null)),
    charts: [{ kind: 'flows', value: 0 }],
    finding: findingOf(found),
    notes: [pairsIn('pairs', found), ...(earlier ? [pairsIn('before', earlier)] : [])],
  }
}

type Keyed = Flow & { key: string }

function keyed(flow: Flow): Keyed {
  return { ...flow, key: `${flow.sender}-${flow.recipient}` }
}

/** `then` null: not compared. */
function rowOf(whose: Whose, flow: Keyed, then: number | null): Row {
  const { key, sender, senderName, recipient, recipientName, referrals, taken } = flow
  return {
    key,
    names: [fromWhom(senderName), { text: recipientName }],
    cells: [referrals, taken, shareOf(taken, referrals), ...(then === null ? [] : [then, changeFrom(then, referrals)])],
    lists: [sender ? listOf(whose, sender, recipient) : null],
  }
}

function findingOf(found: readonly Flow[]): Figures['finding'] {
  const strongest = leadOf(found, one => one.referrals)
  if (!strongest) return found[0] ? { say: 'even', values: { count: found[0].referrals } } : { say: 'none', values: {} }
  const { senderName, recipientName, referrals } = strongest
  return {
    say: 'strongest',
    values: { sender: fromWhom(senderName), recipient: { text: recipientName }, count: referrals },
  }
}

function pairsIn(say: string, flows: readonly Flow[]) {
  return { say, values: { count: flows.length, askings: { count: total(flows, one => one.referrals) } } }
}

/** Who received sees from whom; whom else a sender asked no list of theirs tells. */
function listOf(whose: Whose, sender: string, recipient: string): ListLink | null {
  if (whose.kind === 'network') return { tab: tabOf(whose), sender, recipient }
  return whose.kind === 'received' ? { tab: 'received', sender } : null
}

function fromWhom(name: string | null): Name {
  return name === null ? { code: 'unknown.sender' } : { text: name }
}
