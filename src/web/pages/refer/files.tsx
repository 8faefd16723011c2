/** Files of a draft: chosen, dropped or uploaded with the form, and removed again (FORM-8). */
import { inTransaction } from '../../../actions/context.ts'
import { addFileToDraft } from '../../../actions/files/add-file.ts'
import { removeFileOfDraft } from '../../../actions/files/remove-file.ts'
import { type DraftFile, listDraftFiles } from '../../../db/files.ts'
import { openCabinet } from '../../../files/cabinet.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { FileDrop, FileList } from '../../ui/files.tsx'
import { FormSection } from '../../ui/form.tsx'
import { addEach, filesIn } from '../../uploads.ts'
import type { Draft, Page } from './draft.ts'

type Drafted = Pick<Draft, 'id' | 'network' | 'isNew'>

export async function filesOf(c: Page, { id, isNew }: Pick<Draft, 'id' | 'isNew'>): Promise<DraftFile[]> {
  return isNew ? [] : inTransaction(c.var.ctx, trx => listDraftFiles(trx, id))
}

/** What was chosen and not uploaded yet. Also when the button pressed was another one: nobody loses a file by going on. */
export function takeFiles({ var: { t, ctx, deps, form } }: Page, { id, network }: Drafted): Promise<FormErrors> {
  const cabinet = openCabinet(deps.config)
  const most = network.settings.attachmentMegabytes
  return addEach(t, filesIn(form), most, upload => addFileToDraft(ctx, cabinet, id, upload))
}

export function dropFile({ var: { ctx } }: Page, { id }: Drafted, fileId: string): Promise<void> {
  return removeFileOfDraft(ctx, id, fileId)
}

export function FilesSection({ t, draft, files }: { t: T; draft: Draft; files: readonly DraftFile[] }) {
  return (
    <FormSection id="files-section" title={t('file.section')} hint={t('file.hint')}>
      <div>
        <div id="files-added" aria-live="polite">
          <AddedFiles t={t} files={files} />
        </div>
        <FileDrop t={t} megabytes={draft.network.settings.attachmentMegabytes} upload={paths.draftFiles(draft.id)}>
          <Button look="quiet" name="go" value="upload">
            {t('file.upload')}
          </Button>
        </FileDrop>
      </div>
    </FormSection>
  )
}

/** `error`: about what was just uploaded by script, where there is no page to say it on. */
export function AddedFiles({ t, files, error }: { t: T; files: readonly DraftFile[]; error?: string | undefined }) {
  const rows = files.map(file => ({
    ...file,
    remove: (
      <Button
        look="plain"
        small
        name="go"
        value={`remove ${file.id}`}
        label={t('file.removeNamed', { name: file.name })}
      >
        {t('file.remove')}
      </Button>
    ),
  }))
  return (
    <>
      <FileList t={t} files={rows} />
      {error && (
        <p class="field-error">
          <span class="hidden">{t('ui.error')} </span>
          {error}
        </p>
      )}
    </>
  )
}
