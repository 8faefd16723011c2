/** How referring goes: after a refusal where one began from an organisation, outside the area, how far consent reaches, what closing a case needs. */

import { countReach } from '../../../db/listed.ts'
import type { SettingsValues } from '../../../domain/network-settings.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Checkbox, Radios } from '../../ui/choices.tsx'
import { Facts } from '../../ui/facts.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { partPage } from './part-page.tsx'

export const referringRules = partPage({
  part: 'referring',
  path: paths.referringRules,
  fields: ({ t }) => <Choices t={t} />,
  preview: async ({ t, network }, values, { var: { ctx } }) => (
    <Comes t={t} values={values} services={await countReach(ctx.db, network.id)} />
  ),
})

/** A refusal, an address elsewhere, a need passed on, a case closed: what happens then. */
function Comes({ t, values, services }: { t: T; values: SettingsValues['referring']; services: number }) {
  const { startFromOrganisation, outsideArea, consentScope, lawfulBasis, outcomeRequired, closingNoteRequired } = values
  const asked = outcomeRequired ? (closingNoteRequired ? 'both' : 'outcome') : closingNoteRequired ? 'note' : 'neither'
  return (
    <Card title={t('system.preview.title')} id="preview">
      <Facts
        facts={[
          { name: t('system.comes.asked'), value: t('system.comes.askedText', { count: values.shortlistPerNeed }) },
          { name: t('system.comes.refused'), value: t(`system.comes.start.${startFromOrganisation}`) },
          { name: t('system.comes.outside'), value: t(`system.comes.area.${outsideArea}`) },
          { name: t('system.comes.passed'), value: t(`system.comes.scope.${consentScope}`, { count: services }) },
          { name: t('system.comes.without'), value: t(lawfulBasis ? 'system.comes.basis' : 'system.comes.noBasis') },
          { name: t('system.comes.closing'), value: t(`system.comes.close.${asked}`) },
        ]}
      />
    </Card>
  )
}

const choices = {
  startFromOrganisation: ['return', 'continue'],
  outsideArea: ['warn', 'stop', 'nothing'],
  consentScope: ['network', 'named'],
} as const

function Choices({ t }: { t: T }) {
  const of = <N extends keyof typeof choices>(name: N) =>
    choices[name].map(value => {
      const say = t as unknown as (key: string) => string
      return {
        value,
        label: say(`system.referring.${name}.${value}`),
        hint: say(`system.referring.${name}.${value}Hint`),
      }
    })
  return (
    <>
      <Card>
        <div class="form">
          <Radios
            name="startFromOrganisation"
            legend={t('system.referring.startFromOrganisation.legend')}
            choices={of('startFromOrganisation')}
          />
          <NumberField
            name="shortlistPerNeed"
            label={t('system.referring.shortlistPerNeed')}
            hint={t('system.referring.shortlistPerNeedHint')}
          />
          <Radios name="outsideArea" legend={t('system.referring.outsideArea.legend')} choices={of('outsideArea')} />
        </div>
      </Card>
      <Card title={t('system.referring.consent')} id="consent">
        <div class="form">
          <Radios name="consentScope" legend={t('system.referring.consentScope.legend')} choices={of('consentScope')} />
          <Checkbox
            name="lawfulBasis"
            label={t('system.referring.lawfulBasis')}
            hint={t('system.referring.lawfulBasisHint')}
          />
        </div>
      </Card>
      <Card title={t('system.referring.closing')} id="closing">
        <div class="form">
          {(['outcomeRequired', 'closingNoteRequired'] as const).map(name => (
            <Checkbox
              key={name}
              name={name}
              label={t(`system.referring.${name}`)}
              hint={t(`system.referring.${name}Hint`)}
            />
          ))}
        </div>
      </Card>
    </>
  )
}
