/** Beside the log: details, referrals as far as they may be seen, tags, merged records. */
import { formatDateTime } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { rowOf } from '../../referrals/rows.tsx'
import type { PersonData } from '../load.ts'
import { addressOf, birthOf, detailOf, nameOf } from '../say.ts'
import type { Filled } from './page.tsx'

type Props = { data: PersonData }

export function DetailsCard({ data: { t, person } }: Props) {
  const { details, changedAt, changedBy } = person
  const { phone, email, dateOfBirth } = details
  const address = addressOf(details)
  return (
    <Card
      title={t('people.record.details')}
      id="details"
      aside={<a href={paths.editPerson(person.id)}>{t('common.change')}</a>}
    >
      <Facts
        facts={[
          {
            name: t('people.field.phone'),
            value: phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{detailOf(t, details, 'phone')}</a>,
          },
          { name: t('people.field.email'), value: email && <a href={`mailto:${email}`}>{email}</a> },
          { name: t('people.field.preferredContact'), value: detailOf(t, details, 'preferredContact') },
          { name: t('people.field.dateOfBirth'), value: dateOfBirth && birthOf(t, dateOfBirth) },
          {
            name: t('people.field.address'),
            value:
              address.length > 0 &&
              address.map(line => (
                <span key={line} class="line">
                  {line}
                </span>
              )),
          },
        ]}
      />
      {changedAt && (
        <p class="small">
          {t('people.record.changed', {
            name: changedBy ?? t('people.record.somebody'),
            when: formatDateTime(t, changedAt),
          })}
        </p>
      )}
    </Card>
  )
}

export function ReferralsCard({ data }: Props) {
  const { t, person, actor, now } = data
  return (
    <Card title={t('people.record.referrals')} id="referrals" flush>
      {person.rows.length > 0 ? (
        <Rows
          label={t('people.record.referrals')}
          rows={person.rows.map(row => ({
            ...rowOf({ t, actor, now }, row, paths.referral(row.id)),
            name: row.reference,
            text: <About data={data} row={row} />,
          }))}
        />
      ) : (
        <p class="pad small">{t('people.record.noReferrals')}</p>
      )}
      {person.withheld > 0 && <p class="pad small">{t('people.record.withheld', { count: person.withheld })}</p>}
    </Card>
  )
}

function About({ data: { t, person }, row }: Props & { row: PersonData['person']['rows'][number] }) {
  const received = person.referrals.some(({ referralId, received }) => referralId === row.id && received)
  return (
    <>
      <p>
        <strong>{row.needs.join(', ')}</strong>
      </p>
      <p>{t(received ? 'people.record.received' : 'people.record.sent')}</p>
    </>
  )
}

export function TagsCard({ data: { t, person }, known, filled }: Props & { known: readonly string[]; filled: Filled }) {
  const ownNames = person.tags.map(({ name }) => name)
  return (
    <Card title={t('people.record.tags')} id="tags">
      {person.tags.length > 0 && (
        <ul class="tag-words">
          {person.tags.map(({ id, name }) => (
            <li key={id}>
              <a href={paths.peopleTag(id)}>{name}</a>
              <Form plain action={paths.untagPerson(person.id, id)}>
                <button class="tag-off" type="submit" aria-label={t('people.record.removeTag', { name })}>
                  <Icon name="x" />
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form action={`${paths.personTags(person.id)}#tags`} {...filled}>
        <div class="find">
          <TextField
            name="name"
            label={t('people.record.addTag')}
            list="known-tags"
            autocomplete="off"
            maxlength={80}
          />
          <Button look="quiet">{t('common.add')}</Button>
        </div>
        <datalist id="known-tags">
          {known
            .filter(name => !ownNames.includes(name))
            .map(name => (
              <option key={name} value={name} />
            ))}
        </datalist>
      </Form>
    </Card>
  )
}

export function Merged({ data: { t, person } }: Props) {
  if (person.merges.length === 0) return null
  return (
    <Card title={t('people.record.merged')} id="merged">
      <ul class="lines">
        {person.merges.map(merge => (
          <li key={merge.id}>
            <p>
              {t('people.record.mergedText', {
                name: nameOf(t, merge),
                by: merge.by ?? t('people.record.somebody'),
                when: formatDateTime(t, merge.at),
              })}
            </p>
            <Form plain action={paths.undoMerge(merge.id)}>
              <Button look="quiet" small icon="undo-2">
                {t('people.record.undo')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  )
}
