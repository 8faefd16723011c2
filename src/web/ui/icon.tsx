/** Lucide's drawings, read once at the start and inlined; decoration only, so hidden from assistive technology. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// biome-ignore format: a list; add the name of any Lucide icon
const names = [
  'arrow-down', 'arrow-left', 'arrow-right', 'arrow-up', 'bell', 'building-2', 'calendar', 'chart-column', 'check', 'chevron-down',
  'chevron-right', 'circle-alert', 'circle-check', 'circle-help', 'circle-x', 'clock', 'copy', 'download', 'eye', 'eye-off', 'file-text',
  'filter', 'flag', 'forward', 'hand-helping', 'heart-handshake', 'history', 'house', 'inbox', 'info', 'languages', 'list', 'lock',
  'log-out', 'mail', 'map', 'map-pin', 'menu', 'message-square', 'minus', 'network', 'paperclip', 'pause', 'pencil', 'phone', 'plus',
  'printer', 'reply', 'search', 'send', 'settings', 'shield', 'split', 'trash-2', 'triangle-alert', 'undo-2', 'user', 'users', 'x',
  'baby', 'bed', 'book-open', 'briefcase', 'bus', 'hand-heart', 'heart-pulse', 'message-circle', 'scale', 'shirt', 'smile', 'sprout', 'utensils',
  'wallet',
] as const

export type IconName = (typeof names)[number]

const require = createRequire(import.meta.url)
const drawings = new Map(names.map(name => [name, readDrawing(name)]))

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: drawings.get(name) ?? '' }}
    />
  )
}

function readDrawing(name: string): string {
  const file = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
  return file
    .slice(file.indexOf('>', file.indexOf('<svg')) + 1, file.lastIndexOf('</svg>'))
    .replaceAll(/\s+/g, ' ')
    .trim()
}
