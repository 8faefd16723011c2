/** One line of time across contacts, referrals and merges, newest first. */
import type { Contact } from '../../../../db/people/read.ts'
import type { ReferralRow } from '../../../../db/referrals/list.ts'
import { formatDate, formatDay } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Form } from '../../../ui/form.tsx'
import { type Moment, Timeline } from '../../../ui/timeline.tsx'
import { whenOf } from '../../../when.ts'
import type { PersonData } from '../load.ts'
import { timeOf } from '../say.ts'

export function Log({ data }: { data: PersonData }) {
  const { t, person } = data
  const moments = [
    ...person.contacts.map(one => ofContact(data, one)),
    ...person.rows.flatMap(row => ofReferral(data, row)),
    ...person.merges.map(merge => ({
      id: merge.id,
      title: t('people.log.merge'),
      by: merge.by,
      when: whenOf(t, merge.at, data.now),
      at: merge.at,
    })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime())
  return (
    <Card title={t('people.log.title')} id="log" aside={totalOf(data)}>
      {person.contacts.length === 0 && <p class="small">{t('people.log.empty')}</p>}
      <Timeline moments={moments} />
    </Card>
  )
}

function totalOf({ t, person: { contacts } }: PersonData): string {
  const count = contacts.filter(({ way }) => way !== 'note').length
  const minutes = contacts.reduce((sum, one) => sum + (one.minutes ?? 0), 0)
  if (count === 0) return ''
  const said = t('people.log.totals', { count })
  return minutes === 0 ? said : t('people.log.spent', { contacts: said, time: timeOf(t, minutes) })
}

function ofContact(data: PersonData, contact: Contact): Moment {
  const { t } = data
  const { id, way, onDay, minutes, author } = contact
  const title = t(`people.contact.ways.${way}`)
  return {
    id,
    title: minutes ? `${title}, ${timeOf(t, minutes)}` : title,
    by: author ?? t('people.record.somebody'),
    when: formatDay(t, onDay),
    at: contactAt(contact),
    tone: 'good',
    text: <Said data={data} contact={contact} />,
  }
}

/** On its day; when it was written down where that was the same day. */
function contactAt({ onDay, at }: Contact): Date {
  const noon = new Date(`${onDay}T12:00:00Z`)
  return Math.abs(at.getTime() - noon.getTime()) < 43_200_000 ? at : noon
}

function Said({ data: { t, person }, contact }: { data: PersonData; contact: Contact }) {
  const { id, what, nextStep, nextOn, nextDoneAt, own, onDay } = contact
  return (
    <>
      <span class="line">{what}</span>
      {nextStep && nextOn && (
        <span class="line small">
          {nextDoneAt
            ? t('people.log.wasDone', { step: nextStep })
            : t('people.log.stillDue', { step: nextStep, date: formatDate(t, nextOn) })}
        </span>
      )}
      {own && (
        <Form plain action={paths.personContact(person.id, id, 'remove')}>
          <Button look="plain" small label={t('people.log.removeLabel', { date: formatDate(t, onDay) })}>
            {t('people.log.remove')}
          </Button>
        </Form>
      )}
    </>
  )
}

function ofReferral({ t, person, now }: PersonData, row: ReferralRow): Moment[] {
  const link = person.referrals.find(({ referralId }) => referralId === row.id)
  const heading = <a href={paths.referral(row.id)}>{t('people.log.opened', { reference: row.reference })}</a>
  const opened: Moment = {
    id: `o${row.id}`,
    title: heading,
    by: row.sender && t('people.log.openedBy', { sender: row.sender }),
    when: whenOf(t, row.openedAt, now),
    at: row.openedAt,
    text: row.needs.join(', '),
    tone: 'wait',
  }
  if (!link) return [opened]
  const kept: Moment = {
    id: `k${row.id}`,
    title: t('people.log.kept'),
    by: t('people.log.keptBy', { reference: row.reference }),
    when: whenOf(t, link.addedAt, now),
    at: link.addedAt,
  }
  return [kept, opened]
}
