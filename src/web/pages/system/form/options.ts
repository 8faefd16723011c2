/** Rows of choices as a list of options, or the input at fault. */
import { option } from '../../../../domain/questions/types.ts'
import type { T } from '../../../../words/index.ts'
import type { FormErrors } from '../../../ui/context.tsx'
import { wordsOf } from './read-question.ts'
import type { OptionRow } from './written.ts'

export function readOptions(t: T, rows: readonly OptionRow[]) {
  const read = rows.map(({ key, en, cy }) => option.safeParse({ key, label: wordsOf(en, cy) }))
  const errors: FormErrors = Object.fromEntries(
    read.flatMap(({ success }, at) => (success ? [] : [[`options.${at}.en`, t('designer.error.option')]])),
  )
  return { options: read.flatMap(({ data }) => data ?? []), errors }
}
