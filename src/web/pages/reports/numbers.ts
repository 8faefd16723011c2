/** What a picture takes from a row. */
import type { Name, Row } from '../../../reports/report.ts'

export function nameOf({ names }: Row): Name {
  return names[0] ?? { text: '' }
}

/** What is hidden or not there has no mark. */
export function knownAt({ cells }: Row, at: number | undefined): number | undefined {
  const cell = at === undefined ? null : cells[at]
  return typeof cell === 'number' ? cell : undefined
}

/** What is hidden is drawn as nothing; its figure in words says that it is hidden. */
export function numberAt({ cells }: Row, at: number): number {
  const cell = cells[at]
  return typeof cell === 'number' ? cell : 0
}
