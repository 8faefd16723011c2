/** Choices in their order, each in two languages; new ones one on each line. */
import type { T } from '../../../../words/index.ts'
import { Details } from '../../../ui/details.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { RowButtons } from './row-buttons.tsx'
import type { OptionRow } from './written.ts'

export function OptionRows({ t, options }: { t: T; options: readonly OptionRow[] }) {
  return (
    <div class="form">
      {options.length > 0 && (
        <ol class="options">
          {options.map(({ key, en }, at) => (
            <li key={key} class="option">
              <input type="hidden" name={`options.${at}.key`} value={key} />
              <TextField
                name={`options.${at}.en`}
                label={t('designer.optionOf', { number: at + 1 })}
                width="full"
                autocomplete="off"
              />
              <RowButtons
                t={t}
                of="option"
                at={at}
                count={options.length}
                name={en || t('designer.optionOf', { number: at + 1 })}
              />
            </li>
          ))}
        </ol>
      )}
      <TextArea
        name="more"
        label={t(options.length > 0 ? 'designer.moreOptions' : 'designer.firstOptions')}
        hint={t('designer.moreHint')}
        rows={3}
        optional={options.length > 0}
      />
      {options.length > 0 && (
        <Details summary={t('designer.optionsCy')} open={options.some(({ cy }) => cy)}>
          <div class="form">
            {options.map(({ key, en }, at) => (
              <TextField
                key={key}
                name={`options.${at}.cy`}
                label={t('designer.optionCy', { name: en })}
                width="full"
                autocomplete="off"
                optional
              />
            ))}
          </div>
        </Details>
      )}
    </div>
  )
}
