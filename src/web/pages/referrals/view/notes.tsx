/** Notes (RES-9): who may read each is said by colour, icon and words, and beside the button that saves one. */

import { may } from '../../../../domain/policy.ts'
import { formatDateTime } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checkboxes, Radios } from '../../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../../ui/context.tsx'
import { Details } from '../../../ui/details.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { keepQuery } from '../names.ts'
import type { Props } from './article.tsx'

type Typed = { values: FormValues | undefined; errors: FormErrors }

export function Notes({ t, data, values, errors }: Props & Typed) {
  const { sight } = data.view
  if (sight.level === 'exists' && sight.notes === 'none') return null
  const mayAdd = sight.level !== 'exists' && may(data.actor, 'answerReferrals')
  return (
    <Card title={t('referral.notes')} id="notes">
      <Written t={t} data={data} />
      {mayAdd && <NoteForm t={t} data={data} values={values} errors={errors} />}
    </Card>
  )
}

function Written({ t, data }: Props) {
  const notes = data.view.notes.filter(({ kind }) => kind === 'regular' || kind === 'private')
  const waits = data.view.sight.level === 'limited'
  if (notes.length === 0) return <p class="small">{t(waits ? 'referral.notesWait' : 'referral.noNotes')}</p>
  const moments = notes.map(note => ({
    ...(note.kind === 'regular' && { openly: t('referral.noteSeenRegular') }),
    id: note.id,
    title: [note.author ?? t('referral.somebody'), note.organisation].filter(Boolean).join(', '),
    when: formatDateTime(t, note.at),
    at: note.at,
    text: note.body,
    ...(note.kind === 'private' && { privately: t('referral.noteSeenPrivate') }),
  }))
  return (
    <>
      <Timeline moments={moments} />
      {waits && <p class="small">{t('referral.notesWait')}</p>}
    </>
  )
}

/** Both kinds side by side with their consequences; regular unless chosen otherwise. */
function NoteForm({ t, data, values, errors }: Props & Typed) {
  const full = data.view.sight.level === 'full' || data.view.sight.level === 'limited'
  return (
    <Form
      action={`${keepQuery(paths.referralNotes(data.id), data.query)}#notes`}
      values={{ kind: 'regular', ...values }}
      errors={errors}
    >
      {!full && <p class="small">{t('referral.noteContext')}</p>}
      <TextArea name="body" label={t('referral.noteLabel')} rows={3} width="full" />
      <Radios
        name="kind"
        legend={t('referral.noteKind')}
        boxed
        choices={[
          { value: 'regular', label: t('referral.noteRegular'), hint: t('referral.noteRegularHint') },
          { value: 'private', label: t('referral.notePrivate'), hint: t('referral.notePrivateHint') },
        ]}
      />
      <Tell t={t} data={data} />
      <p class="small note-seen">{t('referral.noteSeenBeside')}</p>
      <Button look="quiet" icon="message-square">
        {t('referral.noteSave')}
      </Button>
    </Form>
  )
}

/** Folded: most notes wait for their readers. */
function Tell({ t, data }: Props) {
  const { tellable } = data
  if (tellable.length === 0) return null
  const choices = tellable.map(({ id, name, organisation }) => ({ value: id, label: name, hint: organisation }))
  return (
    <Details summary={t('referral.noteTell')}>
      <Checkboxes name="tell" legend={t('referral.noteTellWho')} hint={t('referral.noteTellHint')} choices={choices} />
    </Details>
  )
}
