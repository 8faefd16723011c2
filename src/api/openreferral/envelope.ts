/** A page of a list, with where it stands in the whole. */
import type { Page } from '../../db/open-data/find.ts'

export function envelope<T>(contents: T[], total: number, { page, perPage }: Page) {
  const pages = Math.ceil(total / perPage)
  return {
    ...{ total_items: total, total_pages: pages, page_number: page, size: contents.length },
    ...{ first_page: page === 1, last_page: page >= pages, empty: contents.length === 0, contents },
  }
}
