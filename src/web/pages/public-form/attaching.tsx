/** Files that go along (FORM-8): chosen on the last page and sent with everything else, so that none is kept of what is not sent. */
import type { Context } from 'hono'
import { dropTaken, takeForLink } from '../../../actions/files/take-for-link.ts'
import { type Cabinet, type Kept, openCabinet } from '../../../files/cabinet.ts'
import type { PublicEnv } from '../../env.ts'
import type { FormErrors } from '../../ui/context.tsx'
import { FileDrop } from '../../ui/files.tsx'
import { FormSection } from '../../ui/form.tsx'
import { addEach, filesIn } from '../../uploads.ts'
import type { Place } from './frame.tsx'

export function Attaching({ place: { t, network } }: { place: Place }) {
  return (
    <FormSection id="files-section" title={t('file.section')} hint={t('publicForm.files.hint')}>
      <FileDrop t={t} megabytes={network.settings.attachmentMegabytes} />
    </FormSection>
  )
}

export type Taken = { cabinet: Cabinet; files: Kept[]; wrong: FormErrors }

/** All or none: where one is refused, the page comes back, and a browser forgets what was chosen on it. */
export async function takeAttached({ var: { t, deps, form } }: Context<PublicEnv>, place: Place): Promise<Taken> {
  const cabinet = openCabinet(deps.config)
  const megabytes = place.network.settings.attachmentMegabytes
  const files: Kept[] = []
  const wrong = await addEach(t, filesIn(form), megabytes, async upload => {
    files.push(await takeForLink(cabinet, upload, files.length, megabytes * 1024 * 1024))
  })
  if (!wrong.files) return { cabinet, files, wrong }
  await dropTaken(cabinet, files)
  return { cabinet, files: [], wrong: { files: `${wrong.files}. ${t('publicForm.files.again')}` } }
}
