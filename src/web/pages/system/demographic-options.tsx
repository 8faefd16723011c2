/** The choices of a demographic: renamed, ordered, retired and added in one form with the rest. */
import type { Change } from '../../../actions/keep-entry.ts'
import type { Entry } from '../../../db/settings.ts'
import { type DemographicOption, demographicForm, keyFor, shifted } from '../../../domain/registers.ts'
import type { T } from '../../../words/index.ts'
import { wordErrors } from '../../forms.ts'
import { Button } from '../../ui/button.tsx'
import { type FormErrors, FormState, type FormValues } from '../../ui/context.tsx'
import { Fieldset } from '../../ui/fieldset.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Made = { ok: true; change: Change; typed: FormValues } | { ok: false; typed: FormValues; errors: FormErrors }

/** `did`: change, or what was pressed beside a choice, such as up:woman. */
export function changedDemographic(t: T, form: FormData, { options = [] }: Entry, did: string): Made {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const [act = '', key = ''] = did.split(':')
  const renamed = options.map(option => ({
    ...option,
    label: typed[`option.${option.key}`] ?? option.label,
    retired: option.key === key && act !== 'up' && act !== 'down' ? act === 'retire' : option.retired === true,
  }))
  const by = { up: -1, down: 1 } as const
  const keys = options.map(option => option.key)
  const order = act === 'up' || act === 'down' ? shifted(keys, key, by[act]) : keys
  const ordered = order.flatMap(one => renamed.find(option => option.key === one) ?? [])
  const parsed = demographicForm.safeParse({ label: typed.label, options: [...ordered, ...added(keys, typed.more)] })
  if (parsed.success) return { ok: true, typed, change: { did: 'change', ...parsed.data } }
  const errors = parsed.error.issues.map(({ path, message }) => ({ field: fieldOf(path, ordered), code: message }))
  return { ok: false, typed, errors: wordErrors(t, errors) }
}

/** One on each line of what was typed. */
function added(taken: readonly string[], text = ''): DemographicOption[] {
  const made: DemographicOption[] = []
  for (const label of text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean))
    made.push({ key: keyFor(label, [...taken, ...made.map(({ key }) => key)]), label, retired: false })
  return made
}

function fieldOf([first, index]: readonly PropertyKey[], options: readonly DemographicOption[]): string {
  if (first !== 'options') return String(first)
  const option = options[Number(index)]
  return option ? `option.${option.key}` : 'more'
}

export function DemographicOptions({ t, entry }: { t: T; entry: Entry }) {
  const { options = [], kind, key } = entry
  const has = kind === 'single' || kind === 'several'
  return (
    <>
      <p class="small">
        {kind && t(`system.kinds.${kind}`)}. {t('system.key')}: <code>{key}</code>
      </p>
      {has && options.length > 0 && (
        <Fieldset name="options" legend={t('system.options')} hint={t('system.optionsHint')}>
          <ol class="options">
            {options.map((option, at) => (
              <Option key={option.key} t={t} option={option} at={at} last={at === options.length - 1} />
            ))}
          </ol>
          <p class="small">{t('system.optionUsed')}</p>
        </Fieldset>
      )}
      {has && (
        <TextArea name="more" label={t('system.newOptions')} hint={t('system.newOptionsHint')} rows={3} optional />
      )}
    </>
  )
}

function Option({ t, option, at, last }: { t: T; option: DemographicOption; at: number; last: boolean }) {
  const { key, label, retired } = option
  return (
    <li class="option">
      <FormState.Consumer>
        {({ values }) => (
          <TextField
            name={`option.${key}`}
            label={t('system.optionOf', { number: at + 1 })}
            value={String(values[`option.${key}`] ?? label)}
            width="full"
            autocomplete="off"
          />
        )}
      </FormState.Consumer>
      <span class="movers">
        {retired && <Tag>{t('system.retired')}</Tag>}
        {at > 0 && (
          <Button
            look="quiet"
            small
            icon="arrow-up"
            name="do"
            value={`up:${key}`}
            label={t('system.upOf', { name: label })}
          >
            <span class="hidden">{t('common.moveUp')}</span>
          </Button>
        )}
        {!last && (
          <Button
            look="quiet"
            small
            icon="arrow-down"
            name="do"
            value={`down:${key}`}
            label={t('system.downOf', { name: label })}
          >
            <span class="hidden">{t('common.moveDown')}</span>
          </Button>
        )}
        <Button
          look="quiet"
          small
          name="do"
          value={`${retired ? 'restore' : 'retire'}:${key}`}
          label={t(retired ? 'system.restoreOf' : 'system.retireOf', { name: label })}
        >
          {t(retired ? 'system.restore' : 'system.retire')}
        </Button>
      </span>
    </li>
  )
}
