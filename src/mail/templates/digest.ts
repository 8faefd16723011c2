/** The daily letter: what happened, reference by reference. No names, no needs. */
import { isKey, type T } from '../../words/index.ts'
import type { DigestMessage, Parts } from '../letter.ts'

export function digestOf(t: T, network: string, { items, lines }: DigestMessage, baseUrl: string): Parts {
  const left = lines - items.length
  return {
    subject: t('mail.digest.subject', { network, count: lines }),
    title: t('mail.digest.title', { count: lines }),
    paragraphs: [t('mail.digest.text')],
    facts: items.map(({ template, reference }) => ({ label: reference, value: titleOf(t, template) })),
    link: { label: t('mail.digest.open'), href: `${baseUrl}/referrals` },
    after: [
      ...(left > 0 ? [t('mail.digest.more', { count: left })] : []),
      t('mail.askedToSignIn'),
      t('mail.digest.change', { address: `${baseUrl}/preferences/notifications` }),
    ],
    footer: t('mail.automatic', { network }),
  }
}

function titleOf(t: T, template: string): string {
  const key = `mail.notice.${template}.title`
  return isKey(key) ? t(key as 'mail.notice.asked.title') : t('mail.digest.other')
}
