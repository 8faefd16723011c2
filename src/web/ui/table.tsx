/** Rows and columns, scrolled sideways by itself where the screen is narrow. */
import { type Children, classes } from './context.tsx'

export type Column<Row> = { heading: string; cell: (row: Row) => Children; number?: boolean }

export type TableProps<Row> = {
  caption: string
  hideCaption?: boolean
  /** The first column names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

export function Table<Row>({ caption, hideCaption, columns, rows, keyOf }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
    <section class="scroll" aria-label={caption} tabIndex={0}>
      <table class="table">
        <caption class={classes(hideCaption && 'hidden')}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.heading} scope="col" class={column.number ? 'number' : undefined}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) => (
                <Cell key={column.heading} first={index === 0} number={column.number}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ first, number, children }: { first: boolean; number: boolean | undefined; children: Children }) {
  const look = number ? 'number' : undefined
  return first ? (
    <th scope="row" class={look}>
      {children}
    </th>
  ) : (
    <td class={look}>{children}</td>
  )
}
