/** The table of fields: what each is called, whether it is asked, where it stands. */

import { type FieldInForm, type FieldName, shown } from '../../../../domain/form.ts'
import { fieldOf } from '../../../../domain/form-diff.ts'
import { wordsIn } from '../../../../domain/questions/labels.ts'
import { paths } from '../../../paths.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Radios } from '../../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../../ui/context.tsx'
import { Form, Seen } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { NumberField } from '../../../ui/text-field.tsx'
import { type FieldGroup, groupsIn, nameOfField } from './field-groups.ts'
import type { Designer } from './load.ts'
import { RowButton } from './row-buttons.tsx'

type Props = { on: Designer; values: FormValues; errors: FormErrors; seen: string; refused?: string | undefined }

export function FieldsForm({ on, values, errors, seen, refused }: Props) {
  const { t, at } = on
  const groups = groupsIn(on)
  const asking = groups.filter(({ asks }) => asks)
  return (
    <Form values={values} errors={errors}>
      <Seen mark={seen} />
      {/* What Enter presses, before the buttons that move. */}
      <button class="hidden" type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true" />
      {refused && (
        <Notice tone="warning" live>
          <p>{refused}</p>
        </Notice>
      )}
      {groups.map(group => (
        <Group key={group.part} on={on} group={group} place={asking.indexOf(group)} count={asking.length} />
      ))}
      <p>
        {t('designer.demographicsText')}{' '}
        <a href={at(paths.register('demographics'))}>{t('designer.demographicsLink')}</a>
      </p>
      <ButtonGroup>
        <Button name="do" value="save">
          {t('common.save')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

function Group({ on, group, place, count }: { on: Designer; group: FieldGroup; place: number; count: number }) {
  const { t } = on
  const { part, title, fields } = group
  const movers = (
    <span class="movers">
      {place > 0 && <RowButton icon="arrow-up" value={`up part ${part}`} label={t('system.upOf', { name: title })} />}
      {place >= 0 && place < count - 1 && (
        <RowButton icon="arrow-down" value={`down part ${part}`} label={t('system.downOf', { name: title })} />
      )}
    </span>
  )
  return (
    <Card flush title={title} id={`f-${part}`} aside={movers}>
      {fields.length === 0 ? (
        <p class="entry small">{t(part.startsWith('section.') ? 'designer.ownPart' : 'designer.alwaysPart')}</p>
      ) : (
        <ul class="entries">
          {fields.map((field, index) => (
            <Row key={field.name} on={on} field={field} first={index === 0} last={index === fields.length - 1} />
          ))}
        </ul>
      )}
    </Card>
  )
}

type RowProps = { on: Designer; field: FieldInForm; first: boolean; last: boolean }

function Row({ on, field: { name }, first, last }: RowProps) {
  const { t, at, form } = on
  const own = fieldOf(form, name).label
  const called = own?.en ? wordsIn({ en: own.en, cy: own.cy }, t.language) : nameOfField(on, t, name)
  return (
    <li id={`f-${name}`} class="entry field-row">
      <Radios
        name={`show.${name}`}
        legend={called}
        layout="inline"
        choices={shown.options.map(show => ({ value: show, label: t(`designer.show.${show}`) }))}
      />
      <span class="movers">
        <a href={at(paths.formField(name))}>
          {t('designer.words')}
          <span class="hidden"> {called}</span>
        </a>
        <Shift name={name} way="up" hide={first} label={t('system.upOf', { name: called })} />
        <Shift name={name} way="down" hide={last} label={t('system.downOf', { name: called })} />
      </span>
      {name === 'circumstances' && <NumberField name="hint" label={t('designer.hint')} hint={t('designer.hintHint')} />}
    </li>
  )
}

function Shift({ name, way, hide, label }: { name: FieldName; way: 'up' | 'down'; hide: boolean; label: string }) {
  if (hide) return <span class="mover" />
  return <RowButton icon={way === 'up' ? 'arrow-up' : 'arrow-down'} value={`${way} field ${name}`} label={label} />
}
