/** What is held on a person in writing: as JSON, and line by line. */
import type { PersonView } from '../../../actions/people/view-person.ts'
import type { Dossier } from '../../../actions/privacy/read-data.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { addressOf, birthOf, nameOf } from '../people/say.ts'
import { linesOf } from '../referrals/lines.ts'

/** By table and column, as it is stored, for another program to read. */
export function jsonOf({ request, parts, privately, at }: Dossier): string {
  const { id, reason, madeAt, networkId, organisationId } = request
  const about = {
    request: id,
    reason,
    askedAt: madeAt,
    producedAt: at,
    networkId,
    organisationId,
    privateNotes: privately,
  }
  const held = parts.map(({ id: of, reference, dump, notes }) => ({ id: of, reference, ...dump, note: notes }))
  return JSON.stringify({ ...about, held }, null, 2)
}

type Line = readonly [name: string, value: string]

export function linesOfPart(t: T, { view }: Dossier['parts'][number]): Line[] {
  const lines = 'referral' in view ? linesOf(t, view.referral) : linesOfPerson(t, view.person)
  return lines
    .map(([name = '', value = '']): Line => [name, value])
    .filter(([name, value]) => value !== '' && name !== t('referral.notes'))
}

function linesOfPerson(t: T, { details, contacts, tags, rows }: PersonView): string[][] {
  return [
    [t('common.name'), nameOf(t, details)],
    [t('referral.csv.born'), details.dateOfBirth ? birthOf(t, details.dateOfBirth) : ''],
    [t('referral.phone'), details.phone ?? ''],
    [t('referral.email'), details.email ?? ''],
    [t('referral.address'), addressOf(details).join(', ')],
    ...tags.map(({ name }) => [t('privacy.dossier.tag'), name]),
    ...contacts.map(one => [
      t('privacy.dossier.contact'),
      [formatDate(t, one.onDay), t(`people.contact.ways.${one.way}`), one.what, one.nextStep]
        .filter(Boolean)
        .join('; '),
    ]),
    ...rows.map(({ reference }) => [t('people.record.referrals'), reference]),
  ]
}

/** first_name: First name. */
export function columnName(column: string): string {
  const words = column.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Ids say nothing to a reader; they are in the JSON. */
export function tellingCells(row: Record<string, unknown>): Line[] {
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== '' && !isId(value))
    .map(([column, value]): Line => [columnName(column), typeof value === 'string' ? value : JSON.stringify(value)])
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)
}
