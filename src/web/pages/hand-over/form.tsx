/** To whom work goes, and for how long. */
import type { Colleague } from '../../../db/colleagues.ts'
import type { T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { DayField } from '../../ui/text-field.tsx'

type Props = { t: T; action: string; others: readonly Colleague[]; values: FormValues; errors: FormErrors }

export function HandOverForm({ t, action, others, values, errors }: Props) {
  if (others.length === 0)
    return (
      <Card>
        <p>{t('handOver.nobody')}</p>
      </Card>
    )
  return (
    <Form action={action} values={values} errors={errors}>
      <Card>
        <div class="stack">
          <Select
            name="to"
            label={t('handOver.to')}
            options={others.map(({ userId, name }) => ({ value: userId, label: name }))}
          />
          <Radios
            name="span"
            legend={t('handOver.span')}
            boxed
            choices={[
              {
                value: 'cover',
                label: t('handOver.cover'),
                hint: t('handOver.coverHint'),
                reveals: (
                  <div class="stack tight">
                    <DayField name="from" label={t('handOver.from')} />
                    <DayField name="until" label={t('handOver.until')} />
                  </div>
                ),
              },
              { value: 'good', label: t('handOver.good'), hint: t('handOver.goodHint') },
            ]}
          />
          <p class="small">{t('handOver.draftsStay')}</p>
          <div>
            <Button icon="send">{t('handOver.go')}</Button>
          </div>
        </div>
      </Card>
    </Form>
  )
}
