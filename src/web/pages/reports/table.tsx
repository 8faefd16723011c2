/** The numbers of a report as a table; each that may be opened leads to its list. */

import type { Row } from '../../../reports/report.ts'
import { classes } from '../../ui/context.tsx'
import { hrefBehind, type Shown } from './load.ts'
import { sayCell, sayColumn, sayName } from './say.ts'

/** More rows than these nobody reads on a page; the files have them all. */
const mostRows = 500

export function FigureTable({ shown }: { shown: Shown }) {
  const { t, answer } = shown
  const { names, columns, rows } = answer.figures
  const { id: report } = answer.report
  const { read, left } = readable(rows)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
    <section class="scroll" aria-label={t('reports.table')} tabIndex={0}>
      <table class="table figures">
        <caption class="hidden">{t('reports.table')}</caption>
        <thead>
          <tr>
            {names.map(name => (
              <th key={name} scope="col">
                {sayColumn(t, report, name)}
              </th>
            ))}
            {columns.map(({ id }) => (
              <th key={id} scope="col" class="number">
                {sayColumn(t, report, id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {read.map(row => (
            <tr key={row.key} class={row.isTotal && 'total'}>
              {row.names.map((name, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {sayName(t, name)}
                  </th>
                ) : (
                  <td key={at}>{sayName(t, name)}</td>
                ),
              )}
              {columns.map(({ id, kind }, at) => {
                const href = row.cells[at] ? hrefBehind(shown, row.lists?.[at]) : undefined
                const words = sayCell(t, row.cells[at], kind)
                return (
                  <td key={id} class={classes('number', row.cells[at] === 'hidden' && 'faint')}>
                    {href ? <a href={href}>{words}</a> : words}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p class="small">{t('reports.restInFiles', { count: left })}</p>}
    </section>
  )
}

/** A total stays at the end of them. */
function readable(rows: readonly Row[]): { read: readonly Row[]; left: number } {
  if (rows.length <= mostRows) return { read: rows, left: 0 }
  const read = rows.filter(({ isTotal }, at) => at < mostRows || isTotal)
  return { read, left: rows.length - read.length }
}
