/** RPT, API-1: of each report that the reader may open a question and its answer; folded, for there are many. */

import type { Actor } from '../../../domain/policy.ts'
import { reportsFor } from '../../../reports/ask.ts'
import { reportExamples } from '../../../reports/examples.ts'
import type { T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { Details } from '../../ui/details.tsx'
import { sayOf } from '../reports/say.ts'
import { Code } from './code.tsx'

/** `actor` null: not signed in, so it is not known which. */
export function Reports({ t, baseUrl, actor }: { t: T; baseUrl: string; actor: Actor | null }) {
  const open = actor && new Set(reportsFor(actor).map(({ report }) => report.id))
  const shown = reportExamples.filter(({ id }) => !open || open.has(id))
  return (
    <Card title={t('api.reports.title')} id="reports">
      <p>{t('api.reports.text')}</p>
      {shown.length === 0 && <p>{t('api.reports.none')}</p>}
      {shown.map(({ id, query, answer }) => (
        <Details key={id} summary={sayOf(t, `${id}.title`)}>
          <Code code={asking(baseUrl, id, query)}>{sayOf(t, `${id}.about`)}</Code>
          <Code code={written(answer)}>{t('api.reports.answer')}</Code>
        </Details>
      ))}
    </Card>
  )
}

function asking(baseUrl: string, id: string, query: string): string {
  return `curl -H "Authorization: Bearer $ONWARD_KEY" "${baseUrl}/api/v1/reports/${id}${query && `?${query}`}"`
}

/** As a person would write it: a column to a line, and of a row each of its parts. */
function written({ columns, rows, ...rest }: (typeof reportExamples)[number]['answer']): string {
  const parts = (one: object) => Object.entries(one).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)
  const list = (lines: readonly string[]) => `[\n    ${lines.join(',\n    ')}\n  ]`
  const others = parts(rest).map(part => `  ${part},\n`)
  const told = rows.map(row => `{ ${parts(row).join(',\n      ')} }`)
  return `{\n${others.join('')}  "columns": ${list(columns.map(one => JSON.stringify(one)))},\n  "rows": ${list(told)}\n}`
}
