/** What an answer does, as a sentence: "If the answer [is] [Yes], [set the referral as urgent]". */
import type { Effect } from '../../../../domain/questions/types.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Select, type SelectOption } from '../../../ui/select.tsx'
import { Comparison, ShowFitting } from './condition-rows.tsx'
import type { Editing } from './editing.ts'
import { sketchOf } from './read-question.ts'
import { RowButton } from './row-buttons.tsx'
import { type Around, sayDoing, targetOf } from './speech.ts'
import { doesValue } from './written.ts'

export function EffectRows({ on }: { on: Editing }) {
  const { around, written, earlier } = on
  const { t } = around
  const { effects } = written
  const target = targetOf(around, sketchOf(around, written, earlier, on.id ?? 'new'))
  return (
    <Card title={t('designer.effects')} id="effects">
      <div class="form">
        {effects.length === 0 ? <p>{t('designer.noEffects')}</p> : <p>{t('designer.ifAnswer')}</p>}
        {effects.length > 0 && (
          <ol class="sentences">
            {effects.map(({ operator, does }, at) => (
              <li key={`${at} ${does}`} class="sentence effect">
                <Comparison on={on} target={target} name={`effects.${at}`} operator={operator} />
                <Select
                  name={`effects.${at}.does`}
                  label={t('designer.doesOf', { number: at + 1 })}
                  empty={t('designer.chooseEffect')}
                  width="full"
                  options={doings(around)}
                />
                <RowButton
                  icon="x"
                  value={`effect-remove:${at}`}
                  label={t('designer.removeEffect', { number: at + 1 })}
                />
              </li>
            ))}
          </ol>
        )}
        <ButtonGroup>
          <Button look="quiet" small icon="plus" name="do" value="effect-add">
            {t(effects.length === 0 ? 'designer.addEffect' : 'designer.anotherEffect')}
          </Button>
          {effects.length > 0 && <ShowFitting label={t('designer.showAnswers')} />}
        </ButtonGroup>
      </div>
    </Card>
  )
}

/** Each a whole end of the sentence: a closed select shows nothing but its option. */
function doings(around: Around): (SelectOption | { label: string; options: SelectOption[] })[] {
  const { t, network, services } = around
  const categories = [...(network?.categories.values() ?? [])].filter(({ retired }) => !retired)
  const groups = (network?.demographics ?? []).flatMap(({ key, kind, options }) =>
    kind === 'single' || kind === 'several'
      ? options
          .filter(({ retired }) => !retired)
          .map(one => ({ kind: 'set_demographic' as const, key, group: one.key }))
      : [],
  )
  const all: Record<Exclude<Effect['does']['kind'], 'urgent'>, Effect['does'][]> = {
    add_need: categories.map(({ id }) => ({ kind: 'add_need', categoryId: id })),
    set_demographic: groups,
    rule_in: services.map(({ id }) => ({ kind: 'rule_in', serviceId: id })),
    rule_out: services.map(({ id }) => ({ kind: 'rule_out', serviceId: id })),
  }
  const listed = (['add_need', 'set_demographic', 'rule_in', 'rule_out'] as const).map(kind => ({
    label: t(`designer.doing.${kind}`),
    options: all[kind].map(does => ({ value: doesValue(does), label: sayDoing(around, does) })),
  }))
  return [{ value: 'urgent', label: t('designer.doing.urgent') }, ...listed.filter(({ options }) => options.length > 0)]
}
