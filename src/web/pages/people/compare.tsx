/** Two records side by side: what is the same stands quiet, what differs stands out. */
import { type DetailField, detailFields, differences } from '../../../domain/people.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { PersonData } from './load.ts'
import { detailOf, nameOf } from './say.ts'

type Line = { name: string; older: string; newer: string; differs: boolean }

export function Compare({ one, other }: { one: PersonData; other: PersonData }) {
  const { t } = one
  const [older, newer] =
    one.person.createdAt <= other.person.createdAt ? [one.person, other.person] : [other.person, one.person]
  const looksAlike = one.person.alike.some(({ id }) => id === other.person.id)
  const name = nameOf(t, older.details)
  return (
    <>
      <BackLink href={paths.person(one.person.id)}>{nameOf(t, one.person.details)}</BackLink>
      <PageHead
        title={t('people.match.question', { name })}
        lead={t(looksAlike ? 'people.match.lead' : 'people.match.leadChosen')}
      />
      <div class="stack">
        <Card flush>
          <Table
            caption={t('people.match.compare')}
            hideCaption
            columns={[
              { heading: t('people.match.fact'), cell: (line: Line) => line.name },
              { heading: headingOf(t, older), cell: (line: Line) => line.older || '–' },
              {
                heading: headingOf(t, newer),
                cell: (line: Line) => (
                  <>
                    {line.newer || '–'} {line.differs && <Tag tone="wait">{t('people.match.differs')}</Tag>}
                  </>
                ),
              },
            ]}
            rows={linesOf(t, older, newer)}
            keyOf={line => line.name}
          />
        </Card>
        <div class="decide">
          <Choice
            t={t}
            action={paths.comparePeople(one.person.id, other.person.id)}
            same="yes"
            text={t('people.match.sameText', { name })}
          />
          <Choice
            t={t}
            action={paths.comparePeople(one.person.id, other.person.id)}
            same="no"
            text={t('people.match.otherText')}
          />
        </div>
      </div>
    </>
  )
}

function Choice({ t, action, same, text }: { t: T; action: string; same: 'yes' | 'no'; text: string }) {
  return (
    <Card>
      <p>{text}</p>
      <Form plain action={action}>
        <Button look={same === 'yes' ? 'go' : 'quiet'} name="same" value={same}>
          {t(same === 'yes' ? 'people.match.same' : 'people.match.other')}
        </Button>
      </Form>
    </Card>
  )
}

type Person = PersonData['person']

function headingOf(t: T, { createdAt }: Person): string {
  return t('people.match.stays', { date: formatDate(t, createdAt) })
}

/** Every detail that either of them knows; then what hangs on each. */
function linesOf(t: T, older: Person, newer: Person): Line[] {
  const differing = new Set(differences(older.details, newer.details).map(({ field }) => field))
  const fields: (DetailField | 'safeContact')[] = [...detailFields, 'safeContact']
  const details = fields.map(field => ({
    name: t(`people.field.${field}`),
    older: detailOf(t, older.details, field),
    newer: detailOf(t, newer.details, field),
    differs: differing.has(field),
  }))
  const hangs = (of: Person) => ({
    tags: of.tags.map(({ name }) => name).join(', '),
    referrals: of.rows.map(({ reference }) => reference).join(', '),
    contacts: of.contacts.length > 0 ? t('people.log.totals', { count: of.contacts.length }) : '',
  })
  const [a, b] = [hangs(older), hangs(newer)]
  const others = [
    { name: t('people.record.referrals'), older: a.referrals, newer: b.referrals, differs: false },
    { name: t('people.record.tags'), older: a.tags, newer: b.tags, differs: false },
    { name: t('people.log.title'), older: a.contacts, newer: b.contacts, differs: false },
  ]
  return [...details, ...others].filter(line => line.older !== '' || line.newer !== '')
}
