/** What was found, to be chosen by somebody who compared it with the person; what they ask for, and why. */
import type { Found } from '../../../db/privacy/subjects.ts'
import { subjectReasons } from '../../../domain/subject.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkboxes, Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Empty } from '../../ui/empty.tsx'
import { textOf } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { birthOf } from '../people/say.ts'
import { sayKey } from '../referrals/names.ts'

type Props = {
  t: T
  path: string
  found: readonly Found[]
  searched: FormValues
  values: FormValues
  errors: FormErrors
}

export function FoundForm({ t, path, found, searched, values, errors }: Props) {
  if (found.length === 0)
    return (
      <Empty icon="search" title={t('privacy.desk.none')}>
        {t('privacy.desk.noneText')}
      </Empty>
    )
  return (
    <Card title={t('privacy.desk.foundTitle', { count: found.length })} id="found" act>
      <Form action={`${path}#found`} values={values} errors={errors}>
        {(['name', 'dateOfBirth', 'postcode', 'reference'] as const).map(name => (
          <input key={name} type="hidden" name={name} value={textOf(searched[name])} />
        ))}
        <Checkboxes
          name="parts"
          legend={t('privacy.desk.parts')}
          hint={t('privacy.desk.partsHint')}
          boxed
          choices={found.map(one => ({ value: one.id, label: nameOf(t, one), hint: aboutOf(t, one) }))}
        />
        <Radios
          name="kind"
          legend={t('privacy.desk.kind')}
          boxed
          choices={(['access', 'erasure'] as const).map(value => ({
            value,
            label: t(`privacy.desk.kinds.${value}`),
            hint: t(`privacy.desk.kindHints.${value}`),
          }))}
        />
        <Radios
          name="reason"
          legend={t('privacy.desk.reason')}
          choices={subjectReasons.map(value => ({ value, label: t(`privacy.desk.reasons.${value}`) }))}
        />
        <TextArea
          name="remark"
          label={t('privacy.desk.remark')}
          hint={t('privacy.desk.remarkHint')}
          rows={2}
          width="full"
          optional
        />
        <Button name="do" value="ask">
          {t('privacy.desk.next')}
        </Button>
      </Form>
    </Card>
  )
}

function nameOf(t: T, { name, reference, status }: Found): string {
  if (name) return name
  return t(reference && status ? 'privacy.desk.unreadable' : 'privacy.desk.unnamed')
}

function aboutOf(t: T, { dateOfBirth, postcode, reference, at, status }: Found): string {
  const born = dateOfBirth && t('privacy.desk.bornOn', { date: birthOf(t, dateOfBirth) })
  const since = t(reference ? 'privacy.desk.opened' : 'privacy.desk.since', { date: formatDate(t, at) })
  const stands = status && sayKey(t, `status.referral.${status}` as Parameters<typeof sayKey>[1])
  return [born, postcode, reference, since, stands].filter(Boolean).join(' · ')
}
