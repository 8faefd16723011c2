/** Advanced search: every criterion has to match. */
import type { NetworkArea } from '../../../db/directory/grid.ts'
import type { Network } from '../../../db/networks.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form, Pair } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { PostcodeField, SearchField, TextField } from '../../ui/text-field.tsx'
import { categoryOptions } from '../organisations/categories.ts'
import { dayName } from '../refer/reasons.ts'

type Props = {
  t: T
  network: Network
  areas: NetworkArea[]
  languages: string[]
  kinds: string[]
  values: FormValues
  errors: FormErrors
}

export function AdvancedSearch({ t, network, areas, languages, kinds, values, errors }: Props) {
  const asOptions = (words: string[]) => words.map(word => ({ value: word, label: word }))
  return (
    <>
      <PageHead title={t('directory.search.advancedTitle')} lead={t('directory.search.advancedLead')} />
      <div class="card">
        <Form action={paths.search} values={values} errors={errors}>
          <input type="hidden" name="from" value="advanced" />
          <input type="hidden" name="network" value={network.id} />
          <SearchField name="words" label={t('directory.search.box')} autocomplete="off" optional />
          <TextField name="name" label={t('directory.search.name')} autocomplete="off" optional width="full" />
          <Select
            name="category"
            label={t('directory.filter.category')}
            empty={t('directory.filter.anyCategory')}
            options={categoryOptions(t, network)}
          />
          <Pair>
            <Select
              name="area"
              label={t('directory.filter.area')}
              empty={t('directory.filter.anyArea')}
              options={areas.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <PostcodeField name="postcode" label={t('directory.search.postcode')} autocomplete="off" optional />
          </Pair>
          <Pair>
            <Select
              name="kind"
              label={t('directory.search.kind')}
              empty={t('directory.search.anyKind')}
              options={asOptions(kinds)}
            />
            <Select
              name="language"
              label={t('directory.search.language')}
              empty={t('directory.search.anyLanguage')}
              options={asOptions(languages)}
            />
          </Pair>
          <Select
            name="day"
            label={t('directory.search.day')}
            empty={t('directory.search.anyDay')}
            options={[1, 2, 3, 4, 5, 6, 7].map(day => ({ value: String(day), label: dayName(t, day) }))}
          />
          <Checkbox name="room" label={t('directory.search.room')} />
          <ButtonGroup>
            <Button icon="search">{t('directory.search.go')}</Button>
            <a href={paths.search}>{t('directory.search.plain')}</a>
          </ButtonGroup>
        </Form>
      </div>
    </>
  )
}
