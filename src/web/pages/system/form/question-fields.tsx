/** What a question is: its words in two languages, how it is answered, where it stands. */
import { questionKinds } from '../../../../domain/questions/types.ts'
import { Card } from '../../../ui/card.tsx'
import { Checkbox } from '../../../ui/choices.tsx'
import { Details } from '../../../ui/details.tsx'
import { Pair } from '../../../ui/form.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { NumberField, TextField } from '../../../ui/text-field.tsx'
import type { Editing } from './editing.ts'
import { OptionRows } from './option-rows.tsx'

export function QuestionFields({ on }: { on: Editing }) {
  const { around, sections, written, errors } = on
  const { t } = around
  const inWelsh = Boolean(written.typed['label.cy'] || written.typed['help.cy'] || errors['label.cy'])
  return (
    <Card title={t('designer.question')} id="question">
      <div class="form">
        <TextField
          name="label.en"
          label={t('designer.label')}
          hint={t('designer.labelHint')}
          width="full"
          maxlength={500}
          autocomplete="off"
          spellcheck
        />
        <TextArea
          name="help.en"
          label={t('designer.help')}
          hint={t('designer.helpHint')}
          rows={2}
          width="full"
          optional
        />
        <Details summary={t('designer.welsh')} open={inWelsh}>
          <div class="form">
            <TextField
              name="label.cy"
              label={t('designer.labelCy')}
              width="full"
              maxlength={500}
              autocomplete="off"
              optional
            />
            <TextArea name="help.cy" label={t('designer.helpCy')} rows={2} width="full" optional />
          </div>
        </Details>
        <Pair>
          <Select
            name="kind"
            label={t('designer.kind')}
            empty={null}
            options={questionKinds.map(kind => ({ value: kind, label: t(`designer.kinds.${kind}`) }))}
          />
          {sections && <Select name="section" label={t('designer.section')} empty={null} options={sections} />}
        </Pair>
        <Checkbox name="required" label={t('designer.required')} hint={t('designer.requiredHint')} />
      </div>
    </Card>
  )
}

/** What only some kinds have: a list of choices, or the least and the most. */
export function AnswerFields({ on }: { on: Editing }) {
  const { around, written } = on
  const { t } = around
  const { kind } = written.typed
  if (kind === 'number')
    return (
      <Card title={t('designer.bounds')} id="answers">
        <Pair>
          <NumberField name="least" label={t('designer.least')} optional />
          <NumberField name="most" label={t('designer.most')} optional />
        </Pair>
      </Card>
    )
  if (kind !== 'one_of' && kind !== 'several_of') return null
  return (
    <Card title={t('designer.options')} id="answers">
      <OptionRows t={t} options={written.options} />
    </Card>
  )
}
