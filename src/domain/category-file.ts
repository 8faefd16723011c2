/** Categories as rows of a file: what it would change in the tree, and which rows cannot be taken. */
import { categoryIcons } from './category.ts'

/** As read from the file; `under` is the labels above it, from the top: "Money > Debt". `line` counts the heading as 1. */
export type CategoryRow = {
  line: number
  id: string
  label: string
  under: string
  description: string
  icon: string
  retired: string
}
export const columns = ['id', 'category', 'under', 'description', 'icon', 'retired'] as const
export type RowFault =
  | 'no_label'
  | 'too_long'
  | 'unknown_parent'
  | 'twice'
  | 'icon'
  | 'unknown_id'
  | 'retired'
  | 'under_itself'
export type PlannedCategory = {
  line: number
  does: 'add' | 'change' | 'same'
  existingId: string | null
  /** Where it will stand, and under what: lower case, to compare. */
  place: string
  under: string
  label: string
  description: string
  icon: (typeof categoryIcons)[number] | null
  retired: boolean
  /** What it is called now. */
  was: string | null
}
export type Plan = { planned: PlannedCategory[]; faults: { line: number; fault: RowFault; label: string }[] }
export type Known = {
  id: string
  label: string
  retired: boolean
  parentId?: string | null
  description?: string
  icon?: string | null
}

/** Parents stand before those beneath them. What the file leaves out stays as it is. */
export function planCategories(rows: readonly CategoryRow[], known: readonly Known[]): Plan {
  const places = placesOf(known)
  const plan: Plan = { planned: [], faults: [] }
  for (const row of rows) {
    const result = planRow(row, known, places, plan.planned)
    if (typeof result === 'string') plan.faults.push({ line: row.line, fault: result, label: row.label })
    else plan.planned.push(result)
  }
  return plan
}

/** The way to each from the top, as it stands in a file. */
export function wayTo(id: string | null | undefined, known: readonly Known[]): string {
  const entry = known.find(one => one.id === id)
  if (!entry) return ''
  return [wayTo(entry.parentId, known), entry.label].filter(Boolean).join(' > ')
}

const flat = (way: string) =>
  way
    .split('>')
    .map(part => part.trim().toLowerCase())
    .filter(Boolean)
    .join(' > ')

/** By where each stands; of two with the same name the one in use. */
export function placesOf(known: readonly Known[]): Map<string, string> {
  const living = known.toSorted((a, b) => Number(b.retired) - Number(a.retired))
  return new Map(living.map(({ id }) => [flat(wayTo(id, known)), id]))
}

function planRow(
  row: CategoryRow,
  known: readonly Known[],
  places: ReadonlyMap<string, string>,
  before: readonly PlannedCategory[],
): PlannedCategory | RowFault {
  const fault = faultOf(row)
  if (fault) return fault
  const under = flat(row.under)
  const place = [under, row.label.toLowerCase()].filter(Boolean).join(' > ')
  const existing = known.find(({ id }) => id === (row.id || places.get(place)))
  if (row.id && !existing) return 'unknown_id'
  if (existing && isBeneath(under, flat(wayTo(existing.id, known)))) return 'under_itself'
  if (under !== '' && !places.has(under) && !before.some(one => one.place === under)) return 'unknown_parent'
  if (before.some(one => one.place === place || (existing && one.existingId === existing.id))) return 'twice'
  return planned(row, { place, under }, existing, known)
}

function isBeneath(way: string, place: string): boolean {
  return way === place || way.startsWith(`${place} > `)
}

function faultOf({ label, description, icon, retired }: CategoryRow): RowFault | null {
  if (label === '' || label.includes('>')) return 'no_label'
  if (label.length > 120 || description.length > 1000) return 'too_long'
  if (icon !== '' && !isIcon(icon)) return 'icon'
  return /^(yes|no)?$/i.test(retired) ? null : 'retired'
}

function planned(
  row: CategoryRow,
  { place, under }: { place: string; under: string },
  existing: Known | undefined,
  known: readonly Known[],
): PlannedCategory {
  const icon = isIcon(row.icon) ? row.icon : null
  const own = { label: row.label, description: row.description, icon, retired: /^yes$/i.test(row.retired) }
  const isSame =
    existing &&
    (['label', 'retired'] as const).every(name => existing[name] === own[name]) &&
    (existing.description ?? '') === own.description &&
    (existing.icon ?? null) === icon &&
    flat(wayTo(existing.parentId, known)) === under
  const does = !existing ? 'add' : isSame ? 'same' : 'change'
  return { line: row.line, does, place, under, existingId: existing?.id ?? null, was: existing?.label ?? null, ...own }
}

function isIcon(name: string): name is (typeof categoryIcons)[number] {
  return categoryIcons.some(icon => icon === name)
}
