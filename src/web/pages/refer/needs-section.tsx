/** What the person needs: the network's own tree, as boxes to tick in groups; and whether it is urgent. */
import type { Network } from '../../../db/networks.ts'
import type { T } from '../../../words/index.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { classes, FormState } from '../../ui/context.tsx'
import { HintAndError, textsOf } from '../../ui/field.tsx'
import { FormSection } from '../../ui/form.tsx'
import { type NeedGroup, needGroups } from './categories.ts'

type Props = { t: T; network: Network }

export function NeedsSection({ t, network }: Props) {
  return (
    <FormSection id="needs-section" title={t('form.section.needs')} hint={t('form.hint.needs')}>
      <Needs network={network} />
      <Checkbox name="urgent" label={t('form.urgent')} hint={t('form.urgentHint')} />
    </FormSection>
  )
}

function Needs({ network }: { network: Network }) {
  const groups = needGroups(network)
  const first = groups[0]?.choices[0]?.category.id
  return (
    <FormState.Consumer>
      {({ values, errors }) => (
        <div class={classes('field', errors.needs && 'wrong')}>
          <HintAndError name="needs" error={errors.needs} />
          <div class="needs">
            {groups.map(group => (
              <Group key={group.branch?.id ?? ''} group={group} chosen={textsOf(values.needs)} first={first} />
            ))}
          </div>
        </div>
      )}
    </FormState.Consumer>
  )
}

type GroupProps = { group: NeedGroup; chosen: readonly string[]; first: string | undefined }

function Group({ group: { branch, choices }, chosen, first }: GroupProps) {
  return (
    <fieldset class="fieldset need-group">
      <legend class={classes('legend', !branch && 'hidden')}>{branch?.label ?? choices[0]?.category.label}</legend>
      {choices.map(choice => (
        <Need
          key={choice.category.id}
          {...choice}
          // The summary of errors leads to the first box.
          id={choice.category.id === first ? 'needs' : `need-${choice.category.id}`}
          checked={chosen.includes(choice.category.id)}
        />
      ))}
    </fieldset>
  )
}

function Need({ category, under, id, checked }: NeedGroup['choices'][number] & { id: string; checked: boolean }) {
  const hint = [under, category.description].filter(Boolean).join(': ')
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        name="needs"
        value={category.id}
        checked={checked}
        aria-describedby={hint ? `${id}-about` : undefined}
      />
      <label for={id}>{category.label}</label>
      {hint && (
        <div class="hint" id={`${id}-about`}>
          {hint}
        </div>
      )}
    </div>
  )
}
