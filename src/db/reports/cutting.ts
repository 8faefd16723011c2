/** How rows are told apart: what is grouped by, for each of a million rows, and what a group is called, which is asked once for each. */
import { sql } from 'kysely'
import { type Asked, nameOfStep, type Part, stepAt } from './population.ts'

/** `raw`: of the row. `key`, `name`: of the group (as `x`, its raw key `x.raw`), after `join`. */
export type Cutting = { raw: Part; key: Part; name: Part; join: Part; of?: 'referral' }

const plain = { key: sql`x.raw`, name: sql`null::text`, join: sql`` }

export const whole: Cutting = { ...plain, raw: sql`''::text` }

export function byTime(at: Part, { days, step }: Asked): Cutting {
  return { ...plain, raw: stepAt(at, days, step), key: nameOfStep(sql`x.raw`, days, step) }
}

export function byArea(): Cutting {
  return { raw: sql`r.authority_code`, of: 'referral', ...named('area', sql`y.name`, sql`y.code`) }
}

export function bySender(): Cutting {
  return { raw: sql`r.referrer_organisation_id`, of: 'referral', ...named('organisation', sql`y.name`) }
}

export function byOrganisation(raw: Part): Cutting {
  return { raw, ...named('organisation', sql`y.name`) }
}

export function byCategory(raw: Part): Cutting {
  return { raw, ...named('category', sql`y.label`) }
}

/** By a value that is its own name. */
export function byValue(raw: Part): Cutting {
  return { ...plain, raw }
}

/** Null stays, without a name. */
export function named(table: 'area' | 'organisation' | 'category' | 'term', name: Part, id: Part = sql`y.id`) {
  return { key: sql`x.raw`, name, join: sql`left join ${sql.table(table)} y on ${id} = x.raw` }
}
