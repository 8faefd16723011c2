/** Attachments (FORM-8): which kinds there are, how many, how large, and how they are called. What a file is, its content says. */

type Kind = { type: string; endings: readonly [string, ...string[]]; redrawn?: true }

/** `redrawn`: written anew when it comes in, so that it holds the picture and nothing else. */
export const kinds = {
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  jpg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'], redrawn: true },
  png: { type: 'image/png', endings: ['png'], redrawn: true },
  webp: { type: 'image/webp', endings: ['webp'], redrawn: true },
  gif: { type: 'image/gif', endings: ['gif'], redrawn: true },
  tiff: { type: 'image/tiff', endings: ['tiff', 'tif'], redrawn: true },
  bmp: { type: 'image/bmp', endings: ['bmp'] },
  heic: { type: 'image/heic', endings: ['heic', 'heif'] },
  doc: { type: 'application/msword', endings: ['doc'] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  docm: { type: 'application/vnd.ms-word.document.macroEnabled.12', endings: ['docm'] },
  xls: { type: 'application/vnd.ms-excel', endings: ['xls'] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  xlsm: { type: 'application/vnd.ms-excel.sheet.macroEnabled.12', endings: ['xlsm'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  txt: { type: 'text/plain', endings: ['txt'] },
  csv: { type: 'text/csv', endings: ['csv'] },
} as const satisfies Record<string, Kind>
export type FileKind = keyof typeof kinds

/** Of one referral. */
export const mostFiles = 20
export const longestRemark = 2000
const longestName = 120

/** held: not checked for viruses yet · refused: it has one. */
export type FileState = 'held' | 'ready' | 'refused'

/** For the browser's own choosing; it decides nothing. */
export const acceptedEndings: string = Object.values(kinds)
  .flatMap(({ endings }) => endings)
  .map(ending => `.${ending}`)
  .join(',')

export function isRedrawn(kind: FileKind): boolean {
  return 'redrawn' in kinds[kind]
}

/** As somebody called it, without folders and tricks of writing direction, and with the ending that its content has. */
export function nameFor(given: string, kind: FileKind): string {
  const base = (given.normalize('NFC').split(/[/\\]/).pop() ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
  const name = base.trim().replace(/^\.+/, '') || 'file'
  const { endings } = kinds[kind]
  const ending = endingOf(name)
  const known: readonly string[] = endings
  if (known.includes(ending)) return `${cut(name.slice(0, -ending.length - 1))}.${ending}`
  return `${cut(name)}.${endings[0]}`
}

export function endingOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Markup that a browser might run, anywhere in a text: HTML and SVG are refused whatever they are called. */
export function isMarkup(text: string): boolean {
  return /<(!doctype|\?xml|html|head|body|script|iframe|frame|svg|math|object|embed|style|meta|link|base|form)[\s>/?]/i.test(
    text,
  )
}

function cut(stem: string): string {
  return [...stem].slice(0, longestName).join('').trim() || 'file'
}
