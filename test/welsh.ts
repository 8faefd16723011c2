/** Looks for the program's English on a page that is to be in Welsh: what stands under `lang="en"` may be English. */
import * as cy from '#src/words/cy/index.ts'
import * as en from '#src/words/en/index.ts'

type Texts = { readonly [key: string]: string | Texts }

/** The English texts that the page says, each once. */
export function englishIn(html: string): string[] {
  return [...new Set(textsOf(html).filter(isEnglish))]
}

const welsh = new Set(valuesIn(cy))
const english = valuesIn(en).filter(text => !welsh.has(text))
const plain = new Set(english.filter(text => !text.includes('{{')))
/** Found inside a longer text too. */
const sentences = [...plain].filter(text => text.split(' ').length >= 4)
const patterns = english
  .filter(text => text.includes('{{') && text.replace(/\{\{\w+\}\}|\P{L}/gu, '').length >= 6)
  .map(
    text =>
      new RegExp(
        `^${text
          .split(/(\{\{\w+\}\})/)
          .map(patternOf)
          .join('')}$`,
        's',
      ),
  )

function patternOf(part: string): string {
  if (part === '{{count}}') return '[\\d,.]+'
  return part.startsWith('{{') ? '.+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function isEnglish(text: string): boolean {
  return plain.has(text) || sentences.some(one => text.includes(one)) || patterns.some(one => one.test(text))
}

function valuesIn(texts: Texts): string[] {
  return Object.values(texts).flatMap(text => (typeof text === 'string' ? [text.trim()] : valuesIn(text)))
}

const alone = new Set(['area', 'br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const token = /<!--.*?-->|<(script|style|textarea)\b[^>]*>.*?<\/\1>|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>|[^<]+/gs

/** What is shown or read out, but for what is said to be English. */
function textsOf(html: string): string[] {
  const open: { tag: string; english: boolean }[] = []
  const texts: string[] = []
  for (const [all, raw, closing, tag, attributes = ''] of html.matchAll(token)) {
    const above = open.at(-1)?.english ?? false
    if (tag && closing)
      open.length = Math.max(
        0,
        open.findLastIndex(one => one.tag === tag),
      )
    else if (tag) {
      const lang = / lang="([a-z]+)"/.exec(attributes)?.[1]
      const isEn = lang ? lang === 'en' : above
      if (!alone.has(tag) && !attributes.endsWith('/')) open.push({ tag, english: isEn })
      if (!isEn) texts.push(...said(attributes))
    } else if (!raw && !all.startsWith('<') && !above) texts.push(clean(all))
  }
  return texts.filter(text => /\p{L}/u.test(text))
}

function said(attributes: string): string[] {
  const shown = / (?:aria-label|alt|title|placeholder|label|data-lost|data-sending|data-trying|data-proving)="([^"]*)"/g
  return [...attributes.matchAll(shown)].map(([, text = '']) => clean(text))
}

function clean(text: string): string {
  const marks = { quot: '"', amp: '&', lt: '<', gt: '>', '#39': "'" } as const
  return text
    .replace(/&(quot|amp|lt|gt|#39);/g, (_, mark: keyof typeof marks) => marks[mark])
    .replace(/\s+/g, ' ')
    .trim()
}
