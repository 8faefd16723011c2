/** PRIV-2: one request: everything that is held, to read, print and take along; or what an erasure takes, to be confirmed. */
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { eraseSubject } from '../../../actions/privacy/erase.ts'
import { type Dossier, openRequest, previewErasure, produceDossier } from '../../../actions/privacy/read-data.ts'
import { readNetworks } from '../../../db/networks.ts'
import type { SubjectRequest } from '../../../db/privacy/subjects.ts'
import { isProblem } from '../../../domain/problem.ts'
import { asZip, type Bundled } from '../../../files/bundle.ts'
import { openCabinet } from '../../../files/cabinet.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import type { FormErrors } from '../../ui/context.tsx'
import { idIn } from '../people/load.ts'
import { DossierPage } from './dossier.tsx'
import { ErasurePage } from './erasure.tsx'
import { jsonOf } from './written.ts'

export const subjectRequests = new Hono<PageEnv>()
  .get('/subject-requests/:id', async c => {
    const request = await openRequest(c.var.ctx, idIn(c, 'id'))
    return request.kind === 'access' ? showDossier(c, request) : showErasure(c, request)
  })
  .post('/subject-requests/:id', async c => {
    const { ctx, form, t } = c.var
    const request = await openRequest(ctx, idIn(c, 'id'))
    if (request.kind !== 'erasure') throw absent()
    if (form.get('sure') !== 'yes') return showErasure(c, request, { sure: t('privacy.erasing.sureWrong') })
    try {
      await eraseSubject(ctx, request.id)
    } catch (problem) {
      // What stands in the way is said on the page itself.
      if (!isProblem(problem) || problem.code !== 'not_now') throw problem
    }
    return c.redirect(paths.subjectRequest(request.id), 303)
  })
  .get('/subject-requests/:id/json', async c => {
    const dossier = await produceDossier(c.var.ctx, idIn(c, 'id'), 'json')
    const name = `${c.var.t('privacy.dossier.fileName')}.json`
    return c.body(jsonOf(dossier), 200, attachment('application/json', name))
  })
  .get('/subject-requests/:id/zip', async c => {
    const dossier = await produceDossier(c.var.ctx, idIn(c, 'id'), 'zip')
    const name = `${c.var.t('privacy.dossier.fileName')}.zip`
    return c.body(asZip(bundled(c, dossier)), 200, attachment('application/zip', name))
  })

function attachment(type: string, name: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
  }
}

/** The files by the name that people gave them, after a number: two may be called the same. */
async function* bundled(c: Context<PageEnv>, dossier: Dossier): AsyncGenerator<Bundled> {
  const { t, deps } = c.var
  const { store } = openCabinet(deps.config)
  yield { name: t('privacy.dossier.what.json'), content: new TextEncoder().encode(jsonOf(dossier)) }
  for (const [nth, { name, storageKey }] of dossier.files.entries()) {
    const content = await store.stream(storageKey)
    const safe = name.replace(/[/\\\p{Cc}]/gu, '_')
    const called = `${t('privacy.dossier.what.folder')}/${nth + 1}-${safe}`
    if (content) yield { name: called, content: Readable.from(content) }
  }
}

async function showDossier(c: Context<PageEnv>, request: SubjectRequest) {
  const { t, ctx } = c.var
  const dossier = await produceDossier(ctx, request.id, 'page')
  const back = request.networkId ? paths.subjects : paths.ownSubjects
  const view = <DossierPage t={t} dossier={dossier} controller={await nameOf(c, request)} back={back} />
  return render(c, view, { title: t('privacy.dossier.title'), islands: ['print'] })
}

async function showErasure(c: Context<PageEnv>, request: SubjectRequest, errors: FormErrors = {}) {
  const { t, ctx } = c.var
  const preview = await previewErasure(ctx, request)
  const back = request.networkId ? paths.subjects : paths.ownSubjects
  const said = { t, request, preview, back, controller: await nameOf(c, request) }
  return render(c, <ErasurePage {...said} errors={errors} />, {
    title: t('privacy.erasing.title'),
    errors,
    width: 'narrow',
  })
}

async function nameOf(c: Context<PageEnv>, { networkId }: SubjectRequest): Promise<string> {
  const { actor, ctx } = c.var
  if (!networkId) return actor.organisationName ?? ''
  return (await readNetworks(ctx.db, [networkId]))[0]?.name ?? ''
}
