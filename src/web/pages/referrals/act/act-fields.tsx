/** The questions that actions ask, one component each. */
import { Checkboxes, Radios } from '../../../ui/choices.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import type { ActProps } from './act-page.tsx'
import { OutcomeField } from './outcome-field.tsx'
import { type AskedField, pageOf } from './pages.ts'
import { ServiceField } from './service-field.tsx'

export function ActField({ ask, ...props }: ActProps & { ask: AskedField }) {
  const { t, page } = props
  if (ask === 'keep' || ask === 'needs')
    return (
      <Checkboxes
        name={ask}
        legend={t(`referral.act.field.${ask}`)}
        choices={page.needs.map(({ id, label }) => ({ value: id, label }))}
      />
    )
  if (ask === 'reason')
    return (
      <Radios
        name="reasonId"
        legend={t('referral.act.field.reason')}
        choices={page.reasons.map(({ id, label }) => ({ value: id, label }))}
      />
    )
  if (ask === 'service') return <ServiceField {...props} />
  if (ask === 'outcomes') return page.needs.map(need => <OutcomeField key={need.id} {...props} need={need} />)
  return <NoteField {...props} />
}

function NoteField({ t, page }: ActProps) {
  const { note = 'referral.act.field.noteOutcome', noteHint, noteNeeded } = pageOf(page.action)
  const required = noteNeeded || (page.action === 'close' && page.data.network.settings.closingNoteRequired)
  const say = t as unknown as (key: string) => string
  return (
    <TextArea
      name="note"
      label={say(note)}
      rows={4}
      width="full"
      optional={!required}
      {...(noteHint && { hint: say(noteHint) })}
    />
  )
}
