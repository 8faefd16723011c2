/** A kind of support: a term of the network's tree. A service that offers a branch meets a need for anything under it. */

export type Category = { id: string; parentId: string | null; label: string; description: string; icon: string | null }

/** Drawings to choose from, by their name in Lucide. */
export const categoryIcons = [
  'baby',
  'bed',
  'book-open',
  'briefcase',
  'bus',
  'hand-heart',
  'heart-pulse',
  'house',
  'languages',
  'message-circle',
  'scale',
  'shield',
  'shirt',
  'smile',
  'sprout',
  'users',
  'utensils',
  'wallet',
] as const

/** The category and all above it, nearest first. */
export function ancestry(id: string, categories: ReadonlyMap<string, Pick<Category, 'parentId'>>): string[] {
  const line: string[] = []
  for (let at: string | null | undefined = id; at && !line.includes(at); at = categories.get(at)?.parentId)
    line.push(at)
  return line
}
