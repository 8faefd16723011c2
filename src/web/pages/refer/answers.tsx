/** Every answer in words, by part of the form, as the check page shows them. */
import type { Network } from '../../../db/networks.ts'
import type { Completed } from '../../../domain/completing.ts'
import type { PartName, StandardField } from '../../../domain/form.ts'
import { wordsIn } from '../../../domain/questions/labels.ts'
import type { Answer as GivenAnswer, Question } from '../../../domain/questions/types.ts'
import type { Submission } from '../../../domain/submission.ts'
import { formatDate, formatList, type T } from '../../../words/index.ts'
import { splitDate } from '../../forms/dates.ts'
import type { Fact } from '../../ui/facts.tsx'
import { showAnswer } from '../../ui/questions/shown.ts'
import { demographicsIn } from './details-section.tsx'
import { type Located, nameOf } from './place.tsx'
import { labelOf, wordContact } from './standard-field.tsx'

type Props = { t: T; network: Network; submission: Submission; located: Located | null }
/** `part`: where in the form it is changed. */
export type Answer = Omit<Fact, 'changeHref'> & { part: PartName }

export function personAnswers({ t, network, submission, located }: Props): Answer[] {
  const { person, address } = submission
  const label = (name: StandardField) => labelOf({ t, form: network.form, name })
  const lines = [address.line1, address.line2, address.town, address.county, located?.postcode ?? address.postcode]
  return [
    {
      part: 'person',
      name: t('form.check.name'),
      value: [person.title, person.firstName, person.lastName].filter(Boolean).join(' '),
    },
    { part: 'person', name: label('person.dateOfBirth'), value: bornOn(t, person.dateOfBirth) },
    { part: 'contact', name: label('person.phone'), value: person.phone },
    { part: 'contact', name: label('person.email'), value: person.email },
    {
      part: 'contact',
      name: label('person.preferredContact'),
      value: person.preferredContact && wordContact(t, network.form, person.preferredContact),
    },
    { part: 'contact', name: t('form.check.safe'), value: safeWays(t, submission) },
    {
      part: 'address',
      name: t('form.check.address'),
      value: [address.noFixedAddress && t('form.noFixedAddress'), ...lines].filter(Boolean).join(', '),
    },
    { part: 'address', name: t('form.check.place'), value: located && nameOf(t, located) },
  ]
}

export function detailAnswers({ t, network, submission: { details } }: Props): Answer[] {
  const own = demographicsIn(network, t).map(({ key, label, options }) => {
    const chosen = details.demographics[key] ?? []
    const labels = chosen.map(one => options.find(option => option.key === one)?.label ?? one)
    return { part: 'details' as const, name: label, value: labels.length > 0 ? formatList(t, labels) : null }
  })
  return [
    ...own,
    {
      part: 'details' as const,
      name: labelOf({ t, form: network.form, name: 'details.health' }),
      value: details.health,
    },
    { part: 'household' as const, name: t('form.check.householdSize'), value: details.householdSize },
  ]
}

/** The answers to the questions of one section of the network's own, those left blank too. */
export function sectionAnswers(t: T, { walked }: Pick<Completed, 'walked'>, section: string): Answer[] {
  const part = `section.${section}` as const
  return walked.asked
    .filter(question => question.section === section)
    .map(question => answered(t, question, walked.answers[question.id] ?? null, part))
}

export function answered(t: T, question: Question, answer: GivenAnswer, part: PartName): Answer {
  const shown = showAnswer(t, question, answer)
  return { part, name: wordsIn(question.label, t.language), value: <Said t={t} text={shown} /> }
}

function Said({ t, text }: { t: T; text: string }) {
  return <span class="typed-text">{text || t('question.notAnswered')}</span>
}

/** As much of it as is known: "27 March 1987", "March 1987", "1987". */
function bornOn(t: T, date: string): string {
  const { year, month, day } = splitDate(date)
  if (day) return formatDate(t, date)
  return month ? formatDate(t, `${date}-01`).replace(/^1 /, '') : year
}

function safeWays(t: T, { safeContact }: Submission) {
  if (!safeContact) return null
  const { channels, times, timesNote, voicemail, avoid } = safeContact
  const when = [...times.map(time => t(`form.safe.time.${time}`)), timesNote].filter(Boolean)
  const lines = [
    channels.length > 0
      ? formatList(
          t,
          channels.map(channel => t(`form.contactBy.${channel}`)),
        )
      : t('form.safe.summary.none'),
    when.length > 0 && t('form.safe.summary.times', { times: when.join(', ') }),
    voicemail !== 'not_asked' &&
      t('form.safe.summary.voicemail', { answer: t(`form.safe.voicemailAnswer.${voicemail}`) }),
    avoid && t('form.safe.summary.avoid', { words: avoid }),
  ]
  return <ul class="plain-list">{lines.map(line => line && <li key={line}>{line}</li>)}</ul>
}
