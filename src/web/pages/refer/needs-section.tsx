/** What the person needs: the network's own tree, as boxes to tick in groups, then those of connected networks; and whether it is urgent. */
import type { Network } from '../../../db/networks.ts'
import type { T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { classes, FormState } from '../../ui/context.tsx'
import { HintAndError, textsOf } from '../../ui/field.tsx'
import { FormSection } from '../../ui/form.tsx'
import { InEnglish } from '../../ui/own-words.tsx'
import { type NeedGroup, needGroups } from './categories.ts'
import type { Draft } from './draft.ts'
import { limitedTo } from './limited.ts'

/** `connected`: whose needs are offered too; those of the draft, where there is one. */
type Props = { t: T; network: Network; draft?: Draft | null; connected?: readonly Network[] }

export function NeedsSection({ t, network, draft = null, connected = draft?.connected ?? [] }: Props) {
  const only = draft && limitedTo(draft)
  return (
    <FormSection id="needs-section" title={t('form.section.needs')} hint={t('form.hint.needs')}>
      {only && draft?.start && (
        <div class="narrowed">
          <p>{t('form.starting.needs', { organisation: draft.start.organisationName })}</p>
          <Button look="quiet" small name="go" value="widen">
            {t('form.starting.widen')}
          </Button>
        </div>
      )}
      <Needs t={t} network={network} connected={only ? [] : connected} only={only} />
      <Checkbox name="urgent" label={t('form.urgent')} hint={t('form.urgentHint')} />
      <Checkbox name="restricted" label={t('safety.onForm')} hint={t('safety.onFormHint')} />
    </FormSection>
  )
}

type NeedsProps = { t: T; network: Network; connected: readonly Network[]; only: ReadonlySet<string> | null }

function Needs({ t, network, connected, only }: NeedsProps) {
  return (
    <FormState.Consumer>
      {({ values, errors }) => {
        const chosen = textsOf(values.needs)
        const own = without(needGroups(network), connected, chosen, only)
        const first = own[0]?.choices[0]?.category.id
        return (
          <div class={classes('field', errors.needs && 'wrong')}>
            <HintAndError name="needs" error={errors.needs} />
            <Groups groups={own} chosen={chosen} first={first} />
            {connected.map(one => (
              <section key={one.id} class="through" aria-labelledby={`through-${one.id}`}>
                <h3 id={`through-${one.id}`}>{t('form.through', { network: one.name })}</h3>
                <p class="small">{t('form.throughText', { network: one.name })}</p>
                <Groups groups={needGroups(one)} chosen={chosen} first={undefined} />
              </section>
            ))}
          </div>
        )
      }}
    </FormState.Consumer>
  )
}

/** The form's own: without the needs of others, and only those that the organisation begun from offers, or that are ticked. */
function without(
  groups: readonly NeedGroup[],
  connected: readonly Network[],
  chosen: readonly string[],
  only: ReadonlySet<string> | null,
): NeedGroup[] {
  const isOwn = (id: string) => connected.every(({ categories }) => !categories.has(id))
  const isWanted = (id: string) => isOwn(id) && (only === null || only.has(id) || chosen.includes(id))
  return groups
    .map(group => ({ ...group, choices: group.choices.filter(({ category }) => isWanted(category.id)) }))
    .filter(({ choices }) => choices.length > 0)
}

type GroupsProps = { groups: readonly NeedGroup[]; chosen: readonly string[]; first: string | undefined }

function Groups({ groups, chosen, first }: GroupsProps) {
  return (
    <div class="needs">
      {groups.map(group => (
        <Group key={group.branch?.id ?? ''} group={group} chosen={chosen} first={first} />
      ))}
    </div>
  )
}

type GroupProps = Omit<GroupsProps, 'groups'> & { group: NeedGroup }

function Group({ group: { branch, choices }, chosen, first }: GroupProps) {
  return (
    <fieldset class="fieldset need-group">
      <legend class={classes('legend', !branch && 'hidden')}>
        <InEnglish>{branch?.label ?? choices[0]?.category.label}</InEnglish>
      </legend>
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
      <label for={id}>
        <InEnglish>{category.label}</InEnglish>
      </label>
      {hint && (
        <div class="hint" id={`${id}-about`}>
          <InEnglish>{hint}</InEnglish>
        </div>
      )}
    </div>
  )
}
