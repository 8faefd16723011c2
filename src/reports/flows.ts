/** RPT-1: from whom to whom referrals flow. */
import { type Flow, readFlows } from '../db/reports/askings.ts'
import { unknown } from '../domain/listing.ts'
import { changeFrom, compared, leadOf, listBefore, shareOf, tabOf, thenOf, total, withGone } from './parts.ts'
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
    rows: shown.map(one => rowOf(question, one, before ? (then(one.key)?.referrals ?? 0) : null)),
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
function rowOf(question: Question, flow: Keyed, then: number | null): Row {
  const { key, sender, senderName, recipient, recipientName, referrals, taken } = flow
  return {
    key,
    names: [fromWhom(senderName), { text: recipientName }],
    cells: [referrals, taken, shareOf(taken, referrals), ...(then === null ? [] : [then, changeFrom(then, referrals)])],
    lists: listsOf(question, sender ?? unknown, recipient),
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

/** What was accepted an administrator's list does not tell, and with one need no list: it may have been another of the same referral. */
function listsOf(question: Question, sender: string, recipient: string): (ListLink | null)[] {
  const { whose, categoryIds } = question.asked
  const list = { tab: tabOf(whose), sender, ...(whose.kind !== 'received' && { recipient }) }
  const isTold = whose.kind !== 'installation' && !categoryIds
  return [list, isTold ? { ...list, asking: 'taken' } : null, null, listBefore(question, list, 'pair', null)]
}

function fromWhom(name: string | null): Name {
  return name === null ? { code: 'unknown.sender' } : { text: name }
}
