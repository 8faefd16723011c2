/** The drawing of a category, if it is one of ours. */
import { categoryIcons } from '../../../domain/category.ts'

export function iconOf(name: string | null | undefined): (typeof categoryIcons)[number] | null {
  return categoryIcons.find(icon => icon === name) ?? null
}
