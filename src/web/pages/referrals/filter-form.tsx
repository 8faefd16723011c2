/** The list's filters as a form; it goes into the address, which can be shared. */
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import type { ListData } from './load-list.ts'

const statuses = ['needs_placing', 'open', 'accepted', 'closed', 'unmet', 'withdrawn'] as const

export function FilterForm({ t, list }: { t: T; list: ListData }) {
  const { query, choices, tab } = list
  return (
    <Form method="get" action={paths.referrals} values={query}>
      <input type="hidden" name="tab" value={tab} />
      <div class="filters">
        <Select
          name="status"
          label={t('list.status')}
          empty={t('list.anyStatus')}
          width="full"
          options={statuses.map(value => ({ value, label: t(`status.referral.${value}`) }))}
        />
        {choices.needs.length > 0 && (
          <Select name="need" label={t('list.need')} empty={t('list.anyNeed')} width="full" options={needsOf(list)} />
        )}
        {choices.organisations.length > 0 && (
          <Select
            name="to"
            label={t('list.assignedTo')}
            empty={t('list.anybody')}
            width="full"
            options={choices.organisations.map(asOption)}
          />
        )}
        {choices.networks.length > 1 && (
          <Select
            name="network"
            label={t('list.network')}
            empty={t('list.anyNetwork')}
            width="full"
            options={choices.networks.map(asOption)}
          />
        )}
        <Select
          name="sort"
          label={t('list.sort')}
          empty={null}
          width="full"
          options={[
            { value: 'newest', label: t('list.sortNewest') },
            { value: 'oldest_waiting', label: t('list.sortOldest') },
          ]}
        />
      </div>
      <Checkbox name="urgent" label={t('list.urgentOnly')} />
      <Button look="quiet" icon="filter">
        {t('list.show')}
      </Button>
    </Form>
  )
}

/** By branch of the tree. */
function needsOf({ choices: { needs } }: ListData) {
  const branches = [...new Set(needs.map(({ under }) => under).filter(under => under !== null))]
  const leaves = needs.filter(({ under, name }) => under === null && !branches.includes(name))
  return [
    ...leaves.map(asOption),
    ...branches.map(label => ({ label, options: needs.filter(({ under }) => under === label).map(asOption) })),
  ]
}

function asOption({ id, name }: { id: string; name: string }) {
  return { value: id, label: name }
}
