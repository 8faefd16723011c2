/** A person as a row of a list: who, since when nobody spoke to them, what is to be done next. */
import type { PersonRow } from '../../../db/people/list.ts'
import { ageOn } from '../../../domain/person.ts'
import { dayOf } from '../../../domain/week.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import type { RowProps } from '../../ui/rows.tsx'
import { Tag } from '../../ui/tag.tsx'
import { agoOf } from '../../when.ts'
import { nameOf } from './say.ts'

export function rowOf(t: T, person: PersonRow, now: Date, href = paths.person(person.id)): RowProps & { id: string } {
  const age = ageOn(person.dateOfBirth, dayOf(now))
  const name = nameOf(t, person)
  return {
    id: person.id,
    href,
    name: age === null ? name : `${name}, ${age}`,
    tags: <Due t={t} person={person} today={dayOf(now)} />,
    text: <About t={t} person={person} now={now} />,
  }
}

function About({ t, person, now }: { t: T; person: PersonRow; now: Date }) {
  const { tags, lastOn, nextStep, nextOn, cases, postcode } = person
  const last = lastOn ? t('people.lastContact', { ago: agoOf(t, noon(lastOn), now) }) : t('people.noContact')
  const facts = [postcode, cases > 0 && t('people.cases', { count: cases }), last].filter(Boolean)
  return (
    <>
      {nextStep && nextOn && (
        <p>
          <strong>{t('people.next', { step: nextStep, when: formatDate(t, nextOn) })}</strong>
        </p>
      )}
      <p>{facts.join(' · ')}</p>
      {tags.length > 0 && <p class="person-tags">{tags.join(' · ')}</p>}
    </>
  )
}

function Due({ t, person: { nextOn }, today }: { t: T; person: PersonRow; today: string }) {
  if (!nextOn || nextOn > today) return null
  return nextOn < today ? (
    <Tag tone="bad" icon="clock">
      {t('people.overdue')}
    </Tag>
  ) : (
    <Tag tone="wait" icon="clock">
      {t('people.dueToday')}
    </Tag>
  )
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}
