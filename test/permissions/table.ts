/** The tables of who gets which answer: read by people, one route a line, and compared to the letter. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Answers = Record<string, Record<string, string>>

/** `PERMISSIONS=write` writes what was found instead, to be reviewed as a change like any other. */
export const isWriting = process.env.PERMISSIONS === 'write'

const folder = import.meta.dirname
const wide = (text: string, width: number) => text.padEnd(width)

export function written(answers: Answers, columns: readonly string[], legend: string): string {
  const routes = Object.keys(answers)
  const first = Math.max(...routes.map(route => route.length)) + 2
  const widths = columns.map(column => Math.max(column.length, 5) + 1)
  const row = (head: string, cells: readonly string[]) =>
    `${wide(head, first)}${cells.map((cell, nth) => wide(cell, widths[nth] ?? 0)).join('')}`.trimEnd()
  const lines = routes.map(route =>
    row(
      route,
      columns.map(column => answers[route]?.[column] ?? '?'),
    ),
  )
  return `${legend}\n\n${[row('', columns), ...lines].join('\n')}\n`
}

export function keep(name: string, text: string): void {
  writeFileSync(join(folder, `${name}.txt`), text)
}

export function kept(name: string): string[] {
  const file = join(folder, `${name}.txt`)
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
}
