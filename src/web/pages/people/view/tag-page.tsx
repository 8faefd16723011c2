/** A tag: its people beside a year of what was done with them. */
import { tableFormats } from '../../../../files/table.ts'
import { formatNumber, type T } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { MonthBars } from '../../../ui/charts/month-bars.tsx'
import { Details } from '../../../ui/details.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Form } from '../../../ui/form.tsx'
import { BackLink, PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Table } from '../../../ui/table.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Done } from '../done.tsx'
import { rowOf } from '../rows.tsx'
import { monthOf, timeOf } from '../say.ts'
import type { TagData } from '../tag.tsx'
import type { Filled } from './page.tsx'

type Props = { data: TagData; done: string | undefined; rename: Filled }

export function TagPage({ data, done, rename }: Props) {
  const { t, tag, rows, next, count, months, now } = data
  const contacts = months.reduce((sum, month) => sum + month.contacts, 0)
  return (
    <>
      <BackLink href={paths.people}>{t('people.title')}</BackLink>
      <PageHead
        over={t('people.tag.title')}
        title={t('people.tag.heading', { count, tag: tag.name })}
        lead={t('people.tag.lead', { contacts: t('people.log.totals', { count: contacts }) })}
      >
        <Downloads t={t} id={tag.id} />
      </PageHead>
      <div class="person">
        <div class="stack">
          <Done t={t} done={done} />
          <Card flush title={t('people.tag.people')} id="people">
            {rows.length > 0 ? (
              <Rows label={t('people.tag.people')} rows={rows.map(row => rowOf(t, row, now))} />
            ) : (
              <Empty icon="users" title={t('people.emptyTag')} />
            )}
          </Card>
          <Pager older={next ? `${paths.peopleTag(tag.id)}?after=${next}` : undefined} />
        </div>
        <div class="stack">
          <Activity data={data} />
          <Card>
            <Details summary={t('people.tag.rename')} open={Object.keys(rename.errors).length > 0}>
              <Form action={paths.peopleTag(tag.id)} {...rename}>
                <TextField name="name" label={t('people.tag.name')} maxlength={80} autocomplete="off" />
                <Button look="quiet">{t('common.save')}</Button>
              </Form>
            </Details>
          </Card>
        </div>
      </div>
    </>
  )
}

function Downloads({ t, id }: { t: T; id: string }) {
  return (
    <ButtonGroup>
      {tableFormats.map(format => (
        <LinkButton key={format} href={paths.peopleTagFile(id, format)} look="quiet" icon="download" download>
          {t(`common.downloadAs.${format}`)}
        </LinkButton>
      ))}
    </ButtonGroup>
  )
}

function Activity({ data: { t, months } }: { data: TagData }) {
  const most = months.reduce((best, month) => (month.contacts > best.contacts ? month : best))
  const finding =
    most.contacts === 0
      ? t('people.tag.activityNone')
      : t('people.tag.activityFinding', {
          month: monthOf(t, most.month),
          contacts: t('people.log.totals', { count: most.contacts }),
        })
  return (
    <Card title={finding} id="activity">
      <p class="small">{t('people.tag.activityHow')}</p>
      <MonthBars
        label={t('people.tag.activity')}
        bars={months.map(({ month, contacts }) => ({
          key: month,
          value: contacts,
          name: monthOf(t, month),
          short: monthOf(t, month).slice(0, 3),
        }))}
      />
      <Details summary={t('people.tag.table')}>
        <Table
          caption={t('people.tag.activity')}
          hideCaption
          columns={[
            { heading: t('people.tag.month'), cell: row => monthOf(t, row.month) },
            { heading: t('people.tag.contacts'), cell: row => formatNumber(t, row.contacts), number: true },
            { heading: t('people.tag.peopleSeen'), cell: row => formatNumber(t, row.people), number: true },
            {
              heading: t('people.tag.time'),
              cell: row => (row.minutes > 0 ? timeOf(t, row.minutes) : '–'),
              number: true,
            },
          ]}
          rows={months}
          keyOf={row => row.month}
        />
      </Details>
    </Card>
  )
}
