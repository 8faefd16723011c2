/** The plain text of a letter. */
import type { Parts } from '../letter.ts'

export function textOf({ title, paragraphs, facts, link, after, footer }: Parts): string {
  const blocks = [
    title,
    ...paragraphs,
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    link ? `${link.label}:\n${link.href}` : '',
    ...after,
    `-- \n${footer}`,
  ]
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`
}
