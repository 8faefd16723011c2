/** A page as text, the way it leaves the server. */
import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { T } from '../../words/index.ts'
import { Words } from './context.tsx'

export function html(element: VNode): string {
  return `<!doctype html>${renderToString(element)}`
}

/** A part of a page, for a script to put in its place. */
export function partlyHtml(t: T, element: VNode): string {
  return renderToString(h(Words.Provider, { value: t, children: element }))
}
