/** A page as text, the way it leaves the server. */
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

export function html(element: VNode): string {
  return `<!doctype html>${renderToString(element)}`
}
