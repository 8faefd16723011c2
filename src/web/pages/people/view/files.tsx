/** A person's files: the organisation's own. */
import { personFileMegabytes } from '../../../../actions/files/add-file.ts'
import { formatDateTime } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { FileDrop, FileList } from '../../../ui/files.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PersonData } from '../load.ts'
import type { Filled } from './page.tsx'

export function FilesCard({ data: { t, person }, filled }: { data: PersonData; filled: Filled }) {
  return (
    <Card title={t('people.record.files')} id="files-of-person">
      {person.files.length > 0 ? (
        <FileList
          t={t}
          files={person.files.map(file => ({
            ...file,
            href: paths.personFile(person.id, file.id),
            by: t('people.record.fileBy', {
              name: file.author ?? t('people.record.somebody'),
              when: formatDateTime(t, file.at),
            }),
            remove: file.own && (
              <Form plain action={`${paths.personFile(person.id, file.id)}/remove`}>
                <Button look="plain" small label={t('people.record.removeFile', { name: file.name })}>
                  {t('common.remove')}
                </Button>
              </Form>
            ),
          }))}
        />
      ) : (
        <p class="small">{t('people.record.noFiles')}</p>
      )}
      <details class="fold file-add" open={Boolean(filled.errors.files)}>
        <summary class="button quiet">{t('people.record.addFile')}</summary>
        <div class="fold-body">
          <p class="small">{t('people.record.addFileHint')}</p>
          <Form action={paths.personFiles(person.id)} files {...filled}>
            <FileDrop t={t} megabytes={personFileMegabytes} />
            <div class="buttons">
              <Button icon="paperclip">{t('people.record.addFile')}</Button>
            </div>
          </Form>
        </div>
      </details>
    </Card>
  )
}
