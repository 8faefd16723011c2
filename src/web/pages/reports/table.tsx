/** The numbers of a report as a table; each that may be opened leads to its list. */

import { classes } from '../../ui/context.tsx'
import { hrefBehind, type Shown } from './load.ts'
import { sayCell, sayColumn, sayName } from './say.ts'

export function FigureTable({ shown }: { shown: Shown }) {
  const { t, answer } = shown
  const { names, columns, rows } = answer.figures
  const { id: report } = answer.report
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
          {rows.map(row => (
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
    </section>
  )
}
