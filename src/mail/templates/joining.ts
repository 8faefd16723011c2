/** To organisations and coordinators: joining, agreements, suspension, confirming an entry. */
import { formatDate, type T } from '../../words/index.ts'
import type { JoiningCodes, JoiningMessage, Parts } from '../letter.ts'

export function aboutJoining(t: T, network: string, message: JoiningMessage, baseUrl: string): Parts {
  const { template, codes, refusal } = message
  return {
    subject: t(`mail.joining.${template}.subject`, { network }),
    title: t(`mail.joining.${template}.title`, { network }),
    paragraphs: [
      t(`mail.joining.${template}.text`, { network }),
      ...graceOf(t, codes),
      ...handedOf(t, message),
      ...(refusal ? [refusal] : []),
    ],
    facts: codes.organisation ? [{ label: t('mail.joining.organisation'), value: codes.organisation }] : [],
    link:
      template === 'join_refused'
        ? null
        : { label: t(`mail.joining.${template}.link`), href: `${baseUrl}${pathOf(message)}` },
    after: template === 'confirm' ? [t('mail.joining.confirm.after')] : [],
    footer: t('mail.automatic', { network }),
  }
}

function pathOf({ template, id, token, codes }: JoiningMessage): string {
  if (template === 'confirm') return `/confirm/${id}?token=${token}`
  if (template === 'work_handed') return '/referrals?mine=yes'
  if (template === 'notes_asked') return '/note-releases'
  if (template === 'copies_told') return '/people/subjects'
  if (template === 'twins_told') return '/system/subjects'
  if (template === 'webhook_off') return '/webhooks'
  if (template.startsWith('connection_')) return '/system/connections'
  if (template === 'agreement_published') return `/networks/${codes.slug}/agreement`
  if (template === 'submission_held') return '/system/held'
  return template === 'suspended' || template === 'resumed' ? '/networks' : '/system/joining'
}

function graceOf(t: T, { graceUntil }: JoiningCodes): string[] {
  return graceUntil ? [t('mail.joining.grace', { date: formatDate(t, new Date(graceUntil)) })] : []
}

/** How much there is, and until when; which referrals they are is seen after signing in. */
function handedOf(t: T, { template, codes: { count = 0, drafts = 0, until } }: JoiningMessage): string[] {
  if (template !== 'work_handed') return []
  return [
    ...(count > 0 ? [t('mail.joining.work_handed.referrals', { count })] : []),
    ...(drafts > 0 ? [t('mail.joining.work_handed.drafts', { count: drafts })] : []),
    ...(until ? [t('mail.joining.work_handed.cover', { date: formatDate(t, until) })] : []),
  ]
}
