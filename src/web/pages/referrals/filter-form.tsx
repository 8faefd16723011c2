/** The list's filters as a form; it goes into the address, which can be shared. */
import { sorts } from '../../../domain/listing.ts'
import { referralStatuses } from '../../../domain/referral.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Fieldset } from '../../ui/fieldset.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { DayField, TextField } from '../../ui/text-field.tsx'
import { isMerelyAdministrator } from './chips.ts'
import type { ListData } from './load-list.ts'

type Props = { t: T; list: ListData }

/** By what a report led here: there is no box for it, and whoever narrows the list further keeps it. */
const led = [
  ...(['counted', 'sender', 'recipient', 'age', 'district', 'way', 'marked'] as const),
  ...(['fate', 'why', 'outcome', 'asking', 'reason', 'askedFrom', 'askedUntil'] as const),
] as const

export function FilterForm({ t, list }: Props) {
  const { query, tab, actor } = list
  return (
    <Form method="get" action={paths.referrals} values={query}>
      <input type="hidden" name="tab" value={tab} />
      {query.s && <input type="hidden" name="s" value={query.s} />}
      {query.rows && <input type="hidden" name="rows" value={query.rows} />}
      {led.map(name => query[name] && <input key={name} type="hidden" name={name} value={query[name]} />)}
      <div class="filters">
        <Select
          name="status"
          label={t('list.status')}
          empty={t('list.anyStatus')}
          width="full"
          options={referralStatuses.map(value => ({ value, label: t(`status.referral.${value}`) }))}
        />
        <ByChoice t={t} list={list} />
        <NumberAndDays t={t} />
        <Select
          name="sort"
          label={t('list.sort')}
          empty={null}
          width="full"
          options={sorts.map(value => ({ value, label: t(sortWords[value]) }))}
        />
      </div>
      <Only t={t} byContent={!isMerelyAdministrator(actor)} />
      <Button look="quiet" icon="filter">
        {t('list.show')}
      </Button>
    </Form>
  )
}

/** Which one it is, and when it was opened: what anybody's list is narrowed by. */
export function NumberAndDays({ t }: { t: T }) {
  return (
    <>
      <TextField
        name="number"
        label={t('list.number')}
        hint={t('list.numberHint')}
        width="full"
        spellcheck={false}
        autocomplete="off"
        maxlength={20}
      />
      <DayField name="from" label={t('list.from')} width="full" />
      <DayField name="until" label={t('list.until')} width="full" />
    </>
  )
}

const sortWords = {
  newest: 'list.sortNewest',
  oldest_waiting: 'list.sortOldest',
  urgency: 'list.sortUrgency',
} as const

function ByChoice({ t, list }: Props) {
  const { needs, organisations, colleagues, areas, networks } = list.choices
  const some = <C extends { name: 'to' | 'handler' | 'area' | 'network'; from: readonly Choice[] }>({
    name,
    from,
  }: C) =>
    from.length > 1 && (
      <Select
        name={name}
        label={t(labels[name][0])}
        empty={t(labels[name][1])}
        width="full"
        options={from.map(asOption)}
      />
    )
  return (
    <>
      {needs.length > 0 && (
        <Select name="need" label={t('list.need')} empty={t('list.anyNeed')} width="full" options={needsOf(list)} />
      )}
      {some({ name: 'to', from: organisations })}
      {some({ name: 'handler', from: colleagues })}
      {some({ name: 'area', from: areas })}
      {some({ name: 'network', from: networks })}
    </>
  )
}

const labels = {
  to: ['list.assignedTo', 'list.anybody'],
  handler: ['list.handler', 'list.anyHandler'],
  area: ['list.area', 'list.anyArea'],
  network: ['list.network', 'list.anyNetwork'],
} as const

function Only({ t, byContent }: { t: T; byContent: boolean }) {
  return (
    <Fieldset name="only" legend={t('list.only')}>
      <div class="filter-ticks">
        {byContent && <Checkbox name="urgent" label={t('list.urgentOnly')} />}
        <Checkbox name="overdue" label={t('list.overdueOnly')} />
        {byContent && <Checkbox name="mine" label={t('list.mineOnly')} />}
        <Checkbox name="restricted" label={t('list.restrictedOnly')} />
      </div>
    </Fieldset>
  )
}

type Choice = { id: string; name: string }

/** By branch of the tree, which can be chosen itself. */
function needsOf({ choices: { needs } }: ListData) {
  const branches = [...new Set(needs.map(({ under }) => under).filter(under => under !== null))]
  const leaves = needs.filter(({ under, name }) => under === null && !branches.includes(name))
  return [
    ...leaves.map(asOption),
    ...branches.map(label => ({
      label,
      options: needs.filter(({ under, name }) => under === label || (under === null && name === label)).map(asOption),
    })),
  ]
}

function asOption({ id, name }: Choice) {
  return { value: id, label: name }
}
