/** One referral as CSV (RES-6), for those who see all of it; the reading is recorded. Private notes are never in it. */
import { stringify } from 'csv-stringify/sync'
import { Hono } from 'hono'
import { type ReferralView, viewReferral } from '../../../actions/view-referral.ts'
import { formatDateTime, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { idIn } from './load-referral.ts'
import { safeSentences } from './view/contact.tsx'
import { momentOf } from './view/history.tsx'

export const referralCsv = new Hono<PageEnv>().get('/referrals/:id/csv', async c => {
  const { t, ctx } = c.var
  const view = await viewReferral(ctx, idIn(c, 'id'), 'csv')
  if (!view.content) throw absent()
  const rows = [[t('referral.csv.field'), t('referral.csv.value')], ...linesOf(t, view)]
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${t('referral.csv.file')}-${view.file.reference}.csv"`)
  return c.body(stringify(rows, { bom: true, escape_formulas: true }))
})

function linesOf(t: T, { file, lean, content, needs, assignments, notes, history }: ReferralView): string[][] {
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
