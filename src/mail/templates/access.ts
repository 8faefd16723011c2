/** Getting in: a new password, an invitation. */
import type { T } from '../../words/index.ts'
import type { Parts } from '../letter.ts'

export function newPassword(t: T, network: string, href: string): Parts {
  return {
    subject: t('mail.reset.subject'),
    title: t('mail.reset.title'),
    paragraphs: [t('mail.reset.text')],
    facts: [],
    link: { label: t('mail.reset.link'), href },
    after: [t('mail.reset.ignore')],
    footer: t('mail.automatic', { network }),
  }
}

export function inviteTo(t: T, network: string, href: string): Parts {
  return {
    subject: t('mail.invitation.subject', { network }),
    title: t('mail.invitation.title', { network }),
    paragraphs: [t('mail.invitation.text')],
    facts: [],
    link: { label: t('mail.invitation.link'), href },
    after: [t('mail.invitation.ignore')],
    footer: t('mail.automatic', { network }),
  }
}
