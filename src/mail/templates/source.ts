/** To who referred without an account: what became of it, by the reference alone. It may be the person themselves, so nothing says what it is about. */
import type { Template } from '../../domain/notices.ts'
import type { T } from '../../words/index.ts'
import type { Parts, SourceCodes } from '../letter.ts'

/** `href`: the program's own address. */
type Place = { t: T; network: string; href: string }

export function toTheSource(
  template: Template,
  reference: string,
  { code, answer }: SourceCodes,
  { t, network, href }: Place,
): Parts {
  const kind = kinds[template] ?? 'passing'
  const isFirst = kind === 'sent'
  const asks = kind === 'question'
  // Without a cookie the address says the language.
  const lang = t.language === 'cy' ? 'lang=cy' : ''
  return {
    subject: t('mail.person.subject', { network, reference }),
    title: t(`mail.source.${kind}.title`),
    paragraphs: [t(`mail.source.${kind}.text`, { network })],
    facts: [
      { label: t('mail.reference'), value: reference },
      ...(isFirst ? [{ label: t('mail.source.code'), value: code }] : []),
    ],
    link: asks
      ? { label: t('mail.source.answer'), href: `${href}/r/question/${answer}${lang && `&${lang}`}` }
      : { label: t('mail.source.open'), href: `${href}/r${lang && `?${lang}`}` },
    after: isFirst
      ? [t('mail.source.keep'), t('mail.source.ignore', { network })]
      : asks
        ? []
        : [t('mail.source.useCode')],
    footer: t('mail.person.automatic', { network }),
  }
}

type Kind =
  | 'sent'
  | 'accepted'
  | 'split'
  | 'passing'
  | 'question'
  | 'placing'
  | 'unmet'
  | 'closed'
  | 'waiting'
  | 'withdrawn'

const kinds: Partial<Record<Template, Kind>> = {
  source_sent: 'sent',
  accepted: 'accepted',
  split: 'split',
  rejected: 'passing',
  lapsed: 'passing',
  referred_on: 'passing',
  question: 'question',
  unplaced_referrer: 'placing',
  unmet: 'unmet',
  closed: 'closed',
  undone: 'waiting',
  reassigned_referrer: 'passing',
  reopened: 'placing',
  withdrawn_referrer: 'withdrawn',
  consent_withdrawn: 'withdrawn',
}
