/** Files of a referral (RES-10): opened by those who read all of it, added until it is closed, removed by who added them. */
import { formatDateTime } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../../ui/context.tsx'
import { FileDrop, FileList } from '../../../ui/files.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { keepQuery } from '../names.ts'
import type { Props } from './article.tsx'

type Typed = { values: FormValues | undefined; errors: FormErrors }

export function Files({ t, data, values, errors }: Props & Typed) {
  const { sight, files, mayAddFiles } = data.view
  if (sight.level !== 'full') return null
  return (
    <Card title={t('file.title')} id="files">
      <div id="files-added">
        {files.length > 0 ? <FileList t={t} files={rowsOf({ t, data })} /> : <p class="small">{t('file.none')}</p>}
      </div>
      {files.some(({ state }) => state === 'held') && <p class="small">{t('file.heldText')}</p>}
      {files.some(({ macros }) => macros) && <p class="small">{t('file.macrosText')}</p>}
      {mayAddFiles && <AddFiles t={t} data={data} values={values} errors={errors} />}
    </Card>
  )
}

function rowsOf({ t, data }: Props) {
  return data.view.files.map(file => ({
    ...file,
    href: paths.referralFile(data.id, file.id),
    by: [file.author, file.organisation, formatDateTime(t, file.at)].filter(Boolean).join(', '),
    remove: file.mayRemove && (
      <LinkButton look="plain" small href={keepQuery(paths.removeFile(data.id, file.id), data.query)}>
        {t('file.remove')}
        <span class="hidden"> {file.name}</span>
      </LinkButton>
    ),
  }))
}

/** Folded until it is wanted: most who open a referral come to read. */
function AddFiles({ t, data, values, errors }: Props & Typed) {
  const wrong = Boolean(errors.files || errors.remark)
  return (
    <details class="fold file-add" open={wrong}>
      <summary class="button quiet">{t('file.add')}</summary>
      <div class="fold-body">
        <Form action={keepQuery(paths.referralFiles(data.id), data.query)} files values={values ?? {}} errors={errors}>
          <FileDrop t={t} megabytes={data.network.settings.attachmentMegabytes} />
          <TextArea name="remark" label={t('file.remark')} hint={t('file.remarkHint')} rows={2} width="full" optional />
          <div class="buttons">
            <Button icon="paperclip">{t('file.add')}</Button>
          </div>
        </Form>
      </div>
    </details>
  )
}
