/** The filters: folded on a phone, a column beside the list where there is room. What is set is shown above the list, to be taken away. */
import { circumstancesIn, waysIn } from '../../../../domain/public-search.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox, Checkboxes } from '../../../ui/choices.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Select } from '../../../ui/select.tsx'
import { type Chip, Chips } from '../../../ui/tabs.tsx'
import { NumberField } from '../../../ui/text-field.tsx'
import { dayName } from '../../refer/reasons.ts'
import type { Finding } from '../finding.ts'
import { countFilters, criteriaOf, type FindQuery, withoutWay } from '../query.ts'
import { needOptions } from './needs.ts'
import { sayCircumstance } from './say.ts'

export function Filters({ finding, path }: { finding: Finding; path: string }) {
  const { site, query } = finding
  const { t, services, carried } = site
  const set = countFilters(query)
  return (
    <details class="filters">
      <summary class="button quiet">
        <Icon name="filter" />
        {t('publicDirectory.filter.show')}
        {set > 0 && <span class="badge">{set}</span>}
      </summary>
      <Form method="get" action={path} values={query}>
        <h2 class="hidden">{t('publicDirectory.filter.title')}</h2>
        {Object.entries({ ...carried, ...(query.s && { s: query.s }) }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Select
          name="need"
          label={t('publicDirectory.filter.need')}
          empty={t('publicDirectory.filter.anyNeed')}
          width="full"
          options={needOptions(site)}
        />
        <Checkbox name="open" value="now" label={t('publicDirectory.filter.open')} />
        <Select
          name="day"
          label={t('publicDirectory.filter.day')}
          empty={t('publicDirectory.filter.anyDay')}
          width="full"
          options={[1, 2, 3, 4, 5, 6, 7].map(day => ({ value: String(day), label: dayName(t, day) }))}
        />
        <How finding={finding} />
        <Who finding={finding} />
        {services.some(({ restrictions }) => restrictions.ages) && (
          <NumberField name="age" label={t('publicDirectory.filter.age')} optional maxlength={3} autocomplete="off" />
        )}
        <Button look="quiet" icon="filter">
          {t('publicDirectory.filter.apply')}
        </Button>
      </Form>
    </details>
  )
}

function How({ finding: { site, query } }: { finding: Finding }) {
  const { t, services } = site
  const choices = waysIn(services).map(way => ({ value: way, label: t(`publicDirectory.how.${way}`) }))
  if (choices.length === 0) return null
  return <Checkboxes name="how" legend={t('publicDirectory.filter.how')} choices={choices} value={query.how} />
}

function Who({ finding: { site } }: { finding: Finding }) {
  const { t, services } = site
  const options = circumstancesIn(services).flatMap(one => {
    const label = sayCircumstance(site, one)
    return label ? [{ value: `${one.demographic}.${one.option}`, label }] : []
  })
  if (options.length === 0) return null
  return (
    <Select
      name="who"
      label={t('publicDirectory.filter.who')}
      empty={t('publicDirectory.filter.anyWho')}
      width="full"
      options={options}
    />
  )
}

/** Everything that was asked for, each with a link that takes it away. */
export function Applied({ finding }: { finding: Finding }) {
  const { site, typed, found, href, hrefTyped } = finding
  const { t } = site
  const where = typed.place && (found.where?.name || typed.place)
  const chips: Chip[] = [
    ...(typed.words ? [{ label: `“${typed.words}”`, href: hrefTyped({ ...typed, words: '' }) }] : []),
    ...(where
      ? [{ label: t('publicDirectory.near', { place: where }), href: hrefTyped({ ...typed, place: '' }) }]
      : []),
    ...filtersSet(finding).map(({ label, change }) => ({ label, href: href(change) })),
  ]
  if (chips.length === 0) return null
  return <Chips label={t('publicDirectory.filter.set')} chips={chips.map(chip => ({ ...chip, removes: true }))} />
}

type Set = { label: string; change: Partial<FindQuery> }

function filtersSet({ site, query }: Finding): Set[] {
  const { t, network } = site
  const { need, open, day, how, age } = query
  const { who } = criteriaOf(query)
  return [
    need && { label: network.categories.get(need)?.label ?? '', change: { need: undefined } },
    open && { label: t('publicDirectory.filter.open'), change: { open: undefined } },
    day && { label: t('publicDirectory.filter.openOn', { day: dayName(t, day) }), change: { day: undefined } },
    ...how.map(way => ({ label: t(`publicDirectory.how.${way}`), change: { how: withoutWay(how, way) } })),
    who && { label: sayCircumstance(site, who), change: { who: undefined } },
    age !== undefined && { label: t('publicDirectory.filter.aged', { age }), change: { age: undefined } },
  ].filter(one => typeof one === 'object')
}
