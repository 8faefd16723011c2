/** One referral line by line, as its file and its print hold it: what the viewer's page shows, nothing else. */
import type { ReferralView } from '../../../actions/view-referral.ts'
import { wordsIn } from '../../../domain/questions/labels.ts'
import { formatDateTime, type T } from '../../../words/index.ts'
import { showAnswer } from '../../ui/questions/shown.ts'
import { safeSentences } from './view/contact.tsx'
import { momentOf } from './view/history.tsx'

/** Field and value, in the reader's words; private notes are never among them. */
export function linesOf(t: T, { file, lean, content, needs, assignments, notes, history }: ReferralView): string[][] {
  if (!content) return []
  const { person } = content
  return [
    [t('referral.csv.reference'), file.reference],
    [t('list.network'), lean.networkName],
    [t('list.table.opened'), formatDateTime(t, file.openedAt)],
    [t('list.status'), t(`status.referral.${file.status}`)],
    [t('common.name'), [person.firstName, person.lastName].filter(Boolean).join(' ')],
    [t('referral.csv.born'), person.dateOfBirth ?? ''],
    [t('referral.phone'), person.phone ?? ''],
    [t('referral.email'), person.email ?? ''],
    [t('referral.safeTitle'), safeSentences(t, person.safeContact).join(' ')],
    [
      t('referral.address'),
      [person.address1, person.address2, person.town, person.county, person.postcode].filter(Boolean).join(', '),
    ],
    [t('referral.household'), String(content.householdSize ?? '')],
    [t('referral.health'), content.health ?? ''],
    [t('referral.circumstances'), content.circumstances],
    ...content.answers.map(({ question, value, organisationName }) => [
      [wordsIn(question.label, t.language), organisationName].filter(Boolean).join(', '),
      showAnswer(t, question, value) || t('question.notAnswered'),
    ]),
    [t('referral.sentBy'), [lean.referrerName, lean.referrerOrganisation].filter(Boolean).join(', ')],
    ...needs.map(need => [
      t('list.need'),
      [need.label, t(`status.need.${need.status}`), need.outcome].filter(Boolean).join('; '),
    ]),
    ...assignments.map(one => [
      t('referral.asked'),
      `${one.organisationName}, ${one.serviceName}; ${t(`status.assignment.${one.status}`)}`,
    ]),
    ...notes
      .filter(({ kind }) => kind === 'regular')
      .map(note => [t('referral.notes'), `${formatDateTime(t, note.at)}; ${note.author ?? ''}; ${note.body}`]),
    ...history.map(line => [
      t('referral.history'),
      `${formatDateTime(t, line.at)}; ${momentOf(t, line).title}; ${momentOf(t, line).by}`,
    ]),
  ]
}
