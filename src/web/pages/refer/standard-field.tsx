/** A standard field as the network's form has it: asked or not, optional or not, under the network's own name for it. */
import { type FormDefinition, type StandardField, shownAs } from '../../../domain/form.ts'
import { wordsIn } from '../../../domain/questions/labels.ts'
import { preferredContacts } from '../../../domain/submission.ts'
import type { T } from '../../../words/index.ts'
import type { Children } from '../../ui/context.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { EmailField, NumberField, PhoneField, PostcodeField, TextField } from '../../ui/text-field.tsx'

export type Asking = { t: T; form: FormDefinition }
type Props = Asking & { name: StandardField }

export function labelOf({ t, form, name }: Props): string {
  const own = form.fields[name]?.label
  return own ? wordsIn(own, t.language) : t(`form.label.${name}`)
}

export function isAsked(form: FormDefinition, ...names: StandardField[]): boolean {
  return names.some(name => shownAs(form, name) !== 'off')
}

/** A way of contact, under the network's own name for it. */
export function wordContact(t: T, form: FormDefinition, key: string): string {
  const own = form.fields['person.preferredContact']?.list?.find(option => option.key === key)?.label
  if (own) return wordsIn(own, t.language)
  const known = preferredContacts.find(one => one === key)
  return known ? t(`form.contactBy.${known}`) : key
}

type Width = 's' | 'm' | 'l' | 'full'
export function StandardText({ width = 'l', ...props }: Props & { width?: Width }) {
  const { t, form, name } = props
  const list = form.fields[name]?.list ?? []
  const id = `${name}-list`
  return ask(props, frame => (
    <>
      <TextField
        {...frame}
        width={width}
        autocomplete="off"
        spellcheck={false}
        {...(list.length > 0 && { list: id })}
      />
      {list.length > 0 && (
        <datalist id={id}>
          {list.map(({ key, label }) => (
            <option key={key} value={wordsIn(label, t.language)} />
          ))}
        </datalist>
      )}
    </>
  ))
}

export function StandardPhone(props: Props) {
  return ask(props, frame => <PhoneField {...frame} autocomplete="off" />)
}

export function StandardEmail(props: Props) {
  return ask(props, frame => <EmailField {...frame} autocomplete="off" />)
}

export function StandardPostcode(props: Props) {
  return ask(props, frame => <PostcodeField {...frame} autocomplete="off" />, props.t('form.help.postcode'))
}

export function StandardNumber({ help, ...props }: Props & { help: string }) {
  return ask(props, frame => <NumberField {...frame} />, help)
}

export function StandardDate(props: Props) {
  return ask(props, ({ label, ...frame }) => <DateField {...frame} legend={label} />, props.t('form.help.dateOfBirth'))
}

export function StandardChoice({ options, ...props }: Props & { options: { value: string; label: string }[] }) {
  return ask(props, frame => <Select {...frame} width="m" options={options} />)
}

export function StandardLongText({
  least,
  rows,
  help,
  ...props
}: Props & { least?: number; rows?: number; help?: string }) {
  return ask(
    props,
    frame => <TextArea {...frame} width="full" rows={rows ?? 5} spellcheck {...(least && { least })} />,
    help,
  )
}

type Frame = { name: string; label: Children; hint?: Children; optional: boolean }

function ask(props: Props, draw: (frame: Frame) => preact.JSX.Element, help?: string) {
  const { t, form, name } = props
  const show = shownAs(form, name)
  if (show === 'off') return null
  const own = form.fields[name]
  const hint = own?.help ? <OwnWords words={own.help} /> : help
  const label = own?.label ? <OwnWords words={own.label} /> : t(`form.label.${name}`)
  return draw({ name, label, optional: show === 'optional', ...(hint && { hint }) })
}
