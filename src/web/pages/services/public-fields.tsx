/** The questions of section four. */
import { ways } from '../../../domain/service-sections.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, Checkboxes } from '../../ui/choices.tsx'
import { classes, type FormErrors, type FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Drawing, drawingNames } from '../../ui/gallery.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { EmailField, PhoneField, TextField } from '../../ui/text-field.tsx'
import type { Editor } from './load.ts'

type Props = { editor: Editor; values: FormValues; errors: FormErrors }

export function PublicForm({ editor, values, errors }: Props) {
  const { t, service, at } = editor
  return (
    <Form values={values} errors={errors} action={at(paths.serviceSection(service.id, 'public'))}>
      <Card>
        <div class="form">
          <Checkbox name="listed" label={t('service.public.listed')} hint={t('service.public.listedHint')} />
          {service.venue?.secret && (
            <Notice>
              <p>{t('service.public.secret')}</p>
            </Notice>
          )}
          <TextArea
            name="description"
            label={t('service.public.description')}
            hint={t('service.public.descriptionHint')}
            rows={6}
          />
        </div>
      </Card>
      <Card title={t('service.public.contact')} id="contact">
        <div class="form">
          <PhoneField name="phone" label={t('common.phone')} optional />
          <EmailField name="email" label={t('common.email')} hint={t('service.public.emailHint')} optional />
          <TextField name="website" label={t('service.public.website')} spellcheck={false} optional />
        </div>
      </Card>
      <Card>
        <div class="form">
          <Checkboxes
            name="ways"
            legend={t('service.public.ways')}
            hint={t('service.public.waysHint')}
            choices={ways.map(way => ({ value: way, label: t(`service.way.${way}`) }))}
            optional
          />
          <TextField name="otherWays" label={t('service.public.otherWays')} optional />
        </div>
      </Card>
      <Card>
        <Gallery editor={editor} values={values} />
      </Card>
      <Button>{t('common.save')}</Button>
    </Form>
  )
}

/** Our own drawings, one for each kind of help. */
function Gallery({ editor: { t, service }, values }: Omit<Props, 'errors'>) {
  return (
    <fieldset class="fieldset">
      <legend class="legend large">{t('service.picture.gallery')}</legend>
      <p class="hint">{service.pictureId ? t('service.picture.galleryOwn') : t('service.picture.galleryHint')}</p>
      <div class="gallery">
        {drawingNames.map((name, at) => (
          <label key={name} class={classes('gallery-choice')} for={at === 0 ? 'gallery' : `gallery-${name}`}>
            <input
              type="radio"
              name="gallery"
              id={at === 0 ? 'gallery' : `gallery-${name}`}
              value={name}
              checked={values.gallery === name}
            />
            <Drawing name={name} />
            <span>{t(`service.drawing.${name}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
