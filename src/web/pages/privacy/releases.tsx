/** PRIV-2: the author of a private note that somebody asked for says whether it is given to them. */
import { type Context, Hono } from 'hono'
import { whoIs } from '../../../actions/context.ts'
import { releaseNote } from '../../../actions/privacy/release-note.ts'
import { actAs } from '../../../db/database.ts'
import { type AskedNote, listAskedNotes } from '../../../db/privacy/releases.ts'
import { releaseDecision } from '../../../domain/subject.ts'
import { formatDate, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { InsetText, Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { idIn } from '../people/load.ts'

export const releases = new Hono<PageEnv>()
  .get(paths.noteReleases, show)
  .post('/note-releases/:request/:note', async c => {
    const form = read(releaseDecision, c.var.form)
    if (!form.ok) return c.redirect(paths.noteReleases, 303)
    const of = { requestId: idIn(c, 'request'), noteId: idIn(c, 'note') }
    await releaseNote(c.var.ctx, of, form.value.decision)
    return c.redirect(`${paths.noteReleases}?done=${form.value.decision}`, 303)
  })

async function show(c: Context<PageEnv>) {
  const { t, ctx, actor } = c.var
  const notes = await actAs(ctx.db, whoIs(actor), trx => listAskedNotes(trx, actor.userId))
  const done = c.req.query('done')
  const view = (
    <>
      <BackLink href={paths.home}>{t('nav.home')}</BackLink>
      <PageHead title={t('privacy.release.title')} lead={t('privacy.release.lead')} />
      <div class="stack">
        {(done === 'released' || done === 'kept') && (
          <Notice tone="success" live>
            <p>{t(done === 'released' ? 'privacy.release.doneReleased' : 'privacy.release.doneKept')}</p>
          </Notice>
        )}
        {notes.length === 0 && <Empty icon="lock" title={t('privacy.release.none')} />}
        {notes.map(note => (
          <NoteCard key={`${note.requestId} ${note.noteId}`} t={t} note={note} />
        ))}
      </div>
    </>
  )
  return render(c, view, { title: t('privacy.release.title'), width: 'narrow' })
}

function NoteCard({ t, note }: { t: T; note: AskedNote }) {
  const { requestId, noteId, body, at, reference, network, askedAt, decision, decidedAt } = note
  const date = decidedAt ? formatDate(t, decidedAt) : ''
  return (
    <Card act={decision === null}>
      <p class="over">{t('privacy.release.asked', { date: formatDate(t, askedAt), network })}</p>
      <p>{t('privacy.release.written', { date: formatDate(t, at), reference })}</p>
      <InsetText>{body}</InsetText>
      {decision && (
        <p>
          <strong>{t(`privacy.release.${decision}`, { date })}</strong> {t('privacy.release.again')}
        </p>
      )}
      <Form action={paths.noteRelease(requestId, noteId)}>
        <ButtonGroup>
          {decision !== 'released' && (
            <Button name="decision" value="released">
              {t('privacy.release.release')}
            </Button>
          )}
          {decision !== 'kept' && (
            <Button look="quiet" name="decision" value="kept">
              {t('privacy.release.keep')}
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </Card>
  )
}
