/** Recording a contact, right where one reads about the person. */
import { ways } from '../../../../domain/people.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form, Pair } from '../../../ui/form.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { NumberField, TextField } from '../../../ui/text-field.tsx'
import type { PersonData } from '../load.ts'
import type { Filled } from './page.tsx'

export function Contacting({ data: { t, person }, filled }: { data: PersonData; filled: Filled }) {
  const options = ways.map(value => ({ value, label: t(`people.contact.ways.${value}`) }))
  return (
    <Card title={t('people.contact.title')} id="contact">
      <Form action={`${paths.personContacts(person.id)}#contact`} {...filled}>
        <TextArea
          name="what"
          label={t('people.contact.what')}
          hint={t('people.contact.whatHint')}
          rows={4}
          width="full"
        />
        <div class="contact-facts">
          <Select name="way" label={t('people.contact.way')} options={options} empty={null} width="full" />
          <NumberField name="minutes" label={t('people.contact.minutes')} optional />
          <DateField name="onDay" legend={t('people.contact.onDay')} />
        </div>
        <Pair>
          <TextField
            name="nextStep"
            label={t('people.contact.nextStep')}
            hint={t('people.contact.nextStepHint')}
            optional
            width="full"
            autocomplete="off"
          />
          <DateField name="nextOn" legend={t('people.contact.nextOn')} optional />
        </Pair>
        <Button>{t('people.contact.save')}</Button>
      </Form>
    </Card>
  )
}
