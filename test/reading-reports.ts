/** A report as a test reads it: what each row is called, and its numbers. */
import { actAs } from '#src/db/database.ts'
import { askReport, type Wish } from '#src/reports/ask.ts'
import type { Role, World } from './network.ts'

/** `usual`: what is asked for unless a test wishes otherwise. */
export function reportReader(world: World, now: Date, usual: Wish) {
  return async (role: Role, id: string, wish: Wish = {}) => {
    const { actor } = await world.as(role)
    const found = await actAs(world.database.db, actor, trx =>
      askReport({ db: trx, now: () => now }, actor, id, { ...usual, ...wish }),
    )
    const rows = found.figures.rows.map(({ names, cells }) => [
      names.map(name => Object.values(name)[0]).join(' > '),
      ...cells,
    ])
    return { ...found, actor, rows, table: Object.fromEntries(rows.map(([name, ...cells]) => [name, cells])) }
  }
}
