/** Choosing areas, found by name without leaving what is chosen; and a file with one of the network's own. */
import type { AreaChoice } from '../../../db/network-area.ts'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkboxes } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form, Seen } from '../../ui/form.tsx'
import { SearchField, TextField } from '../../ui/text-field.tsx'
import type { Settings } from './load.ts'

const mostFound = 40

type Props = {
  settings: Settings
  choices: readonly AreaChoice[]
  chosen: readonly string[]
  words: string
  errors: FormErrors
}

export function ChooseAreas({ settings, choices, chosen, words, errors }: Props) {
  const { t, network } = settings
  const isFound = ({ name }: AreaChoice) => words !== '' && name.toLowerCase().includes(words.toLowerCase())
  const isKept = ({ code, drawn }: AreaChoice) => chosen.includes(code) || network.authorities.includes(code) || drawn
  const found = choices.filter(choice => isFound(choice) && !isKept(choice)).slice(0, mostFound)
  const shown = [...choices.filter(isKept), ...found]
  return (
    <Card title={t('system.area.authorities')} id="choose">
      <div class="stack">
        <Form method="get" action={paths.networkArea} values={{ find: words }}>
          {settings.networks.length > 1 && <input type="hidden" name="network" value={network.id} />}
          <div class="find">
            <SearchField name="find" label={t('system.area.find')} hint={t('system.area.anotherHint')} />
            <Button look="quiet" icon="search">
              {t('common.search')}
            </Button>
          </div>
        </Form>
        {words !== '' && !choices.some(isFound) && <p>{t('system.area.foundNone', { words })}</p>}
        <Form action={settings.at(paths.networkArea)} values={{ areas: chosen }} errors={errors}>
          <Seen mark={network.authorities.join()} />
          <Checkboxes
            name="areas"
            legend={found.length > 0 ? t('system.area.found', { words }) : t('system.area.chosen')}
            layout="columns"
            choices={shown.map(choice => ({
              value: choice.code,
              label: choice.name,
              hint: aboutArea(settings, choice),
            }))}
          />
          <ButtonGroup>
            <Button>{t('common.save')}</Button>
          </ButtonGroup>
        </Form>
      </div>
    </Card>
  )
}

function aboutArea({ t }: Settings, { drawn, approximate }: AreaChoice): string | undefined {
  if (drawn) return t('system.area.drawnTag')
  return approximate ? t('system.area.approximate') : undefined
}

export function UploadArea({
  settings: { t, at },
  values,
  errors,
}: {
  settings: Settings
  values: FormValues
  errors: FormErrors
}) {
  return (
    <Card title={t('system.area.upload')} id="upload">
      <Form files action={at(paths.uploadArea)} values={values} errors={errors}>
        <p>{t('system.area.uploadText')}</p>
        <TextField name="name" label={t('system.label')} autocomplete="off" maxlength={120} />
        <FileField name="file" label={t('system.area.file')} accept=".geojson,.json,application/geo+json" />
        <ButtonGroup>
          <Button look="quiet">{t('system.area.add')}</Button>
        </ButtonGroup>
      </Form>
    </Card>
  )
}
