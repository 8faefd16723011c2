/** ADM-3: what an administrator narrows the list by: number, dates, between whom, and how far. It goes into the address. */
import { progresses } from '../../../domain/referral.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { appliedChips } from './chips.ts'
import { NumberAndDays } from './filter-form.tsx'
import type { ListData } from './load-list.ts'

/** There is no box for it, and whoever narrows the list further keeps it. */
const kept = ['rows', 'status', 'counted'] as const

export function AdministratorFilters({ t, list }: { t: T; list: ListData }) {
  const organisations = list.choices.organisations.map(({ id, name }) => ({ value: id, label: name }))
  const chips = appliedChips(t, list)
  return (
    <Card>
      <Form method="get" action={paths.referrals} values={list.query}>
        {kept.map(name => list.query[name] && <input key={name} type="hidden" name={name} value={list.query[name]} />)}
        <div class="filters">
          <NumberAndDays t={t} />
          <Select
            name="sender"
            label={t('list.sender')}
            empty={t('list.anybody')}
            width="full"
            options={organisations}
          />
          <Select
            name="recipient"
            label={t('list.recipient')}
            empty={t('list.anybody')}
            width="full"
            options={organisations}
          />
          <Select
            name="progress"
            label={t('list.table.progress')}
            empty={t('list.anyProgress')}
            width="full"
            options={progresses.map(value => ({ value, label: t(`ui.thread.${value}`) }))}
          />
        </div>
        <Button look="quiet" icon="filter">
          {t('list.show')}
        </Button>
      </Form>
      {chips.length > 0 && <Chips label={t('list.applied')} chips={chips} />}
    </Card>
  )
}
