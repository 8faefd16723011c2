/** Getting in: a new password, an invitation, another address. */
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

export function newAddress(t: T, network: string, href: string): Parts {
  return {
    subject: t('mail.account.confirm.subject'),
    title: t('mail.account.confirm.title'),
    paragraphs: [t('mail.account.confirm.text')],
    facts: [],
    link: { label: t('mail.account.confirm.link'), href },
    after: [t('mail.account.confirm.ignore')],
    footer: t('mail.automatic', { network }),
  }
}

/** To the address that was theirs: it says neither the new one nor a way in. */
export function accountChanged(t: T, network: string, what: 'changed' | 'stepOff'): Parts {
  return {
    subject: t(`mail.account.${what}.subject`),
    title: t(`mail.account.${what}.title`),
    paragraphs: [t(`mail.account.${what}.text`)],
    facts: [],
    link: null,
    after: [t(`mail.account.${what}.ignore`)],
    footer: t('mail.automatic', { network }),
  }
}
