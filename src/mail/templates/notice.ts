/** What people are told of a referral: what happened, which needs, roughly where, and a link that asks them to sign in. */
import type { Template } from '../../domain/notices.ts'
import { formatDateTime, type T } from '../../words/index.ts'
import type { NoticeCodes, Parts } from '../letter.ts'

type Place = { t: T; network: string; href: string }

export function noticeOf(
  template: Exclude<Template, 'person_sent' | 'source_sent'>,
  codes: NoticeCodes,
  place: Place,
): Parts {
  const { t, network, href } = place
  return {
    subject: t('mail.subject', { reference: codes.reference, network }),
    title: t(`mail.notice.${template}.title`),
    paragraphs: [t(`mail.notice.${template}.text`)],
    facts: factsOf(template, codes, t),
    link: { label: t('mail.open'), href },
    after: [t('mail.askedToSignIn')],
    footer: t('mail.automatic', { network }),
  }
}

/** RES-1: the network's name and the reference alone. Nothing says what it is about. */
export function toThePerson(t: T, network: string, reference: string): Parts {
  return {
    subject: t('mail.person.subject', { network, reference }),
    title: t('mail.person.title'),
    paragraphs: [t('mail.person.text', { reference })],
    facts: [],
    link: null,
    after: [],
    footer: t('mail.person.automatic', { network }),
  }
}

/** Once withdrawn, a message says no more about it. */
function factsOf(template: Template, { reference, needs, area, answerBy }: NoticeCodes, t: T): Parts['facts'] {
  const isOver = template === 'withdrawn' || template === 'withdrawn_referrer'
  const facts = [
    { label: t('mail.reference'), value: reference },
    { label: t('mail.needs'), value: isOver ? '' : (needs ?? []).join(', ') },
    { label: t('mail.area'), value: isOver ? '' : (area ?? '') },
    { label: t('mail.answerBy'), value: answerBy ? formatDateTime(t, new Date(answerBy)) : '' },
  ]
  return facts.filter(({ value }) => value !== '')
}
