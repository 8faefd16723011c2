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
export function addressChanged(t: T, network: string): Parts {
  return {
    subject: t('mail.account.changed.subject'),
    title: t('mail.account.changed.title'),
    paragraphs: [t('mail.account.changed.text')],
    facts: [],
    link: null,
    after: [t('mail.account.changed.ignore')],
    footer: t('mail.automatic', { network }),
  }
}
