/** One press each: stop, restore, pause, resume, copy; and archive, which asks first. */
import { Hono } from 'hono'
import { archiveService } from '../../../actions/archive-service.ts'
import { copyService } from '../../../actions/copy-service.ts'
import { pauseService, resumeService } from '../../../actions/pause-service.ts'
import { setCapacity } from '../../../actions/set-capacity.ts'
import { Problem } from '../../../domain/problem.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { type Editor, idOf, loadEditor } from './load.ts'

type Visit = Parameters<typeof loadEditor>[0]

export const serviceActs = new Hono<PageEnv>()
  .post('/services/:id/stop', async c => {
    const id = idOf(c.req.param('id'))
    await setCapacity(c.var.ctx, id, 0)
    return c.redirect(await listWith(c, 'stopped'), 303)
  })
  .post('/services/:id/restore', async c => {
    await setCapacity(c.var.ctx, idOf(c.req.param('id')), 'before')
    return c.redirect(await listWith(c, 'restored'), 303)
  })
  .post('/services/:id/pause', async c => {
    const until = String(c.var.form.get('until') ?? '').trim()
    if (until !== '' && !/^\d{4}-\d\d-\d\d$/.test(until))
      throw new Problem('invalid', 'Enter a real date, like 27 3 1987', { field: 'until' })
    await pauseService(c.var.ctx, idOf(c.req.param('id')), until || null)
    return c.redirect(await listWith(c, 'paused'), 303)
  })
  .post('/services/:id/resume', async c => {
    await resumeService(c.var.ctx, idOf(c.req.param('id')))
    return c.redirect(await listWith(c, 'resumed'), 303)
  })
  .post('/services/:id/copy', async c => {
    const { t, ctx } = c.var
    const { service, at } = await loadEditor(c)
    const id = await copyService(ctx, service.id, t('service.copyOf', { name: service.name }).slice(0, 200))
    return c.redirect(at(`${paths.editService(id)}?done=copied`), 303)
  })
  .get('/services/:id/archive', async c => {
    const editor = await loadEditor(c)
    return render(c, <Archive editor={editor} />, { title: c.var.t('service.archive.title'), width: 'narrow' })
  })
  .post('/services/:id/archive', async c => {
    const address = await listWith(c, 'archived')
    await archiveService(c.var.ctx, idOf(c.req.param('id')))
    return c.redirect(address, 303)
  })

/** The list of whose service it is. */
async function listWith(c: Visit, done: string): Promise<string> {
  const { service } = await loadEditor(c)
  const isOwn = service.organisationId === c.var.actor.organisationId
  const whose = isOwn ? '' : `&organisation=${service.organisationId}`
  return `${paths.services}?done=${done}${whose}#service-${service.id}`
}

function Archive({ editor: { t, service } }: { editor: Editor }) {
  const open = service.cases + service.waiting
  return (
    <>
      <BackLink href={paths.editService(service.id)}>{service.name}</BackLink>
      <PageHead title={t('service.archive.heading', { name: service.name })} />
      <div class="stack">
        {open > 0 ? (
          <Notice tone="warning" title={t('service.archive.open', { count: open })}>
            <p>{t('service.archive.openText')}</p>
          </Notice>
        ) : (
          <p>{t('service.archive.text')}</p>
        )}
        <Form plain>
          <ButtonGroup>
            {open === 0 && <Button look="warning">{t('service.archive.go')}</Button>}
            <LinkButton look="quiet" href={paths.services}>
              {t('common.cancel')}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </div>
    </>
  )
}
