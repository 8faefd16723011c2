/** A picture of one's own for the entry: chosen, cut, taken off. */
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Editor } from './load.ts'
import { PictureCut } from './picture-cut.tsx'

type Props = { editor: Editor; values: FormValues; errors: FormErrors }

export function PictureForm({ editor, values, errors }: Props) {
  const { t, service, at } = editor
  const picture = paths.serviceSection(service.id, 'picture')
  return (
    <Card title={t('service.picture.own')} id="own-picture">
      <div class="stack tight">
        {service.picture && (
          <div class="picture-now">
            <PictureCut editor={editor} picture={service.picture} />
            <Form plain action={at(`${picture}/remove`)}>
              <Button look="quiet" small icon="trash-2">
                {t('service.picture.remove')}
              </Button>
            </Form>
          </div>
        )}
        <Form files action={at(picture)} values={{ alt: values.alt ?? '' }} errors={errors}>
          <FileField
            name="picture"
            label={t(service.picture ? 'service.picture.replace' : 'service.picture.choose')}
            hint={t('service.picture.hint')}
            accept="image/jpeg,image/png,image/webp,image/gif,image/tiff"
          />
          <TextField name="alt" label={t('service.picture.alt')} hint={t('service.picture.altHint')} maxlength={300} />
          <Button look="quiet">{t('service.picture.upload')}</Button>
        </Form>
      </div>
    </Card>
  )
}
