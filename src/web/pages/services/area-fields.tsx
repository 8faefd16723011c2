/** The six ways to say an area; what belongs to each shows once it is chosen. */
import type { listAreas } from '../../../db/areas.ts'
import { Card } from '../../ui/card.tsx'
import { Checkboxes, Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Details } from '../../ui/details.tsx'
import { textsOf } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { NumberField, TextField } from '../../ui/text-field.tsx'
import { AreaDrawing } from './area-drawing.tsx'
import type { AreaOnMap } from './area-shown.tsx'
import { pointOf } from './area-shown.tsx'
import type { Editor } from './load.ts'

export type AreaProps = {
  editor: Editor
  areas: Awaited<ReturnType<typeof listAreas>>
  shown: AreaOnMap
  values: FormValues
  errors: FormErrors
  /** Where the map's tiles come from, if anywhere. */
  tiles: string | null
}

export function AreaFields(props: AreaProps) {
  const { t, service, network } = props.editor
  return (
    <Card>
      <div class="area-kinds">
        <Radios
          name="kind"
          legend={t('service.area.question')}
          large
          boxed
          choices={[
            { value: 'network', label: t('service.area.network', { network: network.name }) },
            { value: 'authorities', label: t('service.area.authorities'), reveals: <Authorities {...props} /> },
            {
              value: 'districts',
              label: t('service.area.districts'),
              reveals: (
                <TextField
                  name="districts"
                  label={t('service.area.districtsLabel')}
                  hint={t('service.area.districtsHint')}
                  width="full"
                  spellcheck={false}
                />
              ),
            },
            {
              value: 'radius',
              label: t('service.area.radius'),
              hint: pointOf(service) ? undefined : t('service.area.radiusNeedsVenue'),
              reveals: <NumberField name="miles" label={t('service.area.miles')} hint={t('service.area.milesHint')} />,
            },
            { value: 'drawn', label: t('service.area.drawn'), reveals: <Drawn {...props} /> },
            { value: 'everywhere', label: t('service.area.everywhere') },
          ]}
        />
      </div>
    </Card>
  )
}

function Authorities({ editor: { t, network }, areas, values }: AreaProps) {
  const chosen = textsOf(values.authorities)
  const isNear = (code: string) => network.authorities.includes(code) || chosen.includes(code)
  const choiceOf = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name })
  const near = areas.filter(({ code }) => isNear(code))
  const far = areas.filter(({ code }) => !isNear(code))
  return (
    <div class="stack tight">
      <Checkboxes
        name="authorities"
        legend={t('service.area.authoritiesLabel')}
        choices={near.map(choiceOf)}
        layout="columns"
      />
      {far.length > 0 && (
        <Details summary={t('service.area.otherAuthorities', { count: far.length })}>
          <div class="choices columns">
            {far.map(({ code, name }) => (
              <div key={code} class="choice">
                <input type="checkbox" id={code} name="authorities" value={code} />
                <label for={code}>{name}</label>
              </div>
            ))}
          </div>
        </Details>
      )}
    </div>
  )
}

function Drawn(props: AreaProps) {
  const { t } = props.editor
  return (
    <div class="stack tight">
      <AreaDrawing {...props} />
      <Details summary={t('service.area.upload')} open={props.errors.file !== undefined}>
        <FileField
          name="file"
          label={t('service.area.file')}
          hint={t('service.area.fileHint')}
          accept=".geojson,.json,application/geo+json,application/json"
        />
      </Details>
    </div>
  )
}
