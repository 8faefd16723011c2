/** Who sends to whom as a square of numbers: the darker the more, the number always there. */

export type MatrixCell = { from: string; to: string; value: number; href?: string | undefined }

export function Matrix({
  caption,
  cells,
  most = 14,
}: {
  caption: string
  cells: readonly MatrixCell[]
  most?: number
}) {
  const [rows, columns] = [largest(cells, 'from', most), largest(cells, 'to', most)]
  const peak = Math.max(...cells.map(({ value }) => value), 1)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
    <section class="scroll" aria-label={caption} tabIndex={0}>
      <table class="table matrix">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(from => (
            <tr key={from}>
              <th scope="row">{from}</th>
              {columns.map(to => {
                const cell = cells.find(one => one.from === from && one.to === to)
                const level = cell ? Math.max(1, Math.ceil((cell.value / peak) * 4)) : 0
                return (
                  <td key={to} class={`number level-${level}`}>
                    {cell?.href ? <a href={cell.href}>{cell.value}</a> : (cell?.value ?? '')}
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

function largest(cells: readonly MatrixCell[], side: 'from' | 'to', most: number): string[] {
  const sums = new Map<string, number>()
  for (const cell of cells) sums.set(cell[side], (sums.get(cell[side]) ?? 0) + cell.value)
  return [...sums]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([name]) => name)
}
