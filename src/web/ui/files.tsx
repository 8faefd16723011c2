/** Attachments as a list, and the place to choose or drop more. */
import { acceptedEndings, type FileState } from '../../domain/attachments.ts'
import { formatNumber, type T } from '../../words/index.ts'
import type { Children } from './context.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { Tag } from './tag.tsx'

export type ListedFile = {
  id: string
  name: string
  bytes: number
  macros: boolean
  state: FileState
  remark: string
  /** Where it can be downloaded. */
  href?: string | undefined
  /** Who added it and when. */
  by?: string
  /** How it is removed. */
  remove?: Children
}

export function FileList({ t, files }: { t: T; files: readonly ListedFile[] }) {
  if (files.length === 0) return null
  return (
    <ul class="files" aria-label={t('file.list')}>
      {files.map(file => (
        <FileRow key={file.id} t={t} file={file} />
      ))}
    </ul>
  )
}

function FileRow({ t, file }: { t: T; file: ListedFile }) {
  const { name, bytes, state, macros, remark, href, by, remove } = file
  return (
    <li class="file">
      <Icon name="paperclip" />
      <div class="file-what">
        <div class="file-name">
          {href && state === 'ready' ? (
            <a href={href} download>
              {name}
            </a>
          ) : (
            <span>{name}</span>
          )}
          {state !== 'ready' && <Tag tone={state === 'held' ? 'wait' : 'bad'}>{t(`file.state.${state}`)}</Tag>}
          {macros && (
            <Tag tone="bad" icon="triangle-alert">
              {t('file.state.macros')}
            </Tag>
          )}
        </div>
        <div class="small">{[sizeOf(t, bytes), by].filter(Boolean).join(' · ')}</div>
        {remark && <p class="file-remark">{remark}</p>}
      </div>
      {remove}
    </li>
  )
}

/** `name` is `files`. The script that shows progress finds its words here; without it this is a plain file choice. */
export function FileDrop({ t, megabytes, upload, children }: FileDropProps) {
  return (
    <div class="drop" data-drop={upload ?? ''} data-failed={t('file.failed', { name: '{{name}}' })}>
      <Field name="files" label={t('file.choose')} hint={t('file.kinds', { count: megabytes })}>
        {({ control }) => (
          <div class="drop-choice">
            <input {...control} class="input" type="file" multiple accept={acceptedEndings} />
            <span class="drop-words" hidden>
              {t('file.drop')}
            </span>
            {children}
          </div>
        )}
      </Field>
      <ul class="files uploading" aria-live="polite" hidden />
    </div>
  )
}

export type FileDropProps = {
  t: T
  megabytes: number
  /** Where each is sent at once, when there is script; left out: with the form around it. */
  upload?: string
  /** The button that uploads without script. */
  children?: Children
}

function sizeOf(t: T, bytes: number): string {
  if (bytes < 1024 * 1024) return t('file.kilobytes', { count: formatNumber(t, Math.max(1, Math.round(bytes / 1024))) })
  return t('file.megabytes', { count: formatNumber(t, Math.round(bytes / 104_857.6) / 10) })
}
