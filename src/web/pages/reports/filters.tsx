/** What a report may be narrowed by; all of it stands in the address. */
import { periods, whoseCode } from '../../../domain/figures.ts'
import { daysOfQuarter, quartersTold } from '../../../domain/published.ts'
import { dayOf } from '../../../domain/week.ts'
import type { FilterName } from '../../../reports/report.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import type { Shown } from './load.ts'
import { sayDays, sayWhose } from './say.ts'

export function Filters({ shown }: { shown: Shown }) {
  const { t, answer, query, errors } = shown
  const { report, by, ways } = answer
  const values = { ...query, period: query.period ?? 'year', compare: answer.before ? 'yes' : 'no' }
  return (
    <details class="filter-fold report-filters" open={answer.isLate || Object.keys(errors).length > 0}>
      <summary>
        <Icon name="filter" />
        {t('reports.filters')}
      </summary>
      <Form method="get" action={paths.report(report.id)} values={values} errors={errors} plain>
        {by !== ways[0] && <input type="hidden" name="by" value={by} />}
        <div class="filter-bar">
          <WhoseField shown={shown} />
          {report.fixed ? <QuarterField shown={shown} /> : !report.now && <PeriodFields shown={shown} />}
          {!report.now && !report.fixed && <DayFields shown={shown} />}
          <Narrowing shown={shown} />
          <div class="filter-end">
            {report.filters.includes('urgent') && answer.whose.kind !== 'installation' && (
              <Checkbox name="urgent" value="yes" label={t('reports.urgent')} />
            )}
            <Button look="quiet" icon="filter">
              {t('reports.go')}
            </Button>
          </div>
        </div>
      </Form>
    </details>
  )
}

function WhoseField({ shown: { t, answer, names } }: { shown: Shown }) {
  const { choices, whose } = answer
  if (choices.length < 2) return null
  return (
    <Select
      name="of"
      label={t('reports.of')}
      empty={null}
      width="full"
      value={whoseCode(whose)}
      options={choices.map(one => ({ value: whoseCode(one), label: sayWhose(t, one, names) }))}
    />
  )
}

/** RPT-3: quarters that share no day, so that none can be taken from another. */
function QuarterField({ shown: { t, answer, now } }: { shown: Shown }) {
  return (
    <Select
      name="quarter"
      label={t('reports.chooseQuarter')}
      empty={null}
      width="full"
      value={answer.days.first}
      options={quartersTold(dayOf(now)).map(value => ({ value, label: sayDays(t, daysOfQuarter(value)) }))}
    />
  )
}

function PeriodFields({ shown: { t, answer } }: { shown: Shown }) {
  return (
    <>
      <Select
        name="period"
        label={t('reports.period')}
        empty={null}
        width="full"
        options={periods.map(value => ({ value, label: t(`reports.periods.${value}`) }))}
      />
      {answer.report.compares && (
        <Select
          name="compare"
          label={t('reports.compare')}
          empty={null}
          width="full"
          options={(['yes', 'no'] as const).map(value => ({ value, label: t(`reports.compares.${value}`) }))}
        />
      )}
    </>
  )
}

/** Shown once “Between two days” is chosen, by the style sheet alone. */
function DayFields({ shown: { t } }: { shown: Shown }) {
  return (
    <div class="report-days">
      <DateField name="from" legend={t('reports.from')} />
      <DateField name="until" legend={t('reports.until')} optional />
    </div>
  )
}

function Narrowing({ shown: { t, answer, choices } }: { shown: Shown }) {
  const { report, whose } = answer
  const offers = (name: FilterName) => report.filters.includes(name) && whose.kind !== 'installation'
  const organisations = choices.organisations.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      {offers('need') && (
        <Select
          name="need"
          label={t('reports.need')}
          empty={t('reports.anyNeed')}
          width="full"
          options={choices.needs.map(({ id, name, under }) => ({
            value: id,
            label: under ? `${under}: ${name}` : name,
          }))}
        />
      )}
      {offers('area') && (
        <Select
          name="area"
          label={t('reports.area')}
          empty={t('reports.anyArea')}
          width="full"
          options={choices.areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {offers('sender') && whose.kind !== 'sent' && (
        <Select
          name="sender"
          label={t('reports.sender')}
          empty={t('reports.anySender')}
          width="full"
          options={organisations}
        />
      )}
      {offers('recipient') && whose.kind !== 'received' && (
        <Select
          name="recipient"
          label={t('reports.recipient')}
          empty={t('reports.anyRecipient')}
          width="full"
          options={organisations}
        />
      )}
    </>
  )
}
