/** Who it is, how it is safe to reach them, what comes next. */
import type { Contact } from '../../../../db/people/read.ts'
import { dayOf } from '../../../../domain/week.ts'
import { formatDate, formatDay } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Tag, Tags } from '../../../ui/tag.tsx'
import { safeSentences } from '../../referrals/view/contact.tsx'
import type { PersonData } from '../load.ts'
import { ageOf, nameOf } from '../say.ts'

export function Header({ data }: { data: PersonData }) {
  const { t, person, now, actor } = data
  const { details, createdAt } = person
  const about = [ageOf(t, details.dateOfBirth, now), details.postcode].filter(Boolean).join(' · ')
  const cases = person.rows.filter(({ standings }) => standings.includes('helping')).length
  return (
    <section class="card prominent" aria-labelledby="person">
      <p class="over">
        {actor.organisationName} · {t('people.record.since', { date: formatDate(t, createdAt) })}
      </p>
      <div class="identity">
        <div>
          <h1 id="person">{nameOf(t, details)}</h1>
          {about && <p class="lead">{about}</p>}
        </div>
        {cases > 0 && (
          <Tags>
            <Tag tone="good">{t('people.cases', { count: cases })}</Tag>
          </Tags>
        )}
      </div>
      <p class="person-safe">
        <strong>{t('people.record.safe')}:</strong> {safeSentences(t, details.safeContact).join(' ')}
      </p>
      <div class="card-foot turns">
        <Next data={data} />
        <ButtonGroup>
          <LinkButton href="#contact" icon="message-square">
            {t('people.record.contact')}
          </LinkButton>
          <LinkButton href={paths.editPerson(person.id)} look="quiet" icon="pencil">
            {t('people.record.edit')}
          </LinkButton>
          <LinkButton href={paths.mergePerson(person.id)} look="plain" icon="users">
            {t('people.record.merge')}
          </LinkButton>
        </ButtonGroup>
      </div>
    </section>
  )
}

/** Every step still to be done, the first due first. */
function Next({ data: { t, person, now } }: { data: PersonData }) {
  const due = person.contacts
    .filter((one): one is Due => one.nextStep !== null && one.nextOn !== null && one.nextDoneAt === null)
    .sort((a, b) => a.nextOn.localeCompare(b.nextOn))
  if (due.length === 0) return null
  return (
    <div>
      <h2>{t('people.log.nextTitle')}</h2>
      <ul class="next-steps">
        {due.map(({ id, nextStep, nextOn }) => (
          <li key={id}>
            <span>
              <strong>{nextStep}</strong> <span class="small">{formatDay(t, nextOn)}</span>
              {nextOn < dayOf(now) && <Tag tone="bad">{t('people.overdue')}</Tag>}
              {nextOn === dayOf(now) && <Tag tone="wait">{t('people.dueToday')}</Tag>}
            </span>
            <Form plain action={paths.personContact(person.id, id, 'done')}>
              <Button look="quiet" small icon="check" label={t('people.log.doneLabel', { step: nextStep })}>
                {t('people.log.done')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </div>
  )
}
type Due = Contact & { nextStep: string; nextOn: string }
