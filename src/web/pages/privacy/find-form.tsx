/** What a person is looked for by; posted, so that no address tells. */
import type { T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Form } from '../../ui/form.tsx'
import { PostcodeField, TextField } from '../../ui/text-field.tsx'

type Props = { t: T; path: string; isNetwork: boolean; values: FormValues; errors: FormErrors }

export function FindForm({ t, path, isNetwork, values, errors }: Props) {
  return (
    <Card title={t('privacy.desk.find')} id="find">
      <p class="small">{t('privacy.desk.findHint')}</p>
      <Form action={path} values={values} errors={errors}>
        <div class="pair">
          <TextField
            name="name"
            label={t('privacy.desk.name')}
            hint={t('privacy.desk.nameHint')}
            autocomplete="off"
            spellcheck={false}
            maxlength={120}
          />
          <DateField name="dateOfBirth" legend={t('privacy.desk.born')} hint={t('privacy.desk.bornHint')} />
        </div>
        <div class="pair">
          <PostcodeField name="postcode" label={t('privacy.desk.postcode')} autocomplete="off" maxlength={10} />
          {isNetwork && (
            <TextField
              name="reference"
              label={t('privacy.desk.reference')}
              hint={t('privacy.desk.restricted')}
              width="m"
              autocomplete="off"
              spellcheck={false}
              maxlength={20}
            />
          )}
        </div>
        <Button icon="search" look="quiet" name="do" value="find">
          {t('common.search')}
        </Button>
      </Form>
    </Card>
  )
}
