/** Throwing a draft away: asked once, for it cannot be undone. */
import { Hono } from 'hono'
import { deleteDraft } from '../../../actions/save-draft.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { findDraft } from './draft.ts'

export const discardPage = new Hono<PageEnv>()
  .get('/refer/:draft/discard', async c => {
    const draft = await findDraft(c)
    if (!draft) return c.redirect(paths.home, 303)
    return render(c, <Discard t={c.var.t} id={draft.id} />, { title: c.var.t('form.discardTitle'), width: 'narrow' })
  })
  .post('/refer/:draft/discard', async c => {
    const draft = await findDraft(c)
    if (draft) await deleteDraft(c.var.ctx, draft.id)
    return c.redirect(`${paths.home}?done=discarded`, 303)
  })

function Discard({ t, id }: { t: T; id: string }) {
  return (
    <>
      <PageHead title={t('form.discardTitle')} lead={t('form.discardText')} />
      <Form action={paths.draftDiscard(id)}>
        <ButtonGroup>
          <Button look="warning">{t('form.discard')}</Button>
          <LinkButton look="quiet" href={paths.draft(id)}>
            {t('form.discardKeep')}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
