/** RPT-1: from whom to whom referrals flow. */
import { readFlows } from '../db/reports/askings.ts'
import type { Whose } from '../domain/figures.ts'
import { shareOf, tabOf, total } from './parts.ts'
import type { Figures, ListLink, Name, Question, Report } from './report.ts'

export const flows: Report = {
  id: 'flows',
  whose: ['network', 'received', 'sent', 'installation'],
  by: ['pair'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  read,
}

async function read({ db, actor, asked }: Question): Promise<Figures> {
  const found = await readFlows(db, actor, asked)
  const rows = found.map(({ sender, senderName, recipient, recipientName, referrals, taken }) => ({
    key: `${sender}-${recipient}`,
    names: [fromWhom(senderName), { text: recipientName }],
    cells: [referrals, taken, shareOf(taken, referrals)],
    lists: [sender ? listOf(asked.whose, sender, recipient) : null],
  }))
  const [first] = rows
  return {
    names: ['sender', 'recipient'],
    columns: [
      { id: 'referrals', kind: 'count' },
      { id: 'taken', kind: 'count' },
      { id: 'takenShare', kind: 'share' },
    ],
    rows,
    charts: [{ kind: 'flows', value: 0 }],
    finding: first
      ? {
          say: 'strongest',
          values: {
            sender: first.names[0] ?? { text: '' },
            recipient: first.names[1] ?? { text: '' },
            count: found[0]?.referrals ?? 0,
          },
        }
      : { say: 'none', values: {} },
    notes: [{ say: 'pairs', values: { count: rows.length, askings: { count: total(found, one => one.referrals) } } }],
  }
}

/** Who received sees from whom; whom else a sender asked no list of theirs tells. */
function listOf(whose: Whose, sender: string, recipient: string): ListLink | null {
  if (whose.kind === 'network') return { tab: tabOf(whose), sender, recipient }
  return whose.kind === 'received' ? { tab: 'received', sender } : null
}

function fromWhom(name: string | null): Name {
  return name === null ? { code: 'unknown.sender' } : { text: name }
}
